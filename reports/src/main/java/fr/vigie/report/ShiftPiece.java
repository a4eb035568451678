package fr.vigie.report;

import java.time.LocalDate;

/**
 * A piece of a shift, in minutes of its day and in the service's zone; one that runs past midnight ends after 1440.
 *
 * @param operator who, as colleagues know them
 * @param activity as in the shifts file: calls, work, training, break, protected, meeting, absence
 */
public record ShiftPiece(String operator, LocalDate day, int from, int until, String activity) {
    public ShiftPiece {
        if (from < 0 || from > 1439 || until <= from) {
            throw new IllegalArgumentException(
                    "A piece of a shift from minute %d until %d is not possible.".formatted(from, until));
        }
    }
}
