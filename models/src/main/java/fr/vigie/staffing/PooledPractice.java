package fr.vigie.staffing;

import java.io.Serializable;
import java.util.List;

/**
 * A practice, or a group of them, whose calls a pooled team answers with others.
 *
 * @param name its name
 * @param callsPerHour its calls, above 0
 * @param ahtSeconds their mean handling time in seconds
 * @param promises what its contract says, at least one
 */
public record PooledPractice(String name, double callsPerHour, double ahtSeconds, List<Target> promises)
        implements Serializable {
    public PooledPractice {
        promises = List.copyOf(promises);
        Argument.positive("calls per hour of " + name, callsPerHour, "Maybe leave it out of the team.");
        Argument.seconds("mean handling time of " + name, ahtSeconds, "Maybe give it in seconds.");
        if (promises.isEmpty()) {
            throw new IllegalArgumentException(
                    "Nothing is promised to %s.\nMaybe give a service level, e.g. 0.8 within 20 s.".formatted(name));
        }
    }

    double erlangs() {
        return QueueModel.erlangs(callsPerHour, ahtSeconds);
    }
}
