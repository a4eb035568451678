package fr.vigie.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * One direction of a chart.
 *
 * @param from value at the start
 * @param until value at the end, above {@code from}
 * @param ticks the values that are written, in ascending order
 */
public record Axis(double from, double until, List<Tick> ticks) {

    /** A value with its wording. */
    public record Tick(double at, String label) {}

    public Axis {
        if (!(from < until)) {
            throw new IllegalArgumentException("An axis from %s until %s must ascend.".formatted(from, until));
        }
        ticks = List.copyOf(ticks);
    }

    /** From zero to just above {@code largest}, with three to six round steps (1, 2 or 5 times a power of ten). */
    public static Axis fromZero(double largest, DoubleFunction<String> wording) {
        var top = largest > 0 ? largest : 1;
        var step = roundStep(top / 4);
        var ticks = new ArrayList<Tick>();
        var steps = (int) Math.ceil(top / step - 1e-9);
        for (var k = 0; k <= steps; k++) {
            ticks.add(new Tick(k * step, wording.apply(k * step)));
        }
        return new Axis(0, steps * step, ticks);
    }

    private static double roundStep(double atLeast) {
        var power = Math.pow(10, Math.floor(Math.log10(atLeast)));
        for (var factor : new double[] {1, 2, 5}) {
            if (factor * power >= atLeast * (1 - 1e-9)) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    /** Share of the way, 0 at the start and 1 at the end. */
    double share(double value) {
        return (value - from) / (until - from);
    }
}
