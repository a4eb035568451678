package fr.vigie.forecast;

/**
 * Double seasonal exponential smoothing without trend and with an autoregressive error (Taylor 2003, Journal of the
 * Operational Research Society 54; 2010, European Journal of Operational Research 204), on logarithms.
 *
 * <p>With e the error of level + day + week, and r = e - phi * (the e before): level += alpha r, day += delta r, week +=
 * omega r. Ahead of the last value the level stays and phi^h e fades. The four parameters minimise the mean absolute r,
 * by a search along one coordinate after another from three starts; days and weeks start as means of the first two weeks.
 */
public record DoubleSeasonalHoltWinters() implements RegularModel {
    private static final int MOST_WEEKS = 10;
    private static final double[][] STARTS = {
        {0.02, 0.2, 0.2, 0.7},
        {0.2, 0.1, 0.3, 0.3},
        {0.005, 0.05, 0.1, 0.9}
    };
    private static final double[] HIGHEST = {0.9, 0.9, 0.9, 0.995};
    private static final int ROUNDS = 12;

    @Override
    public int needs(int day, int week, int horizon) {
        return 2 * week + day;
    }

    @Override
    public double[] path(RegularSeries whole, int horizon) {
        var past = whole.last(MOST_WEEKS * whole.week());
        var smoothing = new Smoothing(past.log(), past.day(), past.week());
        return past.exp(smoothing.ahead(smoothing.best(), horizon));
    }

    /** One series on its way. */
    private static final class Smoothing {
        private final double[] z;
        private final int day;
        private final int week;
        private final double[] firstDay;
        private final double[] firstWeek;
        private final double firstLevel;
        private final double[] days;
        private final double[] weeks;
        private double level;
        private double error;

        Smoothing(double[] z, int day, int week) {
            this.z = z;
            this.day = day;
            this.week = week;
            int span = 2 * week;
            double sum = 0;
            for (int i = 0; i < span; i++) {
                sum += z[i];
            }
            firstLevel = sum / span;
            firstDay = new double[day];
            for (int i = 0; i < span; i++) {
                firstDay[i % day] += (z[i] - firstLevel) * day / span;
            }
            firstWeek = new double[week];
            for (int i = 0; i < span; i++) {
                firstWeek[i % week] += (z[i] - firstLevel - firstDay[i % day]) / 2;
            }
            days = new double[day];
            weeks = new double[week];
        }

        double[] best() {
            var best = STARTS[0];
            double least = Double.POSITIVE_INFINITY;
            for (var start : STARTS) {
                var p = start.clone();
                double loss = search(p);
                if (loss < least) {
                    least = loss;
                    best = p;
                }
            }
            return best;
        }

        private double search(double[] p) {
            double loss = run(p);
            double step = 0.1;
            for (int round = 0; round < ROUNDS; round++) {
                boolean moved = false;
                for (int j = 0; j < p.length; j++) {
                    double at = p[j];
                    for (double to : new double[] {at + step, at - step}) {
                        p[j] = Math.max(0, Math.min(HIGHEST[j], to));
                        double other = run(p);
                        if (other < loss) {
                            loss = other;
                            at = p[j];
                            moved = true;
                            break;
                        }
                    }
                    p[j] = at;
                }
                step = moved ? step : step / 2;
            }
            return loss;
        }

        /** Runs through the past and leaves the states at its end. */
        private double run(double[] p) {
            System.arraycopy(firstDay, 0, days, 0, day);
            System.arraycopy(firstWeek, 0, weeks, 0, week);
            level = firstLevel;
            error = 0;
            double loss = 0;
            int d = 0;
            int w = 0;
            for (int i = 0; i < z.length; i++) {
                double e = z[i] - level - days[d] - weeks[w];
                double r = e - p[3] * error;
                level += p[0] * r;
                days[d] += p[1] * r;
                weeks[w] += p[2] * r;
                error = e;
                // The first week still has the values in it from which it started.
                loss += i >= week ? Math.abs(r) : 0;
                d = d + 1 == day ? 0 : d + 1;
                w = w + 1 == week ? 0 : w + 1;
            }
            return loss / (z.length - week);
        }

        double[] ahead(double[] p, int horizon) {
            run(p);
            var path = new double[horizon];
            double fading = error;
            for (int h = 0; h < horizon; h++) {
                fading *= p[3];
                path[h] = level + days[(z.length + h) % day] + weeks[(z.length + h) % week] + fading;
            }
            return path;
        }
    }
}
