package fr.vigie.jobs.roster;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import fr.vigie.input.Operator;
import fr.vigie.jobs.Stage;
import fr.vigie.jobs.StageRun;
import fr.vigie.jobs.error.UserError;
import fr.vigie.jobs.lake.StaffingRow;
import fr.vigie.jobs.lake.Table;
import fr.vigie.jobs.lake.Tables;
import fr.vigie.roster.RosterPlan;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;

/** Who works when in the first full week after the last known day; the week begins on the day that the service says. */
public final class RosterJob implements Stage {
    @Override
    public String noun() {
        return "roster";
    }

    @Override
    public Class<? extends Record> configuration() {
        return RosterConfig.class;
    }

    @Override
    public List<Table<?>> reads() {
        return List.of(Tables.STAFFING, Tables.OPERATOR, Tables.SHIFT, Tables.ROSTER_PUBLISHED);
    }

    @Override
    public List<Table<?>> writes() {
        return List.of(Tables.ROSTER);
    }

    @Override
    public void run(StageRun run) {
        var config = run.config(RosterConfig.class);
        ZoneId zone = run.service().zone();
        var firstDay =
                run.asOf().with(TemporalAdjusters.nextOrSame(run.service().weekStart()));
        var known = run.read(Tables.STAFFING)
                .where(col("asOf").equalTo(lit(run.asOf())))
                .collectAsList();
        if (known.isEmpty()) {
            throw UserError.failed(
                    "There is no staffing of %s to make a roster for.\nMaybe run 'vigie staffing' first, or name its date with --as-of."
                            .formatted(run.asOf()));
        }
        var staffing = known.stream()
                .filter(row ->
                        !row.localDate().isBefore(firstDay) && row.localDate().isBefore(firstDay.plusWeeks(1)))
                .sorted(Comparator.comparing(StaffingRow::group).thenComparing(StaffingRow::startsAt))
                .toList();
        OpenNeed.check(staffing, run.service());
        var operators = run.read(Tables.OPERATOR).collectAsList().stream()
                .sorted(Comparator.comparing(Operator::operatorId))
                .toList();
        var shifts = run.shifts(start(Workforce.knownFrom(firstDay, config), zone), start(firstDay.plusWeeks(1), zone));
        var rosters = new Rosters(firstDay, zone, config, run.service().opensOnSundays());
        var plans = rosters.plans(staffing, operators, shifts);
        var rows = Rosters.rows(plans, rosters.teams(staffing, operators, shifts));
        if (rows.isEmpty() && !run.read(Tables.ROSTER).isEmpty()) {
            throw UserError.failed(
                    "There is nobody to plan, or no hour to staff, in the week from %s; the roster made before stays.\nMaybe the file of operators was replaced, or the forecast ends too early."
                            .formatted(firstDay));
        }
        run.replace(Tables.ROSTER, run.spark().createDataset(rows, Tables.ROSTER.encoder()));
        run.metric(
                "operators",
                plans.stream().mapToInt(plan -> plan.unplannedMinutes().size()).sum());
        run.metric(
                "hours-unplanned",
                plans.stream()
                                .flatMap(plan -> plan.unplannedMinutes().values().stream())
                                .mapToInt(Integer::intValue)
                                .sum()
                        / 60.0);
        var workforce =
                new Workforce(firstDay, zone, shifts, config, run.service().opensOnSundays());
        int unanswered =
                Rosters.unanswered(staffing, workforce.employed(operators)).size();
        if (unanswered > 0) {
            run.metric("groups-unanswered", unanswered);
        }
        run.metric("quarters-under", plans.stream().mapToInt(RosterPlan::under).sum());
        if (plans.stream().allMatch(plan -> plan.leastUnder().isPresent())) {
            run.metric(
                    "quarters-under-at-least",
                    plans.stream()
                            .mapToInt(plan -> plan.leastUnder().orElseThrow())
                            .sum());
        }
        run.metric("quarters-over", plans.stream().mapToInt(RosterPlan::over).sum());
    }

    private static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }
}
