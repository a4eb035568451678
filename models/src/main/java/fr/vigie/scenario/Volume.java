package fr.vigie.scenario;

/**
 * More or fewer calls of every kind.
 *
 * @param by relative to the plan, above -1; 0.2 is a fifth more
 */
public record Volume(double by) implements Change {
    public Volume {
        Check.relative("volume", by);
    }

    @Override
    public Plan applyTo(Plan plan, Conditions conditions) {
        return plan.map(interval -> interval.map(stream -> stream.times(1 + by)));
    }
}
