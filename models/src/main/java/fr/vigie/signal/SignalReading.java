package fr.vigie.signal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a signal says of a practice on a date.
 *
 * @param asOf the Monday after the last week seen
 * @param practiceId the practice
 * @param practitionerId the doctor; null: the practice as a whole
 * @param signal the name of the signal
 * @param observed numerator and denominator since {@code since}, or of the last comparable week when nothing is on
 * @param baseline the rate to be expected from the practice's own past
 * @param peers the rate of like practices in the same weeks; NaN when there are none
 * @param score the cumulative sum, at least 0
 * @param pValue an upper bound of the chance to score as high without a change
 * @param falseDiscovery the share of false alarms to be expected if all readings at least as strong were alarms
 * @param since the Monday from which the deviation runs; null when nothing is on
 * @param alarm whether it is worth somebody's attention
 */
public record SignalReading(
        LocalDate asOf,
        String practiceId,
        @Nullable String practitionerId,
        String signal,
        Count observed,
        double baseline,
        double peers,
        double score,
        double pValue,
        double falseDiscovery,
        @Nullable LocalDate since,
        boolean alarm) {

    /** The observed rate. */
    public double rate() {
        return observed.rate();
    }

    /** The same reading among others. */
    SignalReading among(double adjusted, double tolerated) {
        return new SignalReading(
                asOf,
                practiceId,
                practitionerId,
                signal,
                observed,
                baseline,
                peers,
                score,
                pValue,
                adjusted,
                since,
                alarm && adjusted <= tolerated);
    }
}
