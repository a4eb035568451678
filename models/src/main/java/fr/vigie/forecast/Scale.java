package fr.vigie.forecast;

import java.util.Arrays;

/** On what scale levels and seasons add up. */
public enum Scale {
    /** Seasons are factors. */
    LOGARITHM {
        @Override
        double[] to(RegularSeries series) {
            return series.log();
        }

        @Override
        double[] from(RegularSeries series, double[] path) {
            return series.exp(path);
        }
    },
    /** Seasons are differences. */
    IDENTITY {
        @Override
        double[] to(RegularSeries series) {
            return series.values().clone();
        }

        @Override
        double[] from(RegularSeries series, double[] path) {
            return Arrays.stream(path).map(v -> Math.max(0, v)).toArray();
        }
    };

    /** The values of a series on this scale. */
    abstract double[] to(RegularSeries series);

    /** Values of this scale as values of the series, zero at least. */
    abstract double[] from(RegularSeries series, double[] path);
}
