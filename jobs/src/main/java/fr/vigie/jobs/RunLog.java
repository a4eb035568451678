package fr.vigie.jobs;

import static org.apache.spark.sql.functions.col;

import fr.vigie.jobs.lake.Lake;
import fr.vigie.jobs.lake.RunRow;
import fr.vigie.jobs.lake.Tables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.iceberg.IcebergBuild;
import org.apache.spark.package$;

/** What was run: the {@code run} table, read once and appended to. */
public final class RunLog {
    private final Lake lake;
    private final Map<String, RunRow> latest = new HashMap<>();
    private final Map<String, RunRow> byId = new HashMap<>();
    private final List<RunRow> all = new ArrayList<>();

    private RunLog(Lake lake) {
        this.lake = lake;
    }

    /** The log as it stands in the lake. */
    public static RunLog of(Lake lake) {
        var log = new RunLog(lake);
        lake.read(Tables.RUN).orderBy(col("finishedAt")).collectAsList().forEach(log::remember);
        return log;
    }

    /** The last run of a stage. */
    public Optional<RunRow> latest(String stage) {
        return Optional.ofNullable(latest.get(stage));
    }

    /** The last run that fulfils a condition. */
    public Optional<RunRow> last(Predicate<RunRow> condition) {
        return all.stream().filter(condition).reduce((first, second) -> second);
    }

    /** The runs that fulfil a condition, in order of time. */
    public List<RunRow> all(Predicate<RunRow> condition) {
        return all.stream().filter(condition).toList();
    }

    /** Whether a run of that id has ever been completed. */
    public boolean contains(String runId) {
        return byId.containsKey(runId);
    }

    /** The completed run of that id. */
    public Optional<RunRow> find(String runId) {
        return Optional.ofNullable(byId.get(runId));
    }

    /** Writes completed runs, in one commit: the last thing that they do. */
    public void append(List<RunRow> completed) {
        if (!completed.isEmpty()) {
            var rows = lake.spark().createDataset(completed, Tables.RUN.encoder());
            lake.append(
                    Tables.RUN,
                    rows.coalesce(1),
                    completed.get(completed.size() - 1).runId());
            completed.forEach(this::remember);
        }
    }

    private void remember(RunRow row) {
        latest.put(row.stage(), row);
        byId.put(row.runId(), row);
        all.add(row);
    }

    /** The versions that a result depends on beside Vigie's own. */
    public static String versions() {
        var versions = new TreeMap<String, String>();
        versions.put("java", Runtime.version().toString());
        versions.put("iceberg", IcebergBuild.version());
        versions.put("spark", package$.MODULE$.SPARK_VERSION());
        return Json.of(versions);
    }
}
