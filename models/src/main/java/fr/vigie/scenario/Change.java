package fr.vigie.scenario;

import java.util.Locale;

/**
 * A change of a plan. The {@code permits} clause is the registry: the name of a change in {@code vigie.yaml}, on the
 * command line and in tables is its class name in kebab case.
 */
public sealed interface Change
        permits Volume,
                HandlingTime,
                Absent,
                Attendant,
                OnlineForm,
                ProtectedTime,
                Outsourcing,
                Overflow,
                LongerHours,
                OfferByCall,
                OfferByMonth {
    /**
     * The plan with the change.
     *
     * @param plan one that says how many operators are present
     * @param conditions what is promised
     * @throws IllegalArgumentException where the plan has nothing that could be changed so
     */
    Plan applyTo(Plan plan, Conditions conditions);

    /** The name of a change, e.g. {@code handling-time}. */
    static String name(Class<? extends Change> type) {
        return type.getSimpleName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
