package fr.vigie.jobs.load;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import fr.vigie.calendar.OpeningHours;
import fr.vigie.jobs.Json;
import fr.vigie.jobs.Stage;
import fr.vigie.jobs.StageRun;
import fr.vigie.jobs.lake.DatedFile;
import fr.vigie.jobs.lake.DaySpans;
import fr.vigie.jobs.lake.Digest;
import fr.vigie.jobs.lake.PracticeRow;
import fr.vigie.jobs.lake.Table;
import fr.vigie.jobs.lake.Tables;
import fr.vigie.load.DayLoad;
import fr.vigie.load.LoadRules;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;
import org.apache.iceberg.spark.source.SerializableTableWithSize;

/** Calls to load: per practice, group and network, by quarter of an hour. */
public final class LoadJob implements Stage {
    @Override
    public String noun() {
        return "load";
    }

    @Override
    public Class<? extends Record> configuration() {
        return LoadConfig.class;
    }

    @Override
    public List<Table<?>> reads() {
        return List.of(Tables.CALL, Tables.PRACTICE);
    }

    @Override
    public List<Table<?>> writes() {
        return List.of(Tables.LOAD);
    }

    @Override
    public void run(StageRun run) {
        var callFiles = run.files(Tables.CALL).list();
        var days = days(callFiles);
        var files = run.files(Tables.LOAD);
        var table = SerializableTableWithSize.copyOf(files.table());
        // The load of days whose calls were purged outlives them, and is never counted again.
        var purged = run.purgedBefore(Tables.CALL);
        int first = purged.map(d -> (int) d.toEpochDay()).orElse(Integer.MIN_VALUE);
        var stored = files.list().stream().filter(f -> f.last() >= first).toList();
        var due = LoadChanges.since(run, days, stored, first);
        var spans = due.isPresent() ? DaySpans.of(due.get(), stored) : DaySpans.everything(days, stored);
        var replaced = spans.of(stored).stream().map(DatedFile::file).toList();
        var anew =
                days.stream().filter(d -> spans.contains((int) d.toEpochDay())).toList();

        var calls = run.readColumns(Tables.CALL)
                .filter(spans.condition(col("local_date")))
                .selectExpr(Loads.COLUMNS.toArray(String[]::new));
        long count = spans.of(callFiles).stream()
                .mapToLong(f -> f.file().recordCount())
                .sum();
        var written = new ArrayList<>(Loads.write(calls, count, anew, rules(run, days), table, run.runId()));
        written.addAll(outlived(run, spans, purged.orElse(LocalDate.MIN), table));
        var content = written.stream().map(Loads.Written::digest).reduce(Digest.none(), Digest::plus);
        var kept = due.isPresent() || purged.isPresent() ? kept(run, spans) : Digest.none();
        run.exchange(
                Tables.LOAD,
                replaced,
                written.stream().flatMap(w -> w.files().stream()).toList(),
                anew,
                kept.plus(content));
        run.metric("days", days.size());
        run.metric("days_counted", anew.size());
    }

    /** From the first day with calls to the last. */
    private static List<LocalDate> days(List<DatedFile> callFiles) {
        var first = callFiles.stream().mapToInt(DatedFile::first).min();
        var last = callFiles.stream().mapToInt(DatedFile::last).max();
        return first.isEmpty()
                ? List.of()
                : LocalDate.ofEpochDay(first.getAsInt())
                        .datesUntil(LocalDate.ofEpochDay(last.orElseThrow() + 1L))
                        .toList();
    }

    /** What stays of the table: told without reading it where the last run said what it wrote, and nobody wrote since. */
    private static Digest kept(StageRun run, DaySpans spans) {
        var replaced = spans.condition(col("local_date"));
        return run.previous()
                .filter(last ->
                        run.runOf(Tables.LOAD).filter(last.runId()::equals).isPresent())
                .map(last -> Json.read(last.outputs()).get(Tables.LOAD.name()))
                .map(all -> Digest.parse(String.valueOf(all)).minus(run.digest(Tables.LOAD, replaced)))
                .orElseGet(() -> run.digest(Tables.LOAD, not(replaced)));
    }

    /** The load of purged days that shares a file with days that are counted again. */
    private static List<Loads.Written> outlived(
            StageRun run, DaySpans spans, LocalDate purged, org.apache.iceberg.Table table) {
        boolean some = purged.isAfter(LocalDate.MIN) && spans.contains((int) purged.toEpochDay() - 1);
        return some
                ? Loads.copy(
                        run.readColumns(Tables.LOAD)
                                .filter(spans.condition(col("local_date"))
                                        .and(col("local_date").lt(lit(purged)))),
                        table,
                        run.runId())
                : List.of();
    }

    private static DayLoad rules(StageRun run, List<LocalDate> days) {
        var service = run.service();
        var from = days.isEmpty() ? run.asOf() : days.get(0);
        var until = days.isEmpty() ? run.asOf() : days.get(days.size() - 1).plusDays(1);
        var groups = new TreeMap<String, String>();
        for (PracticeRow practice : run.read(Tables.PRACTICE).collectAsList()) {
            if (practice.group() != null) {
                groups.put(practice.practiceId(), practice.group());
            }
        }
        var groupHours = new HashMap<String, OpeningHours>();
        service.groups().keySet().forEach(g -> groupHours.put(g, service.openingHours(g, from, until)));
        return new DayLoad(
                service.zone(),
                groups,
                service.openingHours(from, until),
                groupHours,
                (int) service.queueOpensBefore().toMinutes(),
                new LoadRules(
                        Math.round(service.serviceLevelTarget().seconds() * 1000),
                        service.shortAbandon().toMillis(),
                        service.longWait().toMillis(),
                        service.shortTalk().toMillis()));
    }
}
