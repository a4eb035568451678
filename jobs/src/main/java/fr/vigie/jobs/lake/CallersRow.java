package fr.vigie.jobs.lake;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What callers do, as the staffing of a date takes it.
 *
 * @param asOf the run's date
 * @param figure {@code patience}: the mean, seconds; {@code redial}: the probability that a lost caller calls again
 * @param value what is taken
 * @param origin where it comes from: {@code fitted} to the calls, {@code configured}, or {@code usual} where too few callers
 *     were lost to tell
 * @param fitted what the calls show; null where they tell nothing
 * @param low the lower end of its 95 % interval; null likewise
 * @param high the upper end; null likewise
 * @param calls whose waits were seen; for redials: the lost ones whose caller is known
 * @param events of them the callers who hung up; for redials: who called again
 * @param departure patience only: by how much at most the share who still wait differs from the exponential law, up to the
 *     service's long wait; null where the calls tell nothing
 * @param fromDay the first day of these calls
 * @param untilDay the day after the last
 */
public record CallersRow(
        LocalDate asOf,
        String figure,
        double value,
        String origin,
        @Nullable Double fitted,
        @Nullable Double low,
        @Nullable Double high,
        long calls,
        long events,
        @Nullable Double departure,
        LocalDate fromDay,
        LocalDate untilDay) {}
