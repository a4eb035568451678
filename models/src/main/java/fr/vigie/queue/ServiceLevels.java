package fr.vigie.queue;

import java.util.List;

/**
 * Service levels of an interval.
 *
 * @param offered the callers who count in it, a mean
 * @param levels one for each measure asked for, 0 to 1; NaN where there are no callers
 */
public record ServiceLevels(double offered, List<Double> levels) {
    public ServiceLevels {
        levels = List.copyOf(levels);
    }
}
