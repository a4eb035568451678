package fr.vigie.roster;

import java.time.LocalDate;

/**
 * A rule that a roster breaks.
 *
 * @param rule the rule's name
 * @param article where the rule stands
 * @param operatorId whose roster it is
 * @param day the day, or the first of the week
 * @param detail what is planned instead, e.g. {@code 10 h 30 of work}
 */
public record Violation(String rule, String article, String operatorId, LocalDate day, String detail) {
    /** Whether both are of one rule, person and day, whatever is planned instead. */
    boolean isOfTheSame(Violation other) {
        return rule.equals(other.rule) && operatorId.equals(other.operatorId) && day.equals(other.day);
    }

    @Override
    public String toString() {
        return "%s on %s: %s (%s, %s)".formatted(operatorId, day, detail, rule, article);
    }
}
