package fr.vigie.jobs.staffing;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import fr.vigie.jobs.StageRun;
import fr.vigie.jobs.error.UserError;
import fr.vigie.jobs.lake.ForecastRow;
import fr.vigie.staffing.UncertainSizing.AgentCost;
import fr.vigie.staffing.UncertainSizing.Step;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What each agent of an interval brings and costs: the probability that all promises are kept, the calls lost, euros. By
 * Erlang's formulas, as if the queue had settled.
 *
 * @param interval of the forecast
 * @param needed the agents that the staffing asks for by these formulas
 * @param steps from some agents fewer to some more
 */
public record AgentSteps(ForecastRow interval, int needed, List<Step> steps) {
    private static final int FEWER = 3;
    private static final int MORE = 4;

    public AgentSteps {
        steps = List.copyOf(steps);
    }

    /**
     * The steps of an interval; of the one with most calls where no moment is given.
     *
     * @param date the day; null: the first one of the forecast with calls
     * @param time within the interval; null: when most calls come
     * @param group the team; null: the only one, or the first
     */
    public static AgentSteps of(
            StageRun run, @Nullable LocalDate date, @Nullable LocalTime time, @Nullable String group) {
        var config = run.config(StaffingConfig.class);
        var zone = run.service().zone();
        var rows = StaffingJob.forecast(run, config).where(col("mean").gt(lit(0))).collectAsList().stream()
                .sorted(Staffings.IN_TIME)
                .toList();
        var groups = rows.stream().map(ForecastRow::id).distinct().toList();
        if (group != null && !groups.contains(group)) {
            throw UserError.usage("'%s' is no team that calls are forecast of.\nMaybe one of %s."
                    .formatted(group, String.join(", ", groups)));
        }
        var day = date != null
                ? date
                : rows.stream()
                        .map(ForecastRow::localDate)
                        .min(LocalDate::compareTo)
                        .orElse(run.asOf());
        var interval = rows.stream()
                .filter(row -> row.localDate().equals(day))
                .filter(row -> group == null || row.id().equals(group))
                .filter(row -> time == null
                        || isWithin(time, LocalDateTime.ofInstant(row.startsAt(), zone), row.intervalMinutes()))
                .max(Comparator.comparingDouble(ForecastRow::mean))
                .orElseThrow(() -> UserError.failed(
                        "The forecast of %s has no calls%s on %s%s.\nMaybe lines are closed then, or 'vigie forecast' has not come so far."
                                .formatted(
                                        run.asOf(),
                                        group == null ? "" : " of " + group,
                                        day,
                                        time == null ? "" : " at " + time)));
        var rules = Contracts.of(run, config.pooling())
                .keptBeside(Callers.of(run, config).rules(config, run.service()), interval.id(), interval.localDate());
        double erlangs = rules.calls(interval) * interval.ahtSeconds() / (60.0 * interval.intervalMinutes());
        int needed = rules.size(erlangs, interval.ahtSeconds()).performance().agents();
        var cost = new AgentCost(run.config(StaffingConfig.class).hourlyCost(), rules.shrinkage());
        var steps = rules.uncertain(interval).steps(Math.max(1, needed - FEWER), needed + MORE, cost);
        return new AgentSteps(interval, needed, steps);
    }

    private static boolean isWithin(LocalTime time, LocalDateTime start, int minutes) {
        var moment = start.toLocalDate().atTime(time);
        return !moment.isBefore(start) && moment.isBefore(start.plusMinutes(minutes));
    }
}
