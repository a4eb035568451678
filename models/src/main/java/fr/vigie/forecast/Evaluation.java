package fr.vigie.forecast;

import fr.vigie.series.Series;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The paths of a model against what came: scores, and the forecast from the last origin with intervals as wide as the
 * past errors of their horizon bucket ask for.
 *
 * <p>At every origin the dispersion is learnt only from errors that were known there; the first origins, at which no
 * error is known yet, teach and are not scored.
 */
public final class Evaluation {
    private static final int FEWEST_ERRORS = 10;
    /** Tails of an empirical distribution take more. */
    private static final int FEWEST_SCORES = 40;

    /** With fewer origins no choice is made between widths. */
    private static final int FEWEST_ORIGINS = 2;

    private static final int LATEST_WEEK = 6;
    private static final int OWN_ORIGINS = 12;
    private static final int WEEKS_FOR_WEEKLY_ORIGINS = 10;

    private final Series series;
    private final Rolling rolling;
    private final Counting counting;
    private final Widths widths;
    private final Dispersion untried;
    private final HorizonBucket[][] buckets;
    /** By origin and interval ahead, NaN where nothing can be said; made when first asked for. */
    private final double[][] lossesOfDispersion;

    private final double[][] lossesOfConformal;
    /** By origin, made when first asked for. */
    private final Doubt[] doubts;

    /**
     * @param series the series, its future included
     * @param rolling paths over that series
     * @param counting what the series counts
     */
    public Evaluation(Series series, Rolling rolling, Counting counting) {
        this(series, rolling, counting, Widths.DISPERSION);
    }

    /**
     * @param series the series, its future included
     * @param rolling paths over that series
     * @param counting what the series counts
     * @param widths how errors become intervals
     */
    public Evaluation(Series series, Rolling rolling, Counting counting, Widths widths) {
        this(series, rolling, counting, widths, Dispersion.UNTRIED);
    }

    /**
     * @param series the series, its future included
     * @param rolling paths over that series
     * @param counting what the series counts
     * @param widths how errors become intervals
     * @param untried what is assumed where there is no error yet
     */
    public Evaluation(Series series, Rolling rolling, Counting counting, Widths widths, Dispersion untried) {
        this.series = series;
        this.rolling = rolling;
        this.counting = counting;
        this.widths = widths;
        this.untried = untried;
        buckets = new HorizonBucket[rolling.origins().length][];
        lossesOfDispersion = new double[buckets.length][];
        lossesOfConformal = new double[buckets.length][];
        doubts = new Doubt[buckets.length];
        for (int k = 0; k < buckets.length; k++) {
            buckets[k] = HorizonBucket.along(series, rolling.origins()[k], rolling.means()[k].length);
        }
    }

    /**
     * The paths of a model over a series on its own, from up to twelve origins: a week apart where there are ten weeks of
     * history, a day apart where there are less.
     */
    public static Evaluation ofOwnOrigins(ForecastModel model, Outlook outlook, int present) {
        var series = outlook.series();
        var timeline = series.timeline();
        int week = timeline.slotsPerWeek();
        int days = present >= WEEKS_FOR_WEEKLY_ORIGINS * week ? week / timeline.slotsPerDay() : 1;
        var origins = Rolling.origins(outlook, present, days, OWN_ORIGINS);
        var rolling = Rolling.walk(model, outlook, origins, series.length() - present);
        return new Evaluation(series, rolling, Counting.of(series));
    }

    /** The forecast from the last origin. */
    public Forecast forecast() {
        int last = rolling.origins().length - 1;
        int origin = rolling.origins()[last];
        var doubt = doubtAt(last);
        var startsAt = new ArrayList<Instant>();
        var marginals = new ArrayList<Marginal>();
        for (int h = 0; h < rolling.means()[last].length; h++) {
            startsAt.add(series.timeline().startsAt(origin + h));
            marginals.add(marginal(doubt, last, h));
        }
        return new Forecast(startsAt, marginals);
    }

    /**
     * The scores by bucket, for buckets in which anything is known.
     *
     * @param origins how many of the origins before the last one are scored, the latest ones; the earlier ones teach
     */
    public List<Score> scores(int origins) {
        var tallies = new EnumMap<HorizonBucket, Tally>(HorizonBucket.class);
        int first = tally(origins, (k, h) -> tallies.computeIfAbsent(buckets[k][h], b -> new Tally()));
        double scale = naiveScale(rolling.origins()[first]);
        var scores = new ArrayList<Score>();
        tallies.forEach((bucket, tally) -> scores.add(tally.score(bucket, scale)));
        return scores;
    }

    /**
     * The score of the 2nd to the 6th week taken together; empty where nothing of them is known or there is no origin.
     *
     * @param origins as for {@link #scores}
     */
    public Optional<Score> laterWeeks(int origins) {
        if (rolling.origins().length == 0) {
            return Optional.empty();
        }
        var later = new Tally();
        var other = new Tally();
        int week = series.timeline().slotsPerWeek();
        int first = tally(origins, (k, h) -> week <= h && h < LATEST_WEEK * week ? later : other);
        double scale = naiveScale(rolling.origins()[first]);
        return later.count == 0 ? Optional.empty() : Optional.of(later.score(HorizonBucket.WEEKS_2_6, scale));
    }

    private interface Tallies {
        Tally of(int origin, int ahead);
    }

    /** Adds what is known, and tells the first origin that is scored. */
    private int tally(int origins, Tallies tallies) {
        int last = rolling.origins().length - 1;
        int first = Math.max(Math.min(1, last), last - origins);
        for (int k = first; k <= last; k++) {
            var doubt = doubtAt(k);
            for (int h = 0; h < rolling.means()[k].length; h++) {
                int i = rolling.origins()[k] + h;
                if (series.isKnown(i)) {
                    tallies.of(k, h).add(series.value(i), marginal(doubt, k, h));
                }
            }
        }
        return first;
    }

    private Marginal marginal(Doubt doubt, int k, int h) {
        return series.isClosed(rolling.origins()[k] + h) ? new Closed() : doubt.around(h, rolling.means()[k][h]);
    }

    /** The distribution around a mean, by interval ahead. */
    private interface Doubt {
        Marginal around(int ahead, double mean);
    }

    /** What errors of intervals before origin {@code k} say. */
    private Doubt doubtAt(int k) {
        if (doubts[k] == null) {
            doubts[k] = learnt(k);
        }
        return doubts[k];
    }

    private Doubt learnt(int k) {
        var dispersion = dispersionAt(k);
        if (widths == Widths.DISPERSION) {
            return dispersion;
        }
        var conformal = conformalAt(k);
        if (widths == Widths.CONFORMAL) {
            return conformal;
        }
        var better = EnumSet.noneOf(HorizonBucket.class);
        Arrays.stream(HorizonBucket.values())
                .filter(bucket -> conformalLostLess(k, bucket))
                .forEach(better::add);
        return (h, mean) -> (better.contains(buckets[k][h]) ? conformal : dispersion).around(h, mean);
    }

    /** Whether it did in intervals that were known at origin {@code k}, forecast from the origins before it. */
    private boolean conformalLostLess(int k, HorizonBucket bucket) {
        double saved = 0;
        int origins = 0;
        for (int j = 1; j < k; j++) {
            boolean any = false;
            var dispersion = losses(j, lossesOfDispersion, this::dispersionAt);
            var conformal = losses(j, lossesOfConformal, this::conformalAt);
            int end = Math.min(dispersion.length, rolling.origins()[k] - rolling.origins()[j]);
            for (int h = 0; h < end; h++) {
                if (buckets[j][h] == bucket && !Double.isNaN(dispersion[h])) {
                    saved += dispersion[h] - conformal[h];
                    any = true;
                }
            }
            origins += any ? 1 : 0;
        }
        return origins >= FEWEST_ORIGINS && saved > 0;
    }

    private double[] losses(int j, double[][] known, IntFunction<Doubt> doubtAt) {
        if (known[j] == null) {
            var doubt = doubtAt.apply(j);
            int origin = rolling.origins()[j];
            known[j] = IntStream.range(0, rolling.means()[j].length)
                    .mapToDouble(h -> series.isKnown(origin + h)
                            ? Tally.quantileLoss(
                                    series.value(origin + h),
                                    marginal(doubt, j, h).quantiles(Score.LEVELS))
                            : Double.NaN)
                    .toArray();
        }
        return known[j];
    }

    private Doubt dispersionAt(int k) {
        var dispersions = dispersionsAt(k);
        return (h, mean) -> dispersions.getOrDefault(buckets[k][h], untried).around(mean, counting);
    }

    /** Where there are few errors, as with the other widths. */
    private Doubt conformalAt(int k) {
        var scores = scoresAt(k);
        return scores.size() < FEWEST_SCORES ? dispersionAt(k) : scores.learn()::around;
    }

    private Scores scoresAt(int k) {
        int until = rolling.origins()[k];
        int horizon = rolling.means()[k].length;
        var known = IntStream.range(0, until)
                .filter(series::isKnown)
                .mapToDouble(series::value)
                .toArray();
        var scores = new Scores(
                RegularSeries.offset(known), horizon, series.timeline().slotsPerDay());
        for (int j = 0; j < k; j++) {
            int origin = rolling.origins()[j];
            int end = Math.min(horizon, rolling.means()[j].length);
            for (int h = 0; h < end && origin + h < until; h++) {
                if (series.isKnown(origin + h)) {
                    scores.add(h, rolling.means()[j][h], series.value(origin + h));
                }
            }
        }
        return scores;
    }

    /**
     * The dispersion by bucket, from errors of intervals before origin {@code k}; that of a bucket with few errors is that of
     * the one before and, for the first, that of all errors.
     */
    private Map<HorizonBucket, Dispersion> dispersionsAt(int k) {
        var all = new Errors();
        var byBucket = new EnumMap<HorizonBucket, Errors>(HorizonBucket.class);
        int until = rolling.origins()[k];
        for (int j = 0; j < k; j++) {
            int origin = rolling.origins()[j];
            for (int h = 0; h < rolling.means()[j].length && origin + h < until; h++) {
                if (series.isKnown(origin + h)) {
                    all.add(rolling.means()[j][h], series.value(origin + h));
                    byBucket.computeIfAbsent(buckets[j][h], bucket -> new Errors())
                            .add(rolling.means()[j][h], series.value(origin + h));
                }
            }
        }
        var dispersions = new EnumMap<HorizonBucket, Dispersion>(HorizonBucket.class);
        // Learning takes longer than collecting: from all only where the first bucket asks for it.
        boolean isEnough =
                byBucket.getOrDefault(HorizonBucket.NEXT_DAY, new Errors()).isEnough();
        var before = isEnough ? untried : all.learn(untried);
        for (var bucket : HorizonBucket.values()) {
            before = byBucket.getOrDefault(bucket, new Errors()).learn(before);
            dispersions.put(bucket, before);
        }
        return dispersions;
    }

    /** The mean absolute difference of counts one week apart; 1 where there is none. */
    private double naiveScale(int until) {
        int week = series.timeline().slotsPerWeek();
        double sum = 0;
        int count = 0;
        for (int i = week; i < until; i++) {
            if (series.isKnown(i) && series.isKnown(i - week)) {
                sum += Math.abs(series.value(i) - series.value(i - week));
                count++;
            }
        }
        return sum > 0 ? sum / count : 1;
    }

    private static final class Errors {
        private double[] means = new double[256];
        private double[] actuals = new double[256];
        private int count;

        void add(double mean, double actual) {
            if (count == means.length) {
                means = Arrays.copyOf(means, 2 * count);
                actuals = Arrays.copyOf(actuals, 2 * count);
            }
            means[count] = mean;
            actuals[count] = actual;
            count++;
        }

        boolean isEnough() {
            return count >= FEWEST_ERRORS;
        }

        /** What they say, or what is said otherwise where they are few. */
        Dispersion learn(Dispersion otherwise) {
            return !isEnough()
                    ? otherwise
                    : Dispersion.learn(Arrays.copyOf(means, count), Arrays.copyOf(actuals, count));
        }
    }

    private static final class Tally {
        private int count;
        private double absolute;
        private double total;
        private double symmetric;
        private double pinball;
        private double covered50;
        private double covered80;
        private double covered95;

        void add(double y, Marginal marginal) {
            double error = Math.abs(y - marginal.mean());
            count++;
            absolute += error;
            total += y;
            symmetric += error == 0 ? 0 : 200 * error / (y + marginal.mean());
            pinball += quantileLoss(y, marginal.quantiles(Score.LEVELS));
            covered50 += marginal.covers(y, 0.5);
            covered80 += marginal.covers(y, 0.8);
            covered95 += marginal.covers(y, 0.95);
        }

        private static double quantileLoss(double y, double[] quantiles) {
            double loss = 0;
            for (int q = 0; q < quantiles.length; q++) {
                double under = y - quantiles[q];
                loss += Math.max(Score.LEVELS[q] * under, (Score.LEVELS[q] - 1) * under);
            }
            return loss / quantiles.length;
        }

        Score score(HorizonBucket bucket, double scale) {
            return new Score(
                    bucket,
                    count,
                    total,
                    total > 0 ? absolute / total : absolute,
                    absolute / count / scale,
                    symmetric / count,
                    pinball / count,
                    covered50 / count,
                    covered80 / count,
                    covered95 / count);
        }
    }
}
