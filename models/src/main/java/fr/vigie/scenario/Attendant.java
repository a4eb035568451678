package fr.vigie.scenario;

import org.jspecify.annotations.Nullable;

/**
 * A machine that answers first. What it settles never reaches an operator; what it does not settle comes on at once.
 *
 * @param settles the share that it settles, by kind
 * @param ahtSeconds the operators' handling time of what comes on, seconds; null: as before
 * @param eurosPerCall paid for each call that it answers, settled or not
 * @param eurosPerMonth paid each month
 */
public record Attendant(Shares settles, @Nullable Double ahtSeconds, double eurosPerCall, double eurosPerMonth)
        implements Change {
    public Attendant {
        if (ahtSeconds != null) {
            Check.positive("handling time after the attendant", ahtSeconds);
        }
        Check.notNegative("attendant's price by call", eurosPerCall);
        Check.notNegative("attendant's price by month", eurosPerMonth);
    }

    @Override
    public Plan applyTo(Plan plan, Conditions conditions) {
        settles.check(plan);
        double answered = 0;
        double settled = 0;
        for (var interval : plan.intervals()) {
            for (var stream : interval.streams()) {
                answered += settles.of(stream) > 0 ? stream.calls() : 0;
                settled += settles.of(stream) * stream.calls();
            }
        }
        var others = plan.map(interval -> interval.map(this::after)).intervals();
        return plan.with(
                others, plan.ledger().settled(settled, answered * eurosPerCall + plan.months() * eurosPerMonth));
    }

    private CallStream after(CallStream stream) {
        double share = settles.of(stream);
        var rest = stream.times(1 - share);
        return share > 0 && ahtSeconds != null ? rest.handledIn(ahtSeconds) : rest;
    }
}
