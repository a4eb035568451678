package fr.vigie.scenario;

/**
 * Practices pay each month, however often they are called.
 *
 * @param euros for a practice and month, above 0; 400 to 1,200 is usual
 */
public record OfferByMonth(double euros) implements Change {
    public OfferByMonth {
        Check.positive("price of a month", euros);
    }

    @Override
    public Plan applyTo(Plan plan, Conditions conditions) {
        if (plan.practices() == 0) {
            throw new IllegalArgumentException(
                    "No practice is a client in this time, so nobody pays by month.\nMaybe ingest the practices.");
        }
        var ledger = plan.ledger();
        return plan.with(plan.intervals(), ledger.offering(ledger.eurosPerCall(), euros));
    }
}
