package fr.vigie.jobs.forecast;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import fr.vigie.forecast.Outlook;
import fr.vigie.jobs.StageRun;
import fr.vigie.jobs.error.UserError;
import fr.vigie.jobs.lake.LoadIntervals;
import fr.vigie.jobs.lake.LoadRow;
import fr.vigie.jobs.lake.Tables;
import fr.vigie.load.DayLoad;
import fr.vigie.scenario.ChangeEffect;
import fr.vigie.scenario.InterruptedSeries;
import fr.vigie.series.Timeline;
import java.time.LocalDate;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * A change tried for some days, held against the forecast of what would have happened, by the first of the configuration's
 * models.
 *
 * @param from the first day of the trial
 * @param to the last one
 * @param group the planning group that tried it; null: the network
 */
public record Trial(LocalDate from, LocalDate to, @Nullable String group) {
    public Trial {
        if (to.isBefore(from)) {
            throw UserError.usage(
                    "The trial ends (%s) before it begins (%s).\nMaybe exchange --from and --to.".formatted(to, from));
        }
    }

    /**
     * What the change did.
     *
     * @param run as of the day after the trial
     * @param level of the interval, above 0 and below 1
     */
    public ChangeEffect effect(StageRun run, TrialMetric metric, double level) {
        if (!run.asOf().equals(to.plusDays(1))) {
            throw new IllegalArgumentException("A trial up to %s cannot be seen as of %s.".formatted(to, run.asOf()));
        }
        var load = run.read(Tables.LOAD);
        var plan = ForecastJob.plan(run, load);
        var place = group == null ? DayLoad.NETWORK : "group";
        var id = group == null ? DayLoad.NETWORK : group;
        if (group != null && !plan.hours().containsKey(group)) {
            throw UserError.usage("There is no load of the group '%s'; there is load of %s.\nMaybe name one of these."
                    .formatted(group, String.join(", ", plan.hours().keySet())));
        }
        var rows = LoadIntervals.of(
                        load.where(
                                col("level").equalTo(lit(place)).and(col("id").equalTo(lit(id)))),
                        plan.config().intervalMinutes(),
                        plan.zone())
                .where(col("localDate")
                        .geq(lit(plan.from()))
                        .and(col("localDate").leq(lit(to))))
                .collectAsList();
        var timeline = plan.timeline();
        var open = open(plan, timeline);
        int start = timeline.indexOf(from.atStartOfDay(plan.zone()).toInstant());
        try {
            return new InterruptedSeries(
                            plan.models().get(0),
                            outlook(plan, timeline, open, rows, metric::over),
                            metric.isMean() ? outlook(plan, timeline, open, rows, metric::under) : null,
                            start,
                            plan.present(timeline))
                    .effect(level);
        } catch (IllegalArgumentException e) {
            throw UserError.usage(String.valueOf(e.getMessage()));
        }
    }

    private Outlook outlook(
            ForecastPlan plan, Timeline timeline, boolean[] open, List<LoadRow> rows, ToDoubleFunction<LoadRow> value) {
        var values = new double[timeline.length()];
        for (var row : rows) {
            values[timeline.indexContaining(row.startsAt())] += value.applyAsDouble(row);
        }
        return Outlook.of(
                plan.series(timeline, open, values, plan.from()),
                plan.specialDays().almanac(group == null ? DayLoad.NETWORK : group));
    }

    /** The network is open where one of its groups is. */
    private boolean[] open(ForecastPlan plan, Timeline timeline) {
        if (group != null) {
            return plan.open(timeline, group);
        }
        var open = new boolean[timeline.length()];
        for (var each : plan.hours().keySet()) {
            var own = plan.open(timeline, each);
            for (int i = 0; i < open.length; i++) {
                open[i] |= own[i];
            }
        }
        return open;
    }
}
