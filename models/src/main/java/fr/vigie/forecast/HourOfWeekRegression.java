package fr.vigie.forecast;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * A regression by hour of the week: mean = level * p(slot of the week) * (1 + sum of the effects present).
 *
 * <p>Least squares with variance proportional to p, as for over-dispersed counts; older days weigh exponentially
 * less. The profile p is shrunk towards the family's, and the effects (public holiday, half-day, bridge, day after, school
 * holiday, season of the year, turn of the month, occasions) towards zero or, of occasions, towards what they did to the family, both as if normal with the deviations given: a ridge. Profile and
 * effects are solved in turns from {@link SlotSums}, which only grow from origin to origin. The level is the ratio of
 * the last days' calls to what the regression gives for them, with a memory of its own: short where a day's calls scatter
 * little around their mean, long where it takes many days to tell a change from chance, as the gain of a local level model does (Harvey
 * 1989, Forecasting, structural time series models and the Kalman filter, section 4.1). Where a line of at least a hundred calls a day
 * is known for most of a year, {@link SlowLevel} takes the place of that level and of the effects that last for weeks. A line that has been
 * silent for four weeks, against all expectation, is taken to stay silent.
 *
 * @param profileHalfLifeDays age at which a day weighs half in profile and effects, positive
 * @param levelHalfLifeDays age at which a day weighs half in the level; 0: 280 times the relative deviation of a day's calls, at least
 *     10 and at most 45
 * @param profileDeviation relative deviation of a slot from its family's profile, positive
 * @param levelDeviation relative deviation of the level from the last months', positive
 */
public record HourOfWeekRegression(
        double profileHalfLifeDays, double levelHalfLifeDays, double profileDeviation, double levelDeviation)
        implements ForecastModel {
    /** The usual parameters. */
    public HourOfWeekRegression() {
        this(240, 0, 0.5, 0.3);
    }

    public HourOfWeekRegression {
        positive("profile half-life", profileHalfLifeDays);
        if (levelHalfLifeDays != 0) {
            positive("level half-life", levelHalfLifeDays);
        }
        positive("profile deviation", profileDeviation);
        positive("level deviation", levelDeviation);
    }

    private static void positive(String name, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("The %s (%s) must be positive.".formatted(name, value));
        }
    }

    @Override
    public Walk walk(Outlook outlook) {
        return new OnTheWay(outlook);
    }

    /**
     * Why the days ahead are not like their weekday usually is: the influences that are present, by day, of at least half
     * a per cent. Only for series with dates.
     *
     * @param origin index of the first interval ahead
     * @param horizon number of intervals, within the series
     */
    public List<DayEffect> effects(Outlook outlook, int origin, int horizon) {
        return new OnTheWay(outlook).effects(origin, horizon);
    }

    /** What is known to lift or lower calls, on its way over a series. */
    interface Lifts {
        /**
         * Calls over those without any effect, whatever the level, by interval from the first of the series to the last of the horizon.
         *
         * @param origin index of the first interval ahead, not smaller than at the call before
         */
        double[] at(int origin, int horizon);
    }

    /** Sets out to tell the effects of a series. */
    Lifts lifts(Outlook outlook) {
        return new OnTheWay(outlook)::lifts;
    }

    private final class OnTheWay implements Walk {
        private static final int TURNS = 3;
        private static final double LEAST_FACTOR = 0.05;
        private static final double LEAST_RATIO = 0.005;
        private static final int LEVEL_HALF_LIVES = 5;
        private static final double HALF_LIFE_OF_NOISE = 280;
        private static final double SHORTEST_HALF_LIFE = 10;
        private static final double LONGEST_HALF_LIFE = 45;
        /** Calls a day. */
        private static final double BUSY = 100;

        private static final int SILENT_DAYS = 28;
        /** Expected calls, in units of the scatter, whose absence is no chance: P < 1e-6. */
        private static final double SILENT_CALLS = 14;

        private final Outlook outlook;
        private final Occasions occasions;
        private final Effects effects;
        private final Effect[] columns;
        private final CleanDays clean;
        private final SlotSums sums;
        private final int slots;
        private int next;

        OnTheWay(Outlook outlook) {
            this.outlook = outlook;
            occasions = new Occasions(outlook);
            effects = new Effects(outlook, occasions);
            columns = effects.columns();
            clean = new CleanDays(outlook);
            slots = outlook.series().timeline().slotsPerWeek();
            sums = new SlotSums(slots, columns.length);
        }

        private record Fit(double[] profile, double[] b, double memory, Optional<SlowLevel> slow) {
            double level(LocalDate day, Predicate<Effect> counted) {
                return slow.map(level -> level.factor(day, counted)).orElse(memory);
            }
        }

        private Fit fit(int origin) {
            addWholeDaysBefore(origin);
            var timeline = outlook.series().timeline();
            var expected = Profiles.expected(outlook, origin);
            double now = growth(timeline.day(Math.max(0, origin - 1)));
            double scatter = scatter(expected);
            var profile = expected.clone();
            var b = new double[columns.length];
            for (int turn = 0; turn < TURNS; turn++) {
                b = solveEffects(profile, scatter, now, origin);
                profile = solveProfile(expected, b, scatter, now);
            }
            double memory = level(origin, profile, b, scatter);
            var rest = withoutSlowEffects(b);
            var slow = memory > 0 ? slowLevel(origin, profile, rest) : Optional.<SlowLevel>empty();
            return new Fit(profile, slow.isPresent() ? rest : b, memory, slow);
        }

        private double[] withoutSlowEffects(double[] b) {
            return IntStream.range(0, b.length)
                    .mapToDouble(j -> SlowEffects.ALL.contains(columns[j]) ? 0 : b[j])
                    .toArray();
        }

        /** Of a line with calls enough for the logarithm of a day's. */
        private Optional<SlowLevel> slowLevel(int origin, double[] profile, double[] rest) {
            return levelHalfLifeDays > 0 || callsPerDay(profile) < BUSY
                    ? Optional.empty()
                    : SlowLevel.learn(outlook, occasions, clean, next, i -> fitted(i, origin, profile, rest));
        }

        private double callsPerDay(double[] profile) {
            return Arrays.stream(profile).sum() * outlook.series().timeline().slotsPerDay() / slots;
        }

        @Override
        public double[] means(int origin, int horizon) {
            var fit = fit(origin);
            var means = new double[horizon];
            for (int from = 0; from < horizon; from = endOfDay(origin + from, origin + horizon) - origin) {
                double level = fit.level(date(origin + from), effect -> true);
                for (int h = from; h < endOfDay(origin + from, origin + horizon) - origin; h++) {
                    means[h] = outlook.series().isClosed(origin + h)
                            ? 0
                            : level * fitted(origin + h, origin, fit.profile, fit.b);
                }
            }
            return means;
        }

        private double[] lifts(int origin, int horizon) {
            var fit = fit(origin);
            var lifts = new double[origin + horizon];
            for (int from = 0; from < lifts.length; from = endOfDay(from, lifts.length)) {
                var date = date(from);
                double slow = fit.slow.map(level -> level.lift(date)).orElse(1.0);
                for (int i = from; i < endOfDay(from, lifts.length); i++) {
                    lifts[i] = slow * factor(i, origin, fit.b);
                }
            }
            return lifts;
        }

        private int endOfDay(int from, int most) {
            var timeline = outlook.series().timeline();
            int until = from;
            while (until < most && timeline.day(until) == timeline.day(from)) {
                until++;
            }
            return until;
        }

        /** Of no meaning where the series has none. */
        private LocalDate date(int i) {
            return LocalDate.ofEpochDay(outlook.series().timeline().day(i));
        }

        private List<DayEffect> effects(int origin, int horizon) {
            var fit = fit(origin);
            var found = new ArrayList<DayEffect>();
            for (int from = origin; from < origin + horizon; from = endOfDay(from, origin + horizon)) {
                int until = endOfDay(from, origin + horizon);
                double all = calls(from, until, origin, fit, effect -> true);
                for (var influence : Influence.values()) {
                    double rest = calls(from, until, origin, fit, effect -> Influence.of(effect) != influence);
                    if (rest > 0 && Math.abs(all / rest - 1) >= LEAST_RATIO) {
                        found.add(new DayEffect(date(from), influence, all / rest - 1));
                    }
                }
            }
            return found;
        }

        /** Those expected within a day if some effects alone counted. */
        private double calls(int from, int until, int origin, Fit fit, Predicate<Effect> counted) {
            var b = IntStream.range(0, columns.length)
                    .mapToDouble(j -> counted.test(columns[j]) ? fit.b[j] : 0)
                    .toArray();
            double sum = 0;
            for (int i = from; i < until; i++) {
                sum += outlook.series().isClosed(i) ? 0 : fitted(i, origin, fit.profile, b);
            }
            return sum * fit.level(date(from), counted);
        }

        /** A day is added when it is over, since it is judged as a whole. */
        private void addWholeDaysBefore(int origin) {
            var series = outlook.series();
            var timeline = series.timeline();
            int end = origin;
            while (end > next && end < timeline.length() && timeline.day(end) == timeline.day(end - 1)) {
                end--;
            }
            int day = Integer.MIN_VALUE;
            double weight = 0;
            for (; next < end; next++) {
                if (timeline.day(next) != day) {
                    day = timeline.day(next);
                    weight = growth(day) * clean.weight(day);
                }
                if (series.isKnown(next)) {
                    sums.add(timeline.slotOfWeek(next), weight, effects.at(next, origin), series.value(next));
                }
            }
        }

        private double growth(int day) {
            return StrictMath.pow(2, (day - outlook.series().timeline().day(0)) / profileHalfLifeDays);
        }

        private int historyDays(int origin) {
            var timeline = outlook.series().timeline();
            int first = outlook.series().firstKnown();
            return first >= origin ? 0 : timeline.day(origin - 1) - timeline.day(first) + 1;
        }

        /** Variance over mean within slots, pooled; 1 where nothing can be said. */
        private double scatter(double[] expected) {
            double squares = 0;
            double weights = 0;
            for (int s = 0; s < slots; s++) {
                if (sums.w[s] > 0 && expected[s] > 0) {
                    squares += Math.max(0, sums.wyy[s] - sums.wy[s] * sums.wy[s] / sums.w[s]) / expected[s];
                    weights += sums.w[s];
                }
            }
            return weights > 0 && squares > 0 ? squares / weights : 1;
        }

        private double[] solveEffects(double[] profile, double scatter, double now, int origin) {
            int days = historyDays(origin);
            int k = columns.length;
            var matrix = new double[k][k];
            var right = new double[k];
            for (int s = 0; s < slots; s++) {
                if (profile[s] <= 0 || sums.w[s] == 0) {
                    continue;
                }
                double scale = 1 / (scatter * now);
                int at = 0;
                for (int j = 0; j < k; j++) {
                    right[j] += scale * (sums.wxy[s][j] - profile[s] * sums.wx[s][j]);
                    for (int l = 0; l <= j; l++) {
                        matrix[j][l] += scale * profile[s] * sums.wxx[s][at++];
                    }
                }
            }
            for (int j = 0; j < k; j++) {
                double deviation = columns[j].deviation(days);
                if (deviation == 0) {
                    Arrays.fill(matrix[j], 0);
                    for (int l = j + 1; l < k; l++) {
                        matrix[l][j] = 0;
                    }
                    right[j] = 0;
                    matrix[j][j] = 1;
                } else {
                    matrix[j][j] += 1 / (deviation * deviation);
                    right[j] += outlook.family().lift(columns[j], origin) / (deviation * deviation);
                }
                for (int l = 0; l < j; l++) {
                    matrix[l][j] = matrix[j][l];
                }
            }
            return NormalEquations.solve(matrix, right);
        }

        private double[] solveProfile(double[] expected, double[] b, double scatter, double now) {
            var profile = new double[slots];
            for (int s = 0; s < slots; s++) {
                if (sums.w[s] == 0) {
                    profile[s] = expected[s];
                    continue;
                }
                double top = sums.wy[s];
                double bottom = sums.w[s] + sums.quadratic(s, b);
                for (int j = 0; j < b.length; j++) {
                    top += sums.wxy[s][j] * b[j];
                    bottom += 2 * sums.wx[s][j] * b[j];
                }
                double prior = expected[s] > 0 ? scatter / (profileDeviation * profileDeviation * expected[s]) : 0;
                profile[s] = Math.max(0, (top / now + prior * expected[s]) / (bottom / now + prior));
            }
            return profile;
        }

        /** In days, with which the level is remembered. */
        private double halfLife(double[] profile, double scatter) {
            if (levelHalfLifeDays > 0) {
                return levelHalfLifeDays;
            }
            double callsPerDay = callsPerDay(profile);
            double asked = callsPerDay > 0 ? HALF_LIFE_OF_NOISE * Math.sqrt(scatter / callsPerDay) : LONGEST_HALF_LIFE;
            return Math.min(LONGEST_HALF_LIFE, Math.max(SHORTEST_HALF_LIFE, asked));
        }

        private double level(int origin, double[] profile, double[] b, double scatter) {
            double halfLife = halfLife(profile, scatter);
            var series = outlook.series();
            var timeline = series.timeline();
            double came = 0;
            double fitted = 0;
            double missed = 0;
            double weight = 0;
            int day = Integer.MAX_VALUE;
            int today = timeline.day(Math.max(0, origin - 1));
            for (int i = origin - 1; i >= 0 && today - timeline.day(i) < LEVEL_HALF_LIVES * halfLife; i--) {
                if (timeline.day(i) != day) {
                    day = timeline.day(i);
                    weight = StrictMath.pow(0.5, (today - day) / halfLife) * (i < next ? clean.weight(day) : 1);
                }
                if (series.isKnown(i)) {
                    double expected = fitted(i, origin, profile, b);
                    came += weight * series.value(i);
                    fitted += weight * expected;
                    missed += came == 0 ? expected : 0;
                    if (came == 0 && today - day >= SILENT_DAYS && missed > SILENT_CALLS * scatter) {
                        return 0;
                    }
                }
            }
            double prior = scatter / (levelDeviation * levelDeviation);
            return fitted > 0 ? (came + prior) / (fitted + prior) : 1;
        }

        private double fitted(int i, int origin, double[] profile, double[] b) {
            return profile[outlook.series().timeline().slotOfWeek(i)] * factor(i, origin, b);
        }

        private double factor(int i, int origin, double[] b) {
            var x = effects.at(i, origin);
            double factor = 1;
            for (int j = 0; j < b.length; j++) {
                factor += x[j] * b[j];
            }
            return Math.max(LEAST_FACTOR, factor);
        }
    }
}
