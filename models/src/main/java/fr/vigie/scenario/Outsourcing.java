package fr.vigie.scenario;

import java.util.ArrayList;

/**
 * A partner takes a fixed share of the calls during its hours.
 *
 * @param share 0 to 1
 */
public record Outsourcing(double share, Partner partner) implements Change {
    public Outsourcing {
        Check.share("share of calls outsourced", share);
    }

    @Override
    public Plan applyTo(Plan plan, Conditions conditions) {
        var others = new ArrayList<PlannedInterval>();
        var ledger = plan.ledger();
        for (var interval : plan.intervals()) {
            if (partner.isThere(interval)) {
                ledger = partner.note(ledger, interval, share);
                others.add(interval.map(stream -> stream.times(partner.leaves(share))));
            } else {
                others.add(interval);
            }
        }
        return plan.with(others, ledger);
    }
}
