package fr.vigie.queue;

import fr.vigie.staffing.QueuePerformance;
import fr.vigie.staffing.ServiceLevel;
import fr.vigie.staffing.Target;
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
        List<WaitShares> waits) {

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

    /** The service level by that measure; its times must be among those asked for. */
    public double serviceLevel(ServiceLevel measure) {
        var inTime = at(measure.withinSeconds());
        return switch (measure.definition()) {
            case OFFERED -> inTime.answeredWithin();
            case ANSWERED -> inTime.answeredWithin() / answered;
            case VIRTUAL -> inTime.virtualWithin();
            case WITHOUT_SHORT -> inTime.answeredWithin()
                    / (1 - at(measure.shortSeconds()).goneWithin());
        };
    }

    /** The shares at one of the waits asked for. */
    public WaitShares at(double wait) {
        return waits.stream()
                .filter(shares -> shares.seconds() == wait)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no share for a wait of %s s.\nMaybe add it to the measures.".formatted(wait)));
    }

    /** The figure that a target judges. */
    public double measured(Target target) {
        if (target instanceof Target.Answered promise) {
            return serviceLevel(promise.measure());
        } else if (target instanceof Target.SpeedOfAnswer) {
            return asaSeconds;
        } else if (target instanceof Target.Abandonment) {
            return abandonment;
        } else if (target instanceof Target.Occupancy) {
            return occupancy;
        } else if (target instanceof Target.LongWait promise) {
            return at(promise.seconds()).over();
        }
        throw new IllegalArgumentException(
                "The target '%s' has no figure in a queue where all may wait.\nMaybe drop it."
                        .formatted(target.words()));
    }

    /** Which of these targets are not kept. */
    public List<Target> broken(List<Target> targets) {
        return targets.stream().filter(target -> !target.kept(measured(target))).toList();
    }
}
