package fr.vigie.jobs.staffing;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.unix_millis;

import fr.vigie.jobs.StageRun;
import fr.vigie.jobs.error.UserError;
import fr.vigie.jobs.lake.ForecastRow;
import fr.vigie.jobs.lake.PracticeRow;
import fr.vigie.jobs.lake.ScenarioRow;
import fr.vigie.jobs.lake.Tables;
import fr.vigie.scenario.CallStream;
import fr.vigie.scenario.Conditions;
import fr.vigie.scenario.Outcome;
import fr.vigie.scenario.Plan;
import fr.vigie.scenario.PlannedInterval;
import fr.vigie.scenario.Scenario;
import fr.vigie.scenario.TeamDay;
import fr.vigie.staffing.Sizing;
import fr.vigie.staffing.UncertainSizing.AgentCost;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;

/**
 * The week that scenarios are held against: the first full one from the run's date on, or what the forecast has of it.
 *
 * @param asOf the forecast's date
 * @param firstDay the first day
 * @param lastDay the last one
 * @param plan its calls by kind, and the operators on calls by the shifts; as many as are needed on days without shifts
 * @param conditions what is promised
 */
record ScenarioBasis(LocalDate asOf, LocalDate firstDay, LocalDate lastDay, Plan plan, Conditions conditions) {
    private static final int WEEKS_OF_CALLS = 8;
    private static final String UNKNOWN = "unknown";

    /**
     * A kind's part in the calls.
     *
     * @param share of all calls
     * @param duration its handling time over that of all
     */
    private record Kind(String word, double share, double duration) {
        CallStream of(double calls, double ahtSeconds) {
            return new CallStream(word, calls * share, ahtSeconds * duration);
        }
    }

    static ScenarioBasis of(StageRun run) {
        var config = run.config(StaffingConfig.class);
        var first = run.asOf().with(TemporalAdjusters.nextOrSame(run.service().weekStart()));
        var week = week(StaffingJob.forecast(run, config).collectAsList(), first);
        var days = week.stream().map(ForecastRow::localDate).toList();
        var from = days.stream().min(Comparator.naturalOrder()).orElse(first);
        var until = days.stream().max(Comparator.naturalOrder()).orElse(first);
        var rules = Callers.of(run, config).rules(config, run.service());
        var kinds = kinds(run);
        var planned =
                StaffingJob.planned(run, week.stream().map(ForecastRow::id).toList());
        var zone = run.service().zone();
        var intervals = week.stream()
                .map(row -> {
                    double calls = row.mean();
                    return new PlannedInterval(
                            row.id(),
                            LocalDateTime.ofInstant(row.startsAt(), zone),
                            row.intervalMinutes(),
                            calls > 0
                                    ? kinds.stream()
                                            .map(kind -> kind.of(calls, row.ahtSeconds()))
                                            .toList()
                                    : List.of(),
                            rules.patienceSeconds(),
                            planned.at(row.id(), row.startsAt(), row.intervalMinutes()));
                })
                .toList();
        var contracts = Contracts.of(run, config.pooling());
        var teams = new HashMap<TeamDay, Sizing>();
        week.forEach(row -> teams.computeIfAbsent(
                new TeamDay(row.id(), row.localDate()),
                day -> contracts.keptBeside(rules, day.team(), day.date()).sizing()));
        var conditions = new Conditions(
                rules.sizing(),
                teams,
                rules.measure(),
                rules.redial(),
                new AgentCost(run.config(StaffingConfig.class).hourlyCost(), rules.shrinkage()));
        var plan = new Plan(intervals, span(from, until), practices(run, from, until));
        return new ScenarioBasis(run.asOf(), from, until, plan, conditions);
    }

    /** The days of a full week are seven, whether or not the lines are open on the last. */
    private static int span(LocalDate from, LocalDate until) {
        int days = (int) ChronoUnit.DAYS.between(from, until) + 1;
        return days > 4 ? 7 : days;
    }

    private static List<ForecastRow> week(List<ForecastRow> forecast, LocalDate first) {
        if (forecast.isEmpty()) {
            throw UserError.failed(
                    "The forecast has no open hour to hold scenarios against.\nMaybe look at service.opening-hours.");
        }
        var week = forecast.stream()
                .filter(row ->
                        !row.localDate().isBefore(first) && row.localDate().isBefore(first.plusDays(7)))
                .toList();
        return week.isEmpty() ? forecast : week;
    }

    /** What the answered calls of the weeks before were about; one kind where nobody noted it. */
    private static List<Kind> kinds(StageRun run) {
        var handled = unix_millis(col("endedAt"))
                .minus(unix_millis(col("answeredAt")))
                .plus(col("wrapSeconds").multiply(1000));
        var rows = run.read(Tables.CALL)
                .where(col("localDate")
                        .lt(lit(run.asOf()))
                        .and(col("localDate").geq(lit(run.asOf().minusWeeks(WEEKS_OF_CALLS))))
                        .and(col("answeredAt").isNotNull())
                        .and(col("request").isNotNull()))
                .groupBy("request")
                .agg(count(lit(1)), coalesce(sum(handled), lit(0L)))
                .collectAsList();
        double calls = rows.stream().mapToLong(row -> row.getLong(1)).sum();
        double millis = rows.stream().mapToLong(row -> row.getLong(2)).sum();
        var kinds = new ArrayList<Kind>();
        rows.stream().sorted(Comparator.comparing(row -> row.getString(0))).forEach(row -> {
            if (row.getLong(2) > 0) {
                kinds.add(new Kind(
                        row.getString(0),
                        row.getLong(1) / calls,
                        row.getLong(2) / (double) row.getLong(1) / (millis / calls)));
            }
        });
        return kinds.isEmpty() ? List.of(new Kind(UNKNOWN, 1, 1)) : kinds;
    }

    private static int practices(StageRun run, LocalDate from, LocalDate until) {
        return (int) run.read(Tables.PRACTICE).collectAsList().stream()
                .filter(practice -> isClient(practice, from, until))
                .count();
    }

    private static boolean isClient(PracticeRow practice, LocalDate from, LocalDate until) {
        return (practice.clientSince() == null || !practice.clientSince().isAfter(until))
                && (practice.clientUntil() == null || !practice.clientUntil().isBefore(from));
    }

    /** The week as it is. */
    ScenarioRow base() {
        return row(ScenarioRow.BASE, "", conditions.judge(conditions.staffed(plan)));
    }

    /** The week with a scenario. */
    ScenarioRow with(Scenario scenario) {
        return row(scenario.name(), changes(scenario), scenario.outcome(plan, conditions));
    }

    /** A scenario that cannot be applied to the week, and why. */
    ScenarioRow refused(Scenario scenario, String why) {
        return new ScenarioRow(
                asOf,
                scenario.name(),
                changes(scenario),
                firstDay,
                lastDay,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                why);
    }

    private static String changes(Scenario scenario) {
        return String.join("; ", scenario.texts());
    }

    private ScenarioRow row(String name, String changes, Outcome outcome) {
        return new ScenarioRow(
                asOf,
                name,
                changes,
                firstDay,
                lastDay,
                outcome.calls(),
                outcome.handlingHours(),
                outcome.settledCalls(),
                outcome.partnerCalls(),
                outcome.partnerHours(),
                outcome.lostCalls(),
                outcome.peakAgents(),
                outcome.outOfReach(),
                outcome.neededHours(),
                outcome.plannedHours(),
                outcome.meanWaitSeconds(),
                outcome.asaSeconds(),
                outcome.serviceLevel(),
                outcome.abandonment(),
                outcome.occupancy(),
                outcome.euros(),
                outcome.revenueEuros(),
                outcome.method(),
                null);
    }
}
