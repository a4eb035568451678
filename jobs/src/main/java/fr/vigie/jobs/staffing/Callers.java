package fr.vigie.jobs.staffing;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.unix_millis;

import fr.vigie.call.Outcome;
import fr.vigie.jobs.StageRun;
import fr.vigie.jobs.config.ServiceConfig;
import fr.vigie.jobs.lake.CallersRow;
import fr.vigie.jobs.lake.Tables;
import fr.vigie.queue.KaplanMeier;
import fr.vigie.queue.PatienceFit;
import fr.vigie.queue.RedialFit;
import fr.vigie.queue.Redials;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.jspecify.annotations.Nullable;

/**
 * What callers do: how long they wait and whether they call again, fitted to the calls of the {@value #WEEKS} weeks before a
 * run's date, all groups together. What the configuration says goes first, and where too few were lost what is usual counts.
 *
 * @param patience the mean, in seconds
 * @param redial the probability that a lost caller calls again
 * @param laws both as they were seen, where the share of those who still wait is farther from the exponential law than
 *     {@value #FAR} and chance; null where the formulas hold, or the patience is not fitted
 */
record Callers(CallersRow patience, CallersRow redial, @Nullable CallerLaws laws) {
    private static final int WEEKS = 8;
    private static final double LEVEL = 0.95;
    private static final String REDIAL = "redial";
    private static final double FAR = 0.03;
    private static final double DEVIATIONS = 3;

    /** Where the hazard of hanging up may change. */
    private static final double[] STRETCHES = {0, 5, 20, 60, 120};

    /** Somebody gives up in the end, though nobody did in these weeks: with 1 a queue might have no end. */
    private static final double MOST_REDIALS = 0.99;

    /** Waits are told apart to a tenth of a second. */
    private static final int MILLIS_OF_A_TENTH = 100;

    private static final String ABANDONED = word(Outcome.ABANDONED);
    private static final String BLOCKED = word(Outcome.BLOCKED);

    /** Who waited in the queue, however that ended. */
    private static final Object[] WAITED = {
        word(Outcome.ANSWERED), ABANDONED, word(Outcome.OVERFLOWED), word(Outcome.VOICEMAIL)
    };

    /** A time of so many, at which something ended, or after which nothing more is known. */
    private record Times(double[] seconds, boolean[] ended) {
        /** From rows of tenths of a second, whether it ended, and how many. */
        static Times of(Dataset<Row> counted) {
            var rows = counted.groupBy("tenths", "ended")
                    .agg(count(lit(1)))
                    .orderBy("tenths", "ended")
                    .collectAsList();
            int all = rows.stream().mapToInt(row -> (int) row.getLong(2)).sum();
            var seconds = new double[all];
            var ended = new boolean[all];
            int next = 0;
            for (var row : rows) {
                int until = next + (int) row.getLong(2);
                Arrays.fill(seconds, next, until, row.getLong(0) / 10.0);
                Arrays.fill(ended, next, until, row.getBoolean(1));
                next = until;
            }
            return new Times(seconds, ended);
        }

        long events() {
            long events = 0;
            for (boolean one : ended) {
                events += one ? 1 : 0;
            }
            return events;
        }
    }

    /** What the calls before a run's date show, and what is taken of it. */
    static Callers of(StageRun run, StaffingConfig config) {
        var calls = run.readColumns(Tables.CALL)
                .where(col("local_date")
                        .geq(lit(run.asOf().minusWeeks(WEEKS)))
                        .and(col("local_date").lt(lit(run.asOf()))));
        var waits = waits(calls);
        var again = again(run, calls);
        var patience = patience(run, config, waits);
        var redial = redial(run, config, again);
        return new Callers(patience, redial, laws(run, patience, waits, redial, again));
    }

    private static Times waits(Dataset<Row> calls) {
        var waited = unix_millis(coalesce(col("answered_at"), col("ended_at")))
                .minus(unix_millis(coalesce(col("queued_at"), col("arrived_at"))));
        return Times.of(calls.where(col("outcome").isin(WAITED))
                .select(
                        tenths(waited).as("tenths"),
                        col("outcome").equalTo(lit(ABANDONED)).as("ended")));
    }

    private static CallersRow patience(StageRun run, StaffingConfig config, Times times) {
        Double configured = config.patience() == null ? null : seconds(config.patience());
        double usual = seconds(config.usualPatience());
        long lost = times.events();
        if (lost == 0) {
            return row(run, "patience", new Choice(configured, usual, false), null, times);
        }
        var fit = new PatienceFit(times.seconds(), times.ended());
        var mean = fit.exponential(LEVEL);
        double departure =
                fit.survival().departureFrom(mean.law(), seconds(run.service().longWait()));
        var fitted = new Fitted(mean.seconds(), mean.low(), mean.high(), departure);
        return row(run, "patience", new Choice(configured, usual, lost >= config.fewestLost()), fitted, times);
    }

    private static Times again(StageRun run, Dataset<Row> calls) {
        var window = run.service().redialWindow();
        var recordsEnd =
                run.asOf().atStartOfDay(run.service().zone()).toInstant().toEpochMilli();
        var ofCaller = Window.partitionBy("practice_id", "caller_key").orderBy("arrived_at", "call_id");
        var next = col("next");
        var watchedUntil = least(col("end").plus(lit(window.toMillis())), lit(recordsEnd));
        var ended = next.isNotNull().and(next.leq(watchedUntil));
        return Times.of(calls.where(col("caller_key").isNotNull())
                .withColumn("next", unix_millis(lead(col("arrived_at"), 1).over(ofCaller)))
                .withColumn("end", unix_millis(col("ended_at")))
                .where(col("outcome").isin(ABANDONED, BLOCKED))
                .select(
                        tenths(least(coalesce(next, watchedUntil), watchedUntil).minus(col("end")))
                                .as("tenths"),
                        ended.as("ended")));
    }

    private static CallersRow redial(StageRun run, StaffingConfig config, Times times) {
        int lost = times.seconds().length;
        var choice = new Choice(config.redial(), config.usualRedial(), lost >= config.fewestLost());
        if (lost == 0) {
            return row(run, REDIAL, choice, null, times);
        }
        var share = fit(run, times).probability(LEVEL);
        return row(run, REDIAL, choice, new Fitted(share.value(), share.low(), share.high(), null), times);
    }

    private static RedialFit fit(StageRun run, Times again) {
        return new RedialFit(
                KaplanMeier.of(again.seconds(), again.ended()),
                seconds(run.service().redialWindow()));
    }

    private static @Nullable CallerLaws laws(
            StageRun run, CallersRow patience, Times waits, CallersRow redial, Times again) {
        if (!patience.origin().equals("fitted") || patience.departure() == null) {
            return null;
        }
        var fit = new PatienceFit(waits.seconds(), waits.ended());
        double chance = fit.survival().standardError(seconds(run.service().longWait()));
        if (patience.departure() <= FAR + DEVIATIONS * chance) {
            return null;
        }
        double longest = fit.survival().longestSeconds();
        var stretches = Arrays.stream(STRETCHES).filter(from -> from < longest).toArray();
        var redials = redial.value() == 0 || again.events() == 0
                ? Redials.NONE
                : new Redials(redial.value(), fit(run, again).delay());
        return new CallerLaws(fit.hazard(stretches), redials);
    }

    private record Fitted(double value, double low, double high, @Nullable Double departure) {}

    /**
     * What may be taken.
     *
     * @param configured goes first; null where left to the calls
     * @param usual where the calls are too few
     * @param isTold whether they are enough
     */
    private record Choice(@Nullable Double configured, double usual, boolean isTold) {
        String origin() {
            return configured != null ? "configured" : isTold ? "fitted" : "usual";
        }
    }

    private static CallersRow row(StageRun run, String figure, Choice choice, @Nullable Fitted fitted, Times times) {
        double value = choice.configured() != null
                ? choice.configured()
                : choice.isTold() && fitted != null ? fitted.value() : choice.usual();
        if (figure.equals(REDIAL)) {
            value = Math.min(value, MOST_REDIALS);
        }
        return new CallersRow(
                run.asOf(),
                figure,
                value,
                choice.origin(),
                fitted == null ? null : fitted.value(),
                fitted == null ? null : fitted.low(),
                fitted == null ? null : fitted.high(),
                times.seconds().length,
                times.events(),
                fitted == null ? null : fitted.departure(),
                run.asOf().minusWeeks(WEEKS),
                run.asOf());
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private static Column tenths(Column millis) {
        return round(greatest(lit(0L), millis).divide(lit(MILLIS_OF_A_TENTH))).cast("long");
    }

    private static String word(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }

    double patienceSeconds() {
        return patience.value();
    }

    double redialProbability() {
        return redial.value();
    }

    /** What is promised to them. */
    StaffingRules rules(StaffingConfig config, ServiceConfig service) {
        return config.rules(service, patienceSeconds(), redialProbability()).with(laws);
    }

    /** Both as rows. */
    List<CallersRow> rows() {
        return List.of(patience, redial);
    }
}
