package fr.vigie.queue;

import fr.vigie.staffing.ServiceLevel;
import fr.vigie.staffing.ServiceLevelDefinition;
import fr.vigie.staffing.Target;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * What is asked of a queue.
 *
 * @param waitSeconds the waits at which callers are counted, each zero or more; kept in order and once
 * @param pauseSeconds an agent who is free that long has had a pause, zero or more
 */
public record Measures(List<Double> waitSeconds, double pauseSeconds) implements Serializable {
    private static final double USUAL_PAUSE_SECONDS = 60;

    /** Answered within 20 seconds, hung up within 5, waiting over five minutes; a minute is a pause. */
    public static final Measures USUAL =
            new Measures(List.of(ServiceLevel.DEFAULT_SHORT_SECONDS, 20.0, 300.0), USUAL_PAUSE_SECONDS);

    public Measures {
        waitSeconds = waitSeconds.stream().distinct().sorted().toList();
        waitSeconds.forEach(
                seconds -> Require.notNegative("wait to count at", seconds, "Maybe give it in seconds, e.g. 20."));
        Require.notNegative("pause", pauseSeconds, "Maybe give it in seconds, e.g. 60.");
    }

    /** What judging these targets takes. */
    public static Measures of(List<Target> targets) {
        var seconds = new ArrayList<Double>();
        for (var target : targets) {
            if (target instanceof Target.Answered answered) {
                seconds.addAll(waits(answered.measure()));
            } else if (target instanceof Target.LongWait longWait) {
                seconds.add(longWait.seconds());
            }
        }
        return new Measures(seconds, USUAL_PAUSE_SECONDS);
    }

    /** What these service levels take. */
    static Measures ofLevels(List<ServiceLevel> levels) {
        return new Measures(
                levels.stream().flatMap(level -> waits(level).stream()).toList(), USUAL_PAUSE_SECONDS);
    }

    private static List<Double> waits(ServiceLevel level) {
        return level.definition() == ServiceLevelDefinition.WITHOUT_SHORT
                ? List.of(level.withinSeconds(), level.shortSeconds())
                : List.of(level.withinSeconds());
    }

    double longestWait() {
        return waitSeconds.isEmpty() ? 0 : waitSeconds.get(waitSeconds.size() - 1);
    }
}
