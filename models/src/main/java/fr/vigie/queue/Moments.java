package fr.vigie.queue;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * The moments at which an interval is looked at, and their weights in a mean over it: Simpson's rule on pieces that end where
 * what is averaged has a kink (a wait asked for reaches into the next interval) or changes fast (a queue melts when agents
 * come).
 */
final class Moments {
    private static final int STEPS_OF_PIECE = 8;
    /** The longest step, in means of the time between two calls that end. */
    private static final double LONGEST_STEP = 4;
    /** Where the first fast change is over, in the same. */
    private static final double SETTLING = 6;

    private static final double MOST_STEPS = 120;

    private final double[] at;
    private final double[] weights;

    private Moments(double[] at, double[] weights) {
        this.at = at;
        this.weights = weights;
    }

    static Moments of(LoadInterval load, int agents, Measures measures) {
        double length = load.seconds();
        double betweenEnds = load.ahtSeconds() / Math.max(1, agents);
        var ends = DoubleStream.concat(
                        measures.waitSeconds().stream().mapToDouble(seconds -> length - seconds),
                        DoubleStream.of(SETTLING * betweenEnds, length))
                .filter(end -> end > 0 && end <= length)
                .distinct()
                .sorted()
                .toArray();
        double step = Math.max(LONGEST_STEP * betweenEnds, length / MOST_STEPS);
        var at = new double[] {0};
        var weights = new double[] {0};
        double from = 0;
        for (double end : ends) {
            int steps = Math.max(STEPS_OF_PIECE, 2 * (int) Math.ceil((end - from) / step / 2));
            int start = at.length - 1;
            at = Arrays.copyOf(at, at.length + steps);
            weights = Arrays.copyOf(weights, at.length);
            for (int i = 0; i <= steps; i++) {
                at[start + i] = i == steps ? end : from + i * (end - from) / steps;
                int simpson = i == 0 || i == steps ? 1 : i % 2 == 1 ? 4 : 2;
                weights[start + i] += simpson * (end - from) / steps / 3 / length;
            }
            from = end;
        }
        return new Moments(at, weights);
    }

    /** In order, from 0 to the interval's length. */
    double[] at() {
        return at;
    }

    /** The mean over the interval of something known at each moment. */
    double mean(IntToDoubleFunction value) {
        double mean = 0;
        for (int i = 0; i < at.length; i++) {
            mean += weights[i] * value.applyAsDouble(i);
        }
        return mean;
    }
}
