package fr.vigie.jobs.lake;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A signal of a practice or doctor at a date.
 *
 * @param asOf the Monday after the last week seen
 * @param practiceId the practice
 * @param practitionerId the doctor, where the signal is one person's
 * @param signal the signal
 * @param numerator events in the current window
 * @param denominator of how many
 * @param rate numerator over denominator
 * @param baseline the practice's own past rate
 * @param peerRate that of like practices
 * @param score the detector's score
 * @param pValue how often chance alone does as much
 * @param since since when
 * @param alarm whether it is raised
 */
public record SignalRow(
        LocalDate asOf,
        String practiceId,
        @Nullable String practitionerId,
        String signal,
        double numerator,
        double denominator,
        @Nullable Double rate,
        @Nullable Double baseline,
        @Nullable Double peerRate,
        double score,
        @Nullable Double pValue,
        @Nullable LocalDate since,
        boolean alarm) {}
