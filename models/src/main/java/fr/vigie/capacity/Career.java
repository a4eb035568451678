package fr.vigie.capacity;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The part of an operator's time at work that was watched, in months of tenure.
 *
 * @param fromMonths the tenure when watching began: above 0 for who was hired before (those who left before then were never
 *     seen, and must not make the others look faithful)
 * @param untilMonths the tenure when it ended, not below
 * @param left whether it ended by leaving
 */
public record Career(double fromMonths, double untilMonths, boolean left) {
    /** Days of a mean month of the Gregorian calendar. */
    static final double MONTH_DAYS = 365.2425 / 12;

    public Career {
        Require.notNegative("tenure", fromMonths, "Maybe the operator is hired later.");
        if (!(untilMonths >= fromMonths)) {
            throw new IllegalArgumentException(
                    "The tenure at the end (%s months) must not be below the one at the start (%s).\nMaybe left_on lies before hired_on in the operators file."
                            .formatted(untilMonths, fromMonths));
        }
    }

    /**
     * What a line of the operators' file says.
     *
     * @param hiredOn the first day
     * @param leftOn the last day; null while there
     * @param watchedFrom the first day on which a leaver would still be in the file
     * @param asOf the first day not known yet
     * @return empty where the person was not there while watched
     */
    public static Optional<Career> of(
            LocalDate hiredOn, @Nullable LocalDate leftOn, LocalDate watchedFrom, LocalDate asOf) {
        if (leftOn != null && leftOn.isBefore(hiredOn)) {
            throw new IllegalArgumentException(
                    "Somebody left on %s before the first day, %s.\nMaybe left_on and hired_on are exchanged in the operators file."
                            .formatted(leftOn, hiredOn));
        }
        boolean left = leftOn != null && leftOn.isBefore(asOf);
        var until = left && leftOn != null ? leftOn.plusDays(1) : asOf;
        var from = hiredOn.isBefore(watchedFrom) ? watchedFrom : hiredOn;
        return until.isAfter(from)
                ? Optional.of(new Career(months(hiredOn, from), months(hiredOn, until), left))
                : Optional.empty();
    }

    /** The months between two days. */
    static double months(LocalDate from, LocalDate until) {
        return ChronoUnit.DAYS.between(from, until) / MONTH_DAYS;
    }
}
