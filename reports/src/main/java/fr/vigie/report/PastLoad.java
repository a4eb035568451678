package fr.vigie.report;

import java.time.LocalDate;

/**
 * What happened in an open half-hour.
 *
 * @param day business date
 * @param minute of the day at its start, in the service's zone
 * @param offered calls that asked for an operator
 * @param answered calls that got one
 * @param abandoned calls that gave up
 * @param inTime answered within the target's wait
 * @param counted calls that the target's definition counts; the service level is {@code inTime / counted}
 * @param waitedLong offered calls that waited longer than the target's long wait
 * @param waitingAtOpening calls that came before the lines opened and are counted in this half-hour
 * @param talkSeconds talk of the answered calls
 * @param wrapSeconds their wrap-up
 * @param waitSeconds wait of the offered calls
 */
public record PastLoad(
        LocalDate day,
        int minute,
        long offered,
        long answered,
        long abandoned,
        long inTime,
        long counted,
        long waitedLong,
        long waitingAtOpening,
        double talkSeconds,
        double wrapSeconds,
        double waitSeconds) {}
