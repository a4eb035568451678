package fr.vigie.roster;

import java.time.LocalDate;

/**
 * What a roster has to keep: something to be covered, or a limit. That a day at work lies within the opening and has four to
 * nine paid hours, and a week five days at most, is never given up.
 */
public sealed interface Demand {
    /**
     * The whole need of a day is covered.
     *
     * @param day the day
     */
    record NeedOf(LocalDate day) implements Demand {}

    /**
     * Somebody is absent on a day.
     *
     * @param operatorId who
     * @param day the day
     */
    record Leave(String operatorId, LocalDate day) implements Demand {}

    /** Nobody is planned for more than the contract owes. */
    record ContractHours() implements Demand {}

    /** The weeks before leave no more for somebody: 44 hours on average of twelve weeks (C. trav. L3121-22). */
    record TwelveWeeks() implements Demand {}

    /**
     * Nobody works more overtime than the year leaves.
     *
     * @param hours how much it may have
     * @param article where that stands
     */
    record YearlyOvertime(int hours, String article) implements Demand {}

    /** There are the paid breaks and the pauses of the profile, not only those of the law. */
    record PaidBreaks() implements Demand {}

    /**
     * Somebody is there for what is fixed on a day.
     *
     * @param operatorId who
     * @param day the day
     */
    record Fixed(String operatorId, LocalDate day) implements Demand {}

    /**
     * Everybody does what is fixed on a day instead of answering calls.
     *
     * @param day the day
     */
    record FixedWork(LocalDate day) implements Demand {}

    /**
     * Eleven hours of rest follow somebody's last day before the week (C. trav. L3131-1).
     *
     * @param operatorId who
     */
    record RestBefore(String operatorId) implements Demand {}

    /**
     * Somebody's contract is planned in full.
     *
     * @param operatorId who
     */
    record HoursOwed(String operatorId) implements Demand {}
}
