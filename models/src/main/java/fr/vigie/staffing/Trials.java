package fr.vigie.staffing;

import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A search for the least agents that keep all targets, which remembers the closest numbers of agents tried. */
final class Trials {
    private final List<Target> targets;
    private final IntFunction<QueuePerformance> model;
    private @Nullable QueuePerformance enough;
    private @Nullable QueuePerformance tooFew;
    private int firstBroken;

    Trials(List<Target> targets, IntFunction<QueuePerformance> model) {
        this.targets = targets;
        this.model = model;
    }

    /**
     * The least agents that keep all targets; one more than the most where these do not.
     *
     * @param guess where to begin
     * @param step how far the first step goes; it doubles until the answer is passed
     * @param min never fewer
     * @param max never more
     */
    int least(int guess, int step, int min, int max) {
        int first = Math.max(min, Math.min(max, guess));
        return isEnough(first) ? down(first, Math.max(1, step), min) : up(first, Math.max(1, step), max);
    }

    private int down(int from, int firstStep, int min) {
        int best = from;
        for (int step = firstStep; best > min; step *= 2) {
            int fewer = Math.max(min, best - step);
            if (!isEnough(fewer)) {
                return between(fewer, best);
            }
            best = fewer;
        }
        return min;
    }

    private int up(int from, int firstStep, int max) {
        int worst = from;
        for (int step = firstStep; worst < max; step *= 2) {
            int more = Math.min(max, worst + step);
            if (isEnough(more)) {
                return between(worst, more);
            }
            worst = more;
        }
        return max + 1;
    }

    /** Halves the interval between agents that are too few and agents that are enough. */
    private int between(int worst, int best) {
        int low = worst;
        int high = best;
        while (high - low > 1) {
            int middle = low + (high - low) / 2;
            if (isEnough(middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    private boolean isEnough(int agents) {
        var performance = model.apply(agents);
        for (int i = 0; i < targets.size(); i++) {
            if (!targets.get(i).keptBy(performance)) {
                tooFew = performance;
                firstBroken = i;
                return false;
            }
        }
        enough = performance;
        return true;
    }

    /** The fewest agents tried that are enough. */
    QueuePerformance enough() {
        return Objects.requireNonNull(enough);
    }

    /** The most agents tried that are too few. */
    QueuePerformance tooFew() {
        return Objects.requireNonNull(tooFew);
    }

    /** The targets that these break. */
    List<Target> broken() {
        var performance = tooFew();
        return IntStream.range(firstBroken, targets.size())
                .filter(i -> i == firstBroken || !targets.get(i).keptBy(performance))
                .mapToObj(targets::get)
                .toList();
    }
}
