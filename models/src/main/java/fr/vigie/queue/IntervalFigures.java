package fr.vigie.queue;

import fr.vigie.staffing.QueuePerformance;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the callers of an interval live through, by whichever method. Shares are of the callers who came in it, 0 to 1; NaN
 * where there are none to be shares of. Times in seconds.
 *
 * @param offered callers, a mean where it is computed
 * @param answered the share who are answered
 * @param abandonment the share who hang up
 * @param meanWaitSeconds the mean wait of all
 * @param asaSeconds the mean wait of the answered
 * @param occupancy the share of their time on the phone in which agents handle calls
 * @param waits shares by wait
 */
public record IntervalFigures(
        double offered,
        double answered,
        double abandonment,
        double meanWaitSeconds,
        double asaSeconds,
        double occupancy,
        List<WaitShares> waits)
        implements JudgedFigures {

    /**
     * Shares of callers by their wait.
     *
     * @param seconds the wait
     * @param answeredWithin answered within that time
     * @param goneWithin hung up, or are cut off when the lines close, within that time
     * @param virtualWithin would be answered within that time if they did not hang up
     * @param over wait longer, answered or not
     */
    public record WaitShares(
            double seconds, double answeredWithin, double goneWithin, double virtualWithin, double over) {}

    public IntervalFigures {
        waits = List.copyOf(waits);
    }

    /** Those of a queue that has settled, with that many callers. */
    static IntervalFigures settled(QueuePerformance performance, double offered, Measures measures) {
        var waits = Objects.requireNonNull(performance.waits());
        return new IntervalFigures(
                offered,
                waits.answered(),
                orNaN(performance.abandonment()),
                orNaN(performance.meanWaitSeconds()),
                orNaN(performance.asaSeconds()),
                performance.occupancy(),
                measures.waitSeconds().stream()
                        .map(seconds -> new WaitShares(
                                seconds,
                                waits.answeredWithin(seconds),
                                1 - waits.over(seconds) - waits.answeredWithin(seconds),
                                1 - waits.virtualOver(seconds),
                                waits.over(seconds)))
                        .toList());
    }

    private static double orNaN(@Nullable Double figure) {
        return figure == null ? Double.NaN : figure;
    }

    /** The shares at one of the waits asked for. */
    public WaitShares at(double wait) {
        return waits.stream()
                .filter(shares -> shares.seconds() == wait)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no share for a wait of %s s.\nMaybe add it to the measures.".formatted(wait)));
    }

    @Override
    public double answeredWithin(double wait) {
        return at(wait).answeredWithin();
    }

    @Override
    public double goneWithin(double wait) {
        return at(wait).goneWithin();
    }

    @Override
    public double virtualWithin(double wait) {
        return at(wait).virtualWithin();
    }

    @Override
    public double over(double wait) {
        return at(wait).over();
    }
}
