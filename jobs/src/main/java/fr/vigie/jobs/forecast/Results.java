package fr.vigie.jobs.forecast;

import fr.vigie.forecast.Counting;
import fr.vigie.forecast.Dispersion;
import fr.vigie.forecast.Evaluation;
import fr.vigie.forecast.ForecastModel;
import fr.vigie.forecast.HandlingTime;
import fr.vigie.forecast.HorizonBucket;
import fr.vigie.forecast.Rolling;
import fr.vigie.forecast.Score;
import fr.vigie.forecast.Totals;
import fr.vigie.forecast.Widths;
import fr.vigie.jobs.forecast.Forecasts.Made;
import fr.vigie.jobs.lake.BacktestRow;
import fr.vigie.jobs.lake.ForecastRow;
import fr.vigie.jobs.lake.ForecastTotalRow;
import fr.vigie.load.DayLoad.Level;
import fr.vigie.series.Series;
import fr.vigie.series.Timeline;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a model's paths at a place become: rows of intervals, of days and weeks, and scores. */
final class Results {
    private static final double[] LEVELS = {0.025, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.975};

    /** Days and weeks have forecasts of their own. */
    private static final int[] TOTALS = {1, 7};

    private static final String NEXT_WEEK = "weekly-next-week";
    private static final String LATER_WEEKS = "weekly-later-weeks";

    private final ForecastPlan plan;
    private final Timeline timeline;
    private final int present;
    private final List<Made> made;

    /**
     * @param present index of the first interval ahead
     * @param made what the rows are added to
     */
    Results(ForecastPlan plan, Timeline timeline, int present, List<Made> made) {
        this.plan = plan;
        this.timeline = timeline;
        this.present = present;
        this.made = made;
    }

    /**
     * Adds what a model's paths say.
     *
     * @param untried what is assumed of the intervals where there is no error yet
     */
    void add(
            ForecastModel model,
            Level level,
            String id,
            Series series,
            Rolling path,
            HandlingTime aht,
            Dispersion untried) {
        var evaluation = new Evaluation(series, path, Counting.CALLS, widths(model, level, series), untried);
        var forecast = evaluation.forecast();
        var name = word(level);
        for (int h = 0; h < forecast.length(); h++) {
            if (!forecast.isClosed(h)) {
                int i = present + h;
                var q = forecast.quantiles(h, LEVELS);
                made.add(Made.of(new ForecastRow(
                        plan.asOf(),
                        model.name(),
                        name,
                        id,
                        timeline.minutes(),
                        timeline.startsAt(i),
                        timeline.date(timeline.day(i)),
                        forecast.mean(h),
                        q[0],
                        q[1],
                        q[2],
                        q[3],
                        q[4],
                        q[5],
                        q[6],
                        q[7],
                        q[8],
                        aht.seconds(timeline.slotOfWeek(i)))));
            }
        }
        for (int days : TOTALS) {
            addTotals(model, name, id, Totals.of(series, path, days, weekBegins()), untried);
        }
        addScores(model, name, id, evaluation, HorizonBucket::label);
    }

    /** Adds how a model did in the 2nd to the 6th week, by paths that look so far. */
    void addLater(ForecastModel model, Level level, String id, Series series, Rolling path) {
        var evaluation = new Evaluation(series, path, Counting.CALLS, widths(model, level, series));
        evaluation
                .laterWeeks(plan.config().backtestWeeks())
                .ifPresent(
                        score -> addScore(model, word(level), id, score.bucket().label(), score));
    }

    private Widths widths(ForecastModel model, Level level, Series series) {
        return level == Level.PRACTICE ? model.ofParts().widths(series, present) : model.widths(series, present);
    }

    private static String word(Level level) {
        return level.name().toLowerCase(Locale.ROOT);
    }

    private void addScore(ForecastModel model, String level, String id, String horizon, Score score) {
        made.add(Made.of(row(plan.asOf(), model.name(), level, id, horizon, score), score));
    }

    private void addScores(
            ForecastModel model,
            String level,
            String id,
            Evaluation evaluation,
            Function<HorizonBucket, String> horizon) {
        for (var score : evaluation.scores(plan.config().backtestWeeks())) {
            addScore(model, level, id, horizon.apply(score.bucket()), score);
        }
    }

    /** How far ahead a day or a week lies. */
    private static String horizon(int days, HorizonBucket bucket) {
        return days == 1 ? "daily-" + bucket.label() : bucket == HorizonBucket.NEXT_DAY ? NEXT_WEEK : LATER_WEEKS;
    }

    private LocalDate weekBegins() {
        return plan.asOf().with(TemporalAdjusters.nextOrSame(plan.weekStart()));
    }

    private void addTotals(ForecastModel model, String level, String id, Totals totals, Dispersion untried) {
        var evaluation = totals.evaluation(untried);
        addScores(model, level, id, evaluation, bucket -> horizon(totals.days(), bucket));
        var forecast = evaluation.forecast();
        for (int k = 0; k < forecast.length(); k++) {
            if (!forecast.isClosed(k)) {
                var q = forecast.quantiles(k, LEVELS);
                made.add(Made.of(new ForecastTotalRow(
                        plan.asOf(),
                        model.name(),
                        level,
                        id,
                        totals.days(),
                        totals.startsOn(k),
                        forecast.mean(k),
                        q[0],
                        q[1],
                        q[2],
                        q[3],
                        q[4],
                        q[5],
                        q[6],
                        q[7],
                        q[8])));
            }
        }
    }

    /** A score as a row; relative to calls only where there were any. */
    static BacktestRow row(LocalDate asOf, String model, String level, String id, String horizon, Score score) {
        @Nullable Double wape = score.calls() > 0 ? score.wape() : null;
        return new BacktestRow(
                asOf,
                model,
                level,
                id,
                horizon,
                wape,
                score.mase(),
                score.smape(),
                score.pinball(),
                score.coverage50(),
                score.coverage80(),
                score.coverage95());
    }
}
