package fr.vigie.scenario;

import java.util.ArrayList;

/**
 * A partner takes what is too much: in each interval of its hours the least share of calls, to a thousandth, without which
 * the operators present keep every promise.
 *
 * <p>The share is drawn from all calls alike, so that those which stay are Poisson and Erlang's formulas exact for them; a
 * switch that sends only callers who have waited needs somewhat less.
 *
 * @param most at most this share of an interval's calls, 0 to 1
 */
public record Overflow(double most, Partner partner) implements Change {
    private static final int STEPS = 1000;

    public Overflow {
        Check.share("share of calls that may overflow", most);
    }

    @Override
    public Plan applyTo(Plan plan, Conditions conditions) {
        var others = new ArrayList<PlannedInterval>();
        var ledger = plan.ledger();
        for (var interval : plan.intervals()) {
            double share = partner.isThere(interval) ? share(interval, conditions) : 0;
            ledger = partner.note(ledger, interval, share);
            others.add(share > 0 ? interval.map(stream -> stream.times(partner.leaves(share))) : interval);
        }
        return plan.with(others, ledger);
    }

    private double share(PlannedInterval interval, Conditions conditions) {
        int low = 0;
        int high = (int) Math.round(most * STEPS);
        if (high == 0 || partner.quality() == 0 || isEnough(interval, conditions, low)) {
            return 0;
        }
        // Where not even the most is enough, the most is what goes.
        while (high - low > 1) {
            int middle = (low + high) / 2;
            if (isEnough(interval, conditions, middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return (double) high / STEPS;
    }

    private boolean isEnough(PlannedInterval interval, Conditions conditions, int step) {
        int agents = interval.agents() == null ? 0 : interval.agents();
        return conditions
                .queue(interval, partner.leaves((double) step / STEPS))
                .map(queue -> conditions.keeps(interval, queue, agents))
                .orElse(true);
    }
}
