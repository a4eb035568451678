package fr.vigie.jobs;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;

import fr.vigie.jobs.config.ServiceConfig;
import fr.vigie.jobs.config.VigieConfig;
import fr.vigie.jobs.error.UserError;
import fr.vigie.jobs.lake.Hash;
import fr.vigie.jobs.lake.Lake;
import fr.vigie.jobs.lake.RunRow;
import fr.vigie.jobs.lake.Table;
import fr.vigie.jobs.lake.Tables;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Runs stages and knows which are out of date.
 *
 * <p>A run's id is a hash of the stage, the code, its configuration and the versions of the tables it reads. A stage
 * is up to date when the log has a completed run of that id, every table it writes still carries it and its files are
 * in place.
 */
public final class Flow {
    private final Lake lake;
    private final VigieConfig config;
    private final Path reports;
    private final RunLog log;
    private final Clock clock;
    private final @Nullable LocalDate asOfGiven;

    /** Asked for at every stage, and it takes a look at all calls. */
    private LastCall lastCall = new LastCall("", null);

    /** The last call's day, of a version of the calls; null where there are none. */
    private record LastCall(String calls, @Nullable LocalDate day) {}

    /**
     * A flow over a lake.
     *
     * @param reports the folder of the reports
     * @param asOf the date to run for; null for the day after the last call
     * @param clock for the times of the log, and to tell calls that are still to come
     */
    public Flow(Lake lake, VigieConfig config, Path reports, @Nullable LocalDate asOf, Clock clock) {
        this.lake = lake;
        this.config = config;
        this.reports = reports;
        this.log = RunLog.of(lake);
        this.clock = clock;
        this.asOfGiven = asOf;
    }

    public RunLog log() {
        return log;
    }

    /** Whether running the stage now would change nothing. */
    public boolean isUpToDate(Stage stage) {
        var id = id(stage, inputs(stage));
        return log.contains(id)
                && stage.writes().stream()
                        .allMatch(t -> lake.runOf(t, asOf()).map(id::equals).orElse(false))
                && stage.isInPlace(reports);
    }

    /** What the stage's last run was not made with: tables, the configuration, the code, the date, its files. */
    public List<String> changesSince(Stage stage) {
        var changes = new ArrayList<String>();
        log.latest(stage.noun()).ifPresent(last -> {
            var then = Json.read(last.inputs());
            inputs(stage).forEach((table, version) -> {
                if (!version.equals(then.get(table))) {
                    changes.add("table " + table);
                }
            });
            if (!configuration(stage).equals(last.configuration())) {
                changes.add("configuration");
            }
            if (!CodeVersion.current().equals(last.codeVersion())) {
                changes.add("code");
            }
            if (!asOf().equals(last.asOf())) {
                changes.add("date");
            }
            stage.writes().stream()
                    .filter(table -> !lake.runOf(table, asOf()).equals(Optional.of(last.runId())))
                    .forEach(table -> changes.add("table " + table.name()));
            if (!stage.isInPlace(reports)) {
                changes.add("files");
            }
        });
        return changes;
    }

    /** Runs the stage, whether or not it is out of date, and logs the run. */
    public RunRow run(Stage stage) {
        var started = clock.instant();
        var inputs = inputs(stage);
        var previous = stage.writes().stream()
                .findFirst()
                .flatMap(lake::runOf)
                .flatMap(log::find)
                .filter(last -> last.codeVersion().equals(CodeVersion.current()))
                .filter(last -> last.configuration().equals(configuration(stage)));
        var run = new StageRun(lake, config, asOf(), id(stage, inputs), reports, previous);
        stage.run(run);
        var outputs = new TreeMap<String, String>();
        run.outputs().forEach((table, digest) -> outputs.put(table, digest.toString()));
        var row = new RunRow(
                run.runId(),
                stage.noun(),
                CodeVersion.current(),
                asOf(),
                configuration(stage),
                Json.of(inputs),
                Json.of(outputs),
                "{}",
                Json.of(run.metrics()),
                RunLog.versions(),
                started,
                clock.instant());
        log.append(List.of(row));
        return row;
    }

    /** The day after the last call in the lake, unless a date was given. */
    public LocalDate asOf() {
        return date().orElseThrow(() ->
                UserError.failed("The lake holds no calls yet.\nMaybe run 'vigie ingest calls FILE' first."));
    }

    /** The same; empty where there are no calls yet. */
    public Optional<LocalDate> date() {
        if (asOfGiven != null) {
            return Optional.of(asOfGiven);
        }
        var calls = lake.version(Tables.CALL);
        if (!calls.equals(lastCall.calls())) {
            lastCall = new LastCall(calls, lastCall());
        }
        return Optional.ofNullable(lastCall.day()).map(this::dayAfter);
    }

    private @Nullable LocalDate lastCall() {
        var last = lake.read(Tables.CALL)
                .agg(max(col("localDate")))
                .collectAsList()
                .get(0);
        return last.isNullAt(0) ? null : last.getAs(0);
    }

    /** A call that is still to come has a mistyped date, and is not to make all the others old. */
    private LocalDate dayAfter(LocalDate lastCall) {
        var today = LocalDate.ofInstant(
                clock.instant(), config.block(ServiceConfig.class).zone());
        if (lastCall.isAfter(today.plusDays(1))) {
            throw UserError.failed(
                    "The last call of the lake is of %s, which is still to come.\nMaybe its date is mistyped: correct it in its file and ingest that again, or name the day to work for with --as-of."
                            .formatted(lastCall));
        }
        return lastCall.plusDays(1);
    }

    private Map<String, String> inputs(Stage stage) {
        return stage.reads().stream().collect(Collectors.toMap(Table::name, lake::version, (a, b) -> a, TreeMap::new));
    }

    private String configuration(Stage stage) {
        return "{\"service\":%s,\"%s\":%s}"
                .formatted(config.json(ServiceConfig.class), stage.noun(), config.json(stage.configuration()));
    }

    private String id(Stage stage, Map<String, String> inputs) {
        return Hash.of(stage.noun(), CodeVersion.current(), configuration(stage), asOf().toString(), Json.of(inputs));
    }
}
