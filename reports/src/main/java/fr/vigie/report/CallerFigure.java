package fr.vigie.report;

import java.time.LocalDate;
import java.util.OptionalDouble;

/**
 * What callers do, as the need takes it.
 *
 * @param figure {@code patience}: the mean, in seconds; {@code redial}: the share of lost callers who call again
 * @param value what is taken
 * @param origin {@code fitted} to the calls, {@code configured}, or {@code usual} where too few were lost to tell
 * @param fitted what the calls show
 * @param low the lower end of its 95 % interval
 * @param high the upper end
 * @param calls that it is learnt from
 * @param events of them those that hung up, or that were followed by another
 * @param departure of patience from an exponential law, the greatest difference of the shares who still wait
 * @param from first day of these calls
 * @param until last day of them
 */
public record CallerFigure(
        String figure,
        double value,
        String origin,
        OptionalDouble fitted,
        OptionalDouble low,
        OptionalDouble high,
        long calls,
        long events,
        OptionalDouble departure,
        LocalDate from,
        LocalDate until) {}
