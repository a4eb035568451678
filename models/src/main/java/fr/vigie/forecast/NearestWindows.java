package fr.vigie.forecast;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * What followed on the days that were most like the last two: nearest neighbours with an adapted level (Martínez, Frías,
 * Pérez and Rivera 2019, Artificial Intelligence Review 52), on logarithms.
 *
 * <p>The last two days, less their mean, are held against every stretch that ends a whole number of days before and whose
 * continuation is known. Distance: mean absolute difference, times 1.4 unless the stretch ends whole weeks before. The
 * nearest ones' continuations are averaged with weights 1 / (distance + 0.001 * mean distance). More than two days ahead,
 * where the weekday matters more than the day's mood, only stretches that end whole weeks before are looked at.
 *
 * @param neighbours how many, at least 1
 */
public record NearestWindows(int neighbours) implements RegularModel {
    private static final int TWO_DAYS = 2;
    private static final double OTHER_WEEKDAY = 1.4;
    private static final double LEAST_DISTANCE = 0.001;

    /** The usual three. */
    public NearestWindows() {
        this(3);
    }

    public NearestWindows {
        if (neighbours < 1) {
            throw new IllegalArgumentException("The neighbours (%d) must be at least 1.".formatted(neighbours));
        }
    }

    private record Window(int end, double distance, double shift) {}

    @Override
    public int needs(int day, int week, int horizon) {
        return TWO_DAYS * day + whole(horizon, week);
    }

    /** The horizon, rounded up to whole periods. */
    private static int whole(int horizon, int period) {
        return (horizon + period - 1) / period * period;
    }

    @Override
    public double[] path(RegularSeries past, int horizon) {
        var z = past.log();
        int n = z.length;
        int length = TWO_DAYS * past.day();
        double level = mean(z, n - length, n);
        int step = horizon > TWO_DAYS * past.day() ? past.week() : past.day();
        var windows = IntStream.iterate(n - whole(horizon, step), end -> end >= length, end -> end - step)
                .mapToObj(end -> window(z, end, length, level, (n - end) % past.week() == 0))
                .toList();
        double meanDistance =
                windows.stream().mapToDouble(Window::distance).average().orElseThrow();
        var path = new double[horizon];
        double sum = 0;
        for (var window : windows.stream()
                .sorted(Comparator.comparingDouble(Window::distance))
                .limit(neighbours)
                .toList()) {
            double weight = meanDistance == 0 ? 1 : 1 / (window.distance() + LEAST_DISTANCE * meanDistance);
            sum += weight;
            for (int h = 0; h < horizon; h++) {
                path[h] += weight * (z[window.end() + h] + window.shift());
            }
        }
        double total = sum;
        return past.exp(Arrays.stream(path).map(v -> v / total).toArray());
    }

    private static Window window(double[] z, int end, int length, double level, boolean sameWeekday) {
        double own = mean(z, end - length, end);
        double distance = 0;
        for (int i = 1; i <= length; i++) {
            distance += Math.abs((z[z.length - i] - level) - (z[end - i] - own));
        }
        return new Window(end, distance / length * (sameWeekday ? 1 : OTHER_WEEKDAY), level - own);
    }

    private static double mean(double[] z, int from, int until) {
        double sum = 0;
        for (int i = from; i < until; i++) {
            sum += z[i];
        }
        return sum / (until - from);
    }
}
