package fr.vigie.forecast;

import fr.vigie.calendar.SpecialDay;
import fr.vigie.series.Series;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The forecast of a regular series by a combination of models: weighted medians, which no single model can spoil.
 *
 * <p>Every model forecasts from up to seven past origins of the series itself, fourteen where the horizon is longer than two
 * days, whose horizons have passed. In each stage of the horizon (first day, second day, two weeks, later) a model weighs
 * MAE^-2, shrunk towards what it errs by at series of the kind ({@link KindErrors}); beyond the second day, where averages by hour of the week are hard to beat (Taylor 2008), four regressions of
 * other memories join; the forecast is the interpolated weighted median of the models' paths
 * (Lichtendahl and Winkler 2020, International Journal of Forecasting 36, on why such combinations win). Of calendar and events
 * regular models know nothing: they see a past divided by what the regression takes them to have done, and their paths are multiplied
 * by what it takes them to do. On public holidays, half-days, bridge days, eves and days after it speaks alone.
 *
 * <p>The intervals are split conformal (Lei, G'Sell, Rinaldo, Tibshirani and Wasserman 2018): see {@link Scores}. They
 * stand on the errors of the combination at each past origin with weights that had not seen it. What is called the mean
 * is the combined median.
 */
public final class Combination {
    private static final int ORIGINS = 7;
    private static final int ORIGINS_OF_LONG_HORIZONS = 14;
    /** Days from the first open interval on at which the second, third and fourth stage of the horizon begin. */
    private static final int[] STAGES = {1, 2, 14};

    private static final int LONG_STAGE = 2;

    /** In calls an interval. */
    private static final double LEAST_LEVEL = 5;

    private static final double LEAST_ERROR_SHARE = 1e-3;

    private static final List<ForecastModel> MEMBERS = List.of(
            new SeasonalAutoregression(1, 0, 0.01, Scale.LOGARITHM),
            new SeasonalAutoregression(2, 1, 0.003, Scale.LOGARITHM),
            new SeasonalAutoregression(2, 1, 0.003, Scale.IDENTITY),
            new HourOfWeekAutoregression(0.8, 0.9, 2, HourOfWeekAutoregression.Memory.DAYS),
            new HourOfWeekAutoregression(0.9, 0.95, 0.2, HourOfWeekAutoregression.Memory.HOURS),
            new NearestWindows(3),
            new DoubleSeasonalHoltWinters(),
            new MedianOfSameSlots(6),
            new ExtendedAirline(),
            new SingularValueProfiles(),
            new HourOfWeekRegression(120, 21, 0.5, 0.3),
            new HourOfWeekRegression(120, 10, 0.5, 0.3),
            new HourOfWeekRegression(60, 42, 0.5, 0.3),
            new HourOfWeekRegression(365, 21, 0.5, 0.3),
            new HourOfWeekRegression());
    private static final int REGRESSION = 10;
    /** The first models forecast all stages. */
    private static final int SHORT_MEMBERS = 11;

    private final Outlook outlook;
    private final int present;
    private final int horizon;
    /** Past origins, ascending, and the present. */
    private final int[] origins;
    /** By origin, model and interval ahead. */
    private final double[][][] paths;
    /** By origin and interval ahead. */
    private final int[][] stages;
    /** By origin and interval ahead. */
    private final boolean[][] ordinary;
    /** By past origin, model and stage: sums of absolute errors. */
    private final double[][][] errors;
    /** By past origin and stage. */
    private final int[][] counts;

    /** The members' paths over a series from the origins that a walk has been at, and from which its first weights came. */
    static final class Paths {
        private final Outlook outlook;
        private final NavigableMap<Integer, double[][]> ofOrigins = new TreeMap<>();
        private List<Walk> walks = List.of();
        private HourOfWeekRegression.Lifts lifts = (origin, ahead) -> new double[0];
        private int horizon = -1;

        Paths(Outlook outlook) {
            this.outlook = outlook;
        }

        /** Past origins of a combination, ascending, and its present: those of the walk or, at its start, the series' own. */
        private int[] origins(int present, int ahead) {
            if (ahead != horizon) {
                ofOrigins.clear();
                walks = MEMBERS.stream().map(member -> member.walk(outlook)).toList();
                lifts = new HourOfWeekRegression().lifts(outlook);
                horizon = ahead;
            }
            var before = ofOrigins.headMap(present, false).navigableKeySet();
            if (before.isEmpty()) {
                return Combination.origins(outlook, present, ahead);
            }
            var latest = before.stream()
                    .skip(Math.max(0, before.size() - most(outlook.series(), ahead)))
                    .mapToInt(Integer::intValue);
            return IntStream.concat(latest, IntStream.of(present)).toArray();
        }

        /** By origin, model and interval ahead. */
        private double[][][] of(int[] origins) {
            return Arrays.stream(origins)
                    .mapToObj(origin -> ofOrigins.computeIfAbsent(origin, this::from))
                    .toArray(double[][][]::new);
        }

        /** The past as it would have been without what is known to have moved it: regular models know nothing but the clock. */
        private Outlook without(double[] lifts, int origin) {
            var series = outlook.series();
            var without = Series.on(series.timeline());
            for (int i = 0; i < series.length(); i++) {
                if (series.isClosed(i)) {
                    without.closed(i);
                } else if (i < origin && series.isKnown(i)) {
                    without.known(i, series.value(i) / lifts[i]);
                }
            }
            return new Outlook(without.build(), outlook.almanac(), outlook.family());
        }

        /** Of a series without dates nothing is known. */
        private double[] lifts(int origin) {
            if (outlook.series().timeline().hasDates()) {
                return lifts.at(origin, horizon);
            }
            var none = new double[origin + horizon];
            Arrays.fill(none, 1);
            return none;
        }

        private static double[] lifted(double[] path, double[] lifts, int origin) {
            for (int h = 0; h < path.length; h++) {
                path[h] *= lifts[origin + h];
            }
            return path;
        }

        private double[][] from(int origin) {
            var lifts = lifts(origin);
            var grid = OpenGrid.of(without(lifts, origin), origin, horizon);
            var paths = new double[isLong(outlook.series(), horizon) ? MEMBERS.size() : SHORT_MEMBERS][];
            for (int m = 0; m < paths.length; m++) {
                paths[m] = MEMBERS.get(m) instanceof RegularModel regular
                        ? lifted(grid.spread(regular.path(grid.past(), grid.ahead())), lifts, origin)
                        : walks.get(m).means(origin, horizon);
            }
            return paths;
        }
    }

    private Combination(Outlook outlook, int horizon, int[] origins, Paths known) {
        this.outlook = outlook;
        this.origins = origins;
        this.horizon = horizon;
        present = origins[origins.length - 1];
        paths = known.of(origins);
        stages = new int[origins.length][];
        errors = new double[origins.length - 1][MEMBERS.size()][STAGES.length + 1];
        counts = new int[origins.length - 1][STAGES.length + 1];
        ordinary = new boolean[origins.length][];
        for (int k = 0; k < origins.length; k++) {
            stages[k] = stages(origins[k]);
            ordinary[k] = ordinary(origins[k]);
        }
        for (int k = 0; k < errors.length; k++) {
            addErrors(k);
        }
    }

    /**
     * The combination at an origin, as it could have been made there.
     *
     * @param outlook the series, its future included
     * @param present index of the first interval that is not known
     * @param horizon intervals ahead, within the series
     * @param paths those of the walk that it is on, whose errors so far give the weights
     * @return empty for a series that is too short for a past origin, has fewer than five calls an interval on average, or
     *     mostly none
     */
    static Optional<Combination> of(Outlook outlook, int present, int horizon, Paths paths) {
        if (isCoarse(outlook.series(), present)) {
            return Optional.empty();
        }
        int[] origins = paths.origins(present, horizon);
        return origins.length < 2 ? Optional.empty() : Optional.of(new Combination(outlook, horizon, origins, paths));
    }

    /**
     * The forecast of all intervals from the present on; a series that cannot be combined has negative binomial intervals
     * around {@link WeightedMean}.
     *
     * @param outlook the series, its future included
     * @param present index of the first interval that is not known
     */
    public static Forecast forecast(Outlook outlook, int present) {
        return of(outlook, present, outlook.series().length() - present, new Paths(outlook))
                .map(Combination::forecast)
                .orElseGet(() ->
                        Evaluation.ofOwnOrigins(new Auto(), outlook, present).forecast());
    }

    /** Whether the combination is the model for a series. */
    static boolean suits(Series series, int present) {
        return !isCoarse(series, present);
    }

    /** Whether calls are too few, or too seldom, for logarithms and medians to tell their mean. */
    private static boolean isCoarse(Series series, int present) {
        double sum = 0;
        int zeros = 0;
        int count = 0;
        for (int i = 0; i < present; i++) {
            if (series.isKnown(i)) {
                sum += series.value(i);
                zeros += series.value(i) == 0 ? 1 : 0;
                count++;
            }
        }
        return sum < LEAST_LEVEL * count || 2 * zeros > count;
    }

    /** Past origins a day apart, the latest a horizon ago, with enough history for every model; and the present. */
    private static int[] origins(Outlook outlook, int present, int horizon) {
        var series = outlook.series();
        var origins = new ArrayList<Integer>();
        origins.add(present);
        int end = -1;
        for (int o = present - horizon;
                o > 0 && origins.size() <= most(series, horizon);
                o -= series.timeline().slotsPerDay()) {
            var grid = OpenGrid.of(outlook, o, horizon);
            if (!isEnough(grid)) {
                break;
            }
            // From a closed day the open ones ahead are the same as from the next open one.
            if (grid.end() != end) {
                origins.add(o);
                end = grid.end();
            }
        }
        return origins.stream().sorted().mapToInt(Integer::intValue).toArray();
    }

    private static int most(Series series, int horizon) {
        return isLong(series, horizon) ? ORIGINS_OF_LONG_HORIZONS : ORIGINS;
    }

    private static boolean isEnough(OpenGrid grid) {
        return MEMBERS.stream()
                .allMatch(member -> !(member instanceof RegularModel regular)
                        || grid.past().length()
                                >= regular.needs(grid.past().day(), grid.past().week(), grid.ahead()));
    }

    private static boolean isLong(Series series, int horizon) {
        return horizon > STAGES[LONG_STAGE - 1] * series.timeline().slotsPerDay();
    }

    private int[] stages(int origin) {
        var series = outlook.series();
        int first = origin;
        while (first < origin + horizon - 1 && series.isClosed(first)) {
            first++;
        }
        var stages = new int[horizon];
        for (int h = 0; h < horizon; h++) {
            int days = Math.max(0, origin + h - first) / series.timeline().slotsPerDay();
            while (stages[h] < STAGES.length && days >= STAGES[stages[h]]) {
                stages[h]++;
            }
        }
        return stages;
    }

    private static int members(int stage) {
        return stage < LONG_STAGE ? SHORT_MEMBERS : MEMBERS.size();
    }

    private boolean isScored(int k, int h) {
        int i = origins[k] + h;
        return i < present && outlook.series().isKnown(i);
    }

    /** Whether the days are like those before the origin, so that members who know no calendar and no events may forecast them. */
    private boolean[] ordinary(int origin) {
        var timeline = outlook.series().timeline();
        var ordinary = new boolean[horizon];
        for (int h = 0; h < horizon; h++) {
            ordinary[h] = h > 0 && timeline.day(origin + h) == timeline.day(origin + h - 1)
                    ? ordinary[h - 1]
                    : !timeline.hasDates()
                            || isOrdinary(timeline.date(timeline.day(origin)), timeline.date(timeline.day(origin + h)));
        }
        return ordinary;
    }

    private boolean isOrdinary(LocalDate origin, LocalDate day) {
        return outlook.almanac().kind(day) == SpecialDay.ORDINARY;
    }

    private void addErrors(int k) {
        for (int h = 0; h < horizon; h++) {
            if (isScored(k, h) && ordinary[k][h]) {
                int stage = stages[k][h];
                counts[k][stage]++;
                for (int m = 0; m < members(stage); m++) {
                    errors[k][m][stage] += Math.abs(outlook.series().value(origins[k] + h) - paths[k][m][h]);
                }
            }
        }
    }

    /**
     * By stage and model.
     *
     * @param without a past origin of which the weights shall not know
     */
    private double[][] weights(int without) {
        int size = STAGES.length + 1;
        var weights = new double[size][];
        var kind = KindErrors.of(outlook.series(), present);
        for (int stage = 0; stage < size; stage++) {
            var own = own(stage, without);
            double most = Arrays.stream(own).max().orElseThrow();
            for (int m = 0; m < own.length; m++) {
                own[m] = Math.max(own[m], LEAST_ERROR_SHARE * most);
            }
            weights[stage] = kind.weights(stage, own, most > 0 ? scored(stage, without) : 0);
        }
        return weights;
    }

    /** Mean absolute errors of the members in a stage, 0 where none was scored. */
    private double[] own(int stage, int without) {
        var own = new double[members(stage)];
        for (int m = 0; m < own.length; m++) {
            double sum = 0;
            int count = 0;
            for (int k = 0; k < errors.length; k++) {
                if (counts(k, without)) {
                    sum += errors[k][m][stage];
                    count += counts[k][stage];
                }
            }
            own[m] = count == 0 ? 0 : sum / count;
        }
        return own;
    }

    /** From how many past origins they come. */
    private int scored(int stage, int without) {
        return (int) IntStream.range(0, errors.length)
                .filter(k -> counts(k, without) && counts[k][stage] > 0)
                .count();
    }

    private boolean counts(int k, int without) {
        return k != without || errors.length == 1;
    }

    /** By stage and member, what each errs by at the past origins of a series: of which {@link KindErrors} are pooled. */
    static Optional<double[][]> memberErrors(Outlook outlook, int present, int horizon) {
        return of(outlook, present, horizon, new Paths(outlook))
                .map(combination -> IntStream.rangeClosed(0, STAGES.length)
                        .mapToObj(stage -> combination.own(stage, -1))
                        .toArray(double[][]::new));
    }

    private double[] combined(int k, double[][] weights) {
        var combined = new double[horizon];
        for (int h = 0; h < horizon; h++) {
            if (outlook.series().isClosed(origins[k] + h)) {
                continue;
            }
            if (!ordinary[k][h]) {
                combined[h] = paths[k][REGRESSION][h];
                continue;
            }
            var values = new double[members(stages[k][h])];
            for (int m = 0; m < values.length; m++) {
                values[m] = paths[k][m][h];
            }
            combined[h] = WeightedMedian.of(values, weights[stages[k][h]]);
        }
        return combined;
    }

    /** The combined medians of the intervals ahead. */
    double[] path() {
        return combined(origins.length - 1, weights(-1));
    }

    private Forecast forecast() {
        var series = outlook.series();
        int perDay = series.timeline().slotsPerDay();
        var scores = new Scores(offset(), horizon, perDay);
        int last = origins.length - 1;
        for (int k = 0; k < last; k++) {
            var path = combined(k, weights(k));
            for (int h = 0; h < horizon; h++) {
                if (isScored(k, h)) {
                    scores.add(h, path[h], series.value(origins[k] + h));
                }
            }
        }
        var spread = scores.learn();
        var path = path();
        var startsAt = new ArrayList<Instant>();
        var marginals = new ArrayList<Marginal>();
        for (int h = 0; h < horizon; h++) {
            startsAt.add(series.timeline().startsAt(present + h));
            marginals.add(series.isClosed(present + h) ? new Closed() : spread.around(h, path[h]));
        }
        return new Forecast(startsAt, marginals);
    }

    private double offset() {
        var grid = OpenGrid.of(outlook, present, horizon);
        return grid.past().offset();
    }
}
