package fr.vigie.forecast;

import java.util.List;

/**
 * The level of a busy line by day, and what moves it slowly: school holidays, the season, epidemics.
 *
 * <p>The logarithm of a day's calls over what weekday and special days give for it is a local level, which changes by a random walk,
 * plus regressors with constant coefficients, plus noise (Harvey 1989, Forecasting, structural time series models and the Kalman filter,
 * sections 4.1 and 7.3). All coefficients have normal priors of mean zero. Since the level wanders, a coefficient is learnt from what
 * calls do where its regressor changes and not from how one year differs from the next. The two variances are those of a grid under
 * which the errors of one step are likeliest. Units: logarithms; days.
 */
final class DayLevel {
    /** Deviations of a day's noise, and of the level's step as shares of it. */
    private static final double[] NOISES = {0.015, 0.02, 0.03, 0.04, 0.06, 0.09, 0.14};

    private static final double[] STEPS = {0.02, 0.05, 0.1, 0.2, 0.4};
    private static final double FIRST_DEVIATION = 0.3;

    /**
     * A day that is over.
     *
     * @param day number of the day, ascending
     * @param logRatio logarithm of the calls that came over those expected
     * @param variance of the noise, relative to an ordinary day's, positive
     * @param regressors one for each coefficient
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Day(int day, double logRatio, double variance, double[] regressors) {}

    private final double[] state;

    private DayLevel(double[] state) {
        this.state = state;
    }

    /**
     * The level after the last of these days.
     *
     * @param days at least one
     * @param deviations of the coefficients before any data, zero or more
     */
    static DayLevel after(List<Day> days, double[] deviations) {
        var best = new Filter(deviations);
        double most = Double.NEGATIVE_INFINITY;
        for (double noise : NOISES) {
            for (double step : STEPS) {
                var filter = new Filter(deviations);
                double likelihood = filter.run(days, noise * noise, noise * noise * step * step);
                if (likelihood > most) {
                    most = likelihood;
                    best = filter;
                }
            }
        }
        return new DayLevel(best.state);
    }

    /** The factor of a day to come. */
    double factor(double[] regressors) {
        double log = state[0];
        for (int j = 0; j < regressors.length; j++) {
            log += state[j + 1] * regressors[j];
        }
        return StrictMath.exp(log);
    }

    /** Kalman's, whose state is the level and the coefficients. */
    private static final class Filter {
        private final double[] state;
        private final double[][] covariance;

        Filter(double[] deviations) {
            state = new double[deviations.length + 1];
            covariance = new double[state.length][state.length];
            covariance[0][0] = FIRST_DEVIATION * FIRST_DEVIATION;
            for (int j = 0; j < deviations.length; j++) {
                covariance[j + 1][j + 1] = deviations[j] * deviations[j];
            }
        }

        /** The logarithm of the likelihood, but for a constant. */
        double run(List<Day> days, double noise, double step) {
            double sum = 0;
            int before = days.get(0).day;
            for (var day : days) {
                covariance[0][0] += step * (day.day - before);
                before = day.day;
                sum += update(day, noise * day.variance);
            }
            return sum;
        }

        private double update(Day day, double noise) {
            int size = state.length;
            var gain = new double[size];
            double error = day.logRatio - state[0];
            for (int j = 1; j < size; j++) {
                error -= state[j] * day.regressors[j - 1];
            }
            for (int i = 0; i < size; i++) {
                gain[i] = covariance[i][0];
                for (int j = 1; j < size; j++) {
                    gain[i] += day.regressors[j - 1] == 0 ? 0 : covariance[i][j] * day.regressors[j - 1];
                }
            }
            double variance = noise + gain[0];
            for (int j = 1; j < size; j++) {
                variance += gain[j] * day.regressors[j - 1];
            }
            for (int i = 0; i < size; i++) {
                state[i] += gain[i] * error / variance;
                for (int j = 0; j < size; j++) {
                    covariance[i][j] -= gain[i] * gain[j] / variance;
                }
            }
            return -(StrictMath.log(variance) + error * error / variance) / 2;
        }
    }
}
