package fr.vigie.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * An alert on a practice with its evidence.
 *
 * @param kind the signal, e.g. {@code refusal}
 * @param state {@code open} or {@code acknowledged}
 * @param sentence what happened, in the page's language
 * @param numerator events since it began
 * @param denominator of how many
 * @param baseline the practice's own past rate, 0 to 1
 * @param peerRate the rate of like practices, 0 to 1
 * @param since since when
 * @param openedOn when the alert was opened
 * @param owner who has taken it
 * @param readings the rate as it stood at each date, in order
 */
public record AccountAlert(
        String alertId,
        String practiceId,
        String kind,
        String state,
        String sentence,
        double numerator,
        double denominator,
        OptionalDouble baseline,
        OptionalDouble peerRate,
        Optional<LocalDate> since,
        LocalDate openedOn,
        Optional<String> owner,
        List<Reading> readings) {

    /** A rate as it stood on a date; empty where there was nothing to count. */
    public record Reading(LocalDate asOf, OptionalDouble rate) {}

    public AccountAlert {
        readings = List.copyOf(readings);
    }

    /** The rate since it began; empty without a denominator. */
    OptionalDouble rate() {
        return denominator > 0 ? OptionalDouble.of(numerator / denominator) : OptionalDouble.empty();
    }
}
