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
 * @param sentence what had happened when it was opened, in the page's language
 * @param probability that something has changed, 0 to 1, as it stood then
 * @param openedOn when the alert was opened
 * @param owner who has taken it
 * @param readings what the signal said at each date, in order
 */
public record AccountAlert(
        String alertId,
        String practiceId,
        String kind,
        String state,
        String sentence,
        OptionalDouble probability,
        LocalDate openedOn,
        Optional<String> owner,
        List<Reading> readings) {

    /**
     * What a signal said on a date.
     *
     * @param numerator events since the deviation began, or of the last comparable week when there is none
     * @param denominator of how many
     * @param baseline the practice's own past rate, 0 to 1
     * @param peerRate the rate of like practices, 0 to 1
     * @param since since when it deviates; empty when it does not
     */
    public record Reading(
            LocalDate asOf,
            double numerator,
            double denominator,
            OptionalDouble baseline,
            OptionalDouble peerRate,
            Optional<LocalDate> since) {

        /** Empty where there was nothing to count. */
        public OptionalDouble rate() {
            return denominator > 0 ? OptionalDouble.of(numerator / denominator) : OptionalDouble.empty();
        }
    }

    public AccountAlert {
        readings = List.copyOf(readings);
    }

    /** What opened it, if it is still known. */
    public Optional<Reading> atOpening() {
        return readings.stream()
                .filter(reading -> reading.asOf().equals(openedOn))
                .findFirst();
    }

    /** The last that is known. */
    public Optional<Reading> latest() {
        return readings.isEmpty() ? Optional.empty() : Optional.of(readings.get(readings.size() - 1));
    }

    boolean isOpen() {
        return state.equals("open");
    }

    /** Whether the practice still departs from its past. */
    boolean isOn() {
        return latest().flatMap(Reading::since).isPresent();
    }
}
