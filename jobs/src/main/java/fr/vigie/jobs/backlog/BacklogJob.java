package fr.vigie.jobs.backlog;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import fr.vigie.input.Activity;
import fr.vigie.input.Work;
import fr.vigie.jobs.Stage;
import fr.vigie.jobs.StageRun;
import fr.vigie.jobs.lake.BacklogRow;
import fr.vigie.jobs.lake.PracticeRow;
import fr.vigie.jobs.lake.ShiftsInUse;
import fr.vigie.jobs.lake.StaffingRow;
import fr.vigie.jobs.lake.Table;
import fr.vigie.jobs.lake.Tables;
import fr.vigie.load.DayLoad;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Fits the work beside calls of the coming week into the time that calls leave to those planned. */
public final class BacklogJob implements Stage {
    @Override
    public String noun() {
        return "backlog";
    }

    @Override
    public Class<? extends Record> configuration() {
        return BacklogConfig.class;
    }

    @Override
    public List<Table<?>> reads() {
        return List.of(
                Tables.STAFFING, Tables.WORK, Tables.PRACTICE, Tables.OPERATOR, Tables.SHIFT, Tables.ROSTER_PUBLISHED);
    }

    @Override
    public List<Table<?>> writes() {
        return List.of(Tables.BACKLOG);
    }

    @Override
    public void run(StageRun run) {
        var config = run.config(BacklogConfig.class);
        var zone = run.service().zone();
        var until = run.asOf().plusWeeks(1);
        var staffing = run.read(Tables.STAFFING)
                .where(col("asOf")
                        .equalTo(lit(run.asOf()))
                        .and(col("localDate").lt(lit(until)))
                        .and(col("plannedAgents").isNotNull()))
                .collectAsList();
        var teams =
                staffing.stream().collect(Collectors.groupingBy(StaffingRow::group, TreeMap::new, Collectors.toList()));
        var work = work(run, config, teams.containsKey(DayLoad.NETWORK));
        var shifts = run.shifts(
                run.asOf().atStartOfDay(zone).toInstant(),
                until.atStartOfDay(zone).toInstant());
        var pieces = ShiftsInUse.lessAbsences(shifts).stream()
                .filter(shift -> shift.activity() == Activity.WORK)
                .toList();
        var answered = run.teams(teams.keySet(), run.asOf());
        var rows = new ArrayList<BacklogRow>();
        teams.forEach((team, intervals) -> {
            intervals.sort(Comparator.comparing(StaffingRow::startsAt));
            rows.addAll(new BacklogWeek(run.asOf(), zone, intervals, pieces, answered, config)
                    .rows(work.getOrDefault(team, List.of())));
        });
        run.replaceAsOf(Tables.BACKLOG, run.spark().createDataset(rows, Tables.BACKLOG.encoder()));
        run.metric(
                "minutes-late",
                rows.stream().mapToDouble(BacklogRow::lateMinutes).sum());
        run.metric(
                "agents-to-add", rows.stream().mapToInt(BacklogRow::agentsToAdd).sum());
    }

    /** The work of the weeks before by team, and what is still open of earlier ones. */
    private static TreeMap<String, List<Work>> work(StageRun run, BacklogConfig config, boolean isPooled) {
        var zone = run.service().zone();
        var from = run.asOf().minusWeeks(config.weeks()).atStartOfDay(zone).toInstant();
        var until = run.asOf().atStartOfDay(zone).toInstant();
        var groups = new HashMap<String, String>();
        for (PracticeRow practice : run.read(Tables.PRACTICE).collectAsList()) {
            if (practice.group() != null) {
                groups.put(practice.practiceId(), practice.group());
            }
        }
        return run
                .read(Tables.WORK)
                .where(col("arrivedAt")
                        .lt(lit(until))
                        .and(col("arrivedAt")
                                .geq(lit(from))
                                .or(col("doneAt").isNull())
                                .or(col("doneAt").geq(lit(until)))))
                .collectAsList()
                .stream()
                .filter(piece -> isPooled || groups.containsKey(piece.practiceId()))
                .sorted(Comparator.comparing(Work::arrivedAt).thenComparing(Work::workId))
                .collect(Collectors.groupingBy(
                        piece -> isPooled ? DayLoad.NETWORK : groups.getOrDefault(piece.practiceId(), ""),
                        TreeMap::new,
                        Collectors.toList()));
    }
}
