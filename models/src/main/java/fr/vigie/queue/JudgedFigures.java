package fr.vigie.queue;

import fr.vigie.staffing.ServiceLevel;
import fr.vigie.staffing.Target;
import java.util.List;

/** What targets are judged by, each figure on its own: some cost more to find than others. Shares of callers, times in seconds. */
interface JudgedFigures {
    double answered();

    double abandonment();

    /** The mean wait of the answered. */
    double asaSeconds();

    double occupancy();

    /** The share answered within a wait that was asked for. */
    double answeredWithin(double wait);

    /** The share who hung up, or were cut off when the lines closed, within that wait. */
    double goneWithin(double wait);

    /** The share who would be answered within that wait if they did not hang up. */
    double virtualWithin(double wait);

    /** The share who wait longer, answered or not. */
    double over(double wait);

    /** The service level by a measure; its times must be among those asked for. */
    default double serviceLevel(ServiceLevel measure) {
        double inTime = measure.withinSeconds();
        return switch (measure.definition()) {
            case OFFERED -> answeredWithin(inTime);
            case ANSWERED -> answeredWithin(inTime) / answered();
            case VIRTUAL -> virtualWithin(inTime);
            case WITHOUT_SHORT -> answeredWithin(inTime) / (1 - goneWithin(measure.shortSeconds()));
        };
    }

    /** The figure that a target judges. */
    default double measured(Target target) {
        if (target instanceof Target.Answered promise) {
            return serviceLevel(promise.measure());
        } else if (target instanceof Target.SpeedOfAnswer) {
            return asaSeconds();
        } else if (target instanceof Target.Abandonment) {
            return abandonment();
        } else if (target instanceof Target.Occupancy) {
            return occupancy();
        } else if (target instanceof Target.LongWait promise) {
            return over(promise.seconds());
        }
        throw new IllegalArgumentException(
                "The target '%s' has no figure in a queue where all may wait.\nMaybe drop it."
                        .formatted(target.words()));
    }

    default boolean keeps(Target target) {
        return target.kept(measured(target));
    }

    /** Which of these targets are not kept. */
    default List<Target> broken(List<Target> targets) {
        return targets.stream().filter(target -> !keeps(target)).toList();
    }
}
