package fr.vigie.scenario;

/**
 * Calls that take longer or less long.
 *
 * @param by relative to the plan, above -1; 0.1 is a tenth longer
 */
public record HandlingTime(double by) implements Change {
    public HandlingTime {
        Check.relative("handling time", by);
    }

    @Override
    public Plan applyTo(Plan plan, Conditions conditions) {
        return plan.map(interval -> interval.map(stream -> stream.handledIn(stream.ahtSeconds() * (1 + by))));
    }
}
