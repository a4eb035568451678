package fr.vigie.scenario;

/**
 * Practices pay for each call that is served, by whomever.
 *
 * @param euros for a call, above 0; about one is usual
 */
public record OfferByCall(double euros) implements Change {
    public OfferByCall {
        Check.positive("price of a call", euros);
    }

    @Override
    public Plan applyTo(Plan plan, Conditions conditions) {
        var ledger = plan.ledger();
        return plan.with(plan.intervals(), ledger.offering(euros, ledger.eurosPerPracticeAndMonth()));
    }
}
