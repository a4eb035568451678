package fr.vigie.scenario;

/**
 * A form on the web instead of a call.
 *
 * @param instead the share of calls that it replaces, by kind
 * @param deskSeconds operators' work for each form sent, at any quiet time, seconds
 * @param eurosPerMonth paid each month
 */
public record OnlineForm(Shares instead, double deskSeconds, double eurosPerMonth) implements Change {
    public OnlineForm {
        Check.notNegative("work for a form", deskSeconds);
        Check.notNegative("form's price by month", eurosPerMonth);
    }

    @Override
    public Plan applyTo(Plan plan, Conditions conditions) {
        instead.check(plan);
        double forms = plan.intervals().stream()
                .flatMap(interval -> interval.streams().stream())
                .mapToDouble(stream -> instead.of(stream) * stream.calls())
                .sum();
        var others = plan.map(interval -> interval.map(stream -> stream.times(1 - instead.of(stream))))
                .intervals();
        return plan.with(
                others,
                plan.ledger().settled(forms, plan.months() * eurosPerMonth).desk(forms * deskSeconds / 3600));
    }
}
