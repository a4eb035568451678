package fr.vigie.jobs.cli;

import fr.vigie.jobs.Json;
import fr.vigie.jobs.lake.Digest;
import fr.vigie.jobs.lake.RunRow;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What steps tell as they end: a line for people, or an object of JSON a line for programs.
 *
 * @param out where to
 * @param json whether a program reads it
 */
record StepLines(PrintWriter out, boolean json) {

    /** Tells of a step that took so many seconds. */
    void tell(String text, Map<String, ? extends @Nullable Object> fields, double seconds) {
        if (json) {
            var all = new TreeMap<String, @Nullable Object>(fields);
            all.put("seconds", rounded(seconds));
            out.println(Json.of(all));
        } else {
            out.println("%6.1f s  %s".formatted(seconds, text));
        }
    }

    /** What programs are told of a stage's run. */
    static Map<String, @Nullable Object> fields(RunRow row) {
        var outputs = new TreeMap<String, Object>();
        digests(row)
                .forEach((table, digest) -> outputs.put(
                        table,
                        Map.of("rows", digest.rows(), "digest", digest.sum().toPlainString())));
        var fields = new TreeMap<String, @Nullable Object>();
        fields.put("stage", row.stage());
        fields.put("run_id", row.runId());
        fields.put("as_of", row.asOf() == null ? null : row.asOf().toString());
        fields.put("outputs", outputs);
        fields.put("metrics", Json.read(row.metrics()));
        fields.put(
                "seconds",
                rounded(Duration.between(row.startedAt(), row.finishedAt()).toMillis() / 1000.0));
        return fields;
    }

    /** What people are told of a stage's run. */
    static String text(RunRow row) {
        var tables = digests(row).entrySet().stream()
                .map(table ->
                        "%s %,d rows".formatted(table.getKey(), table.getValue().rows()))
                .collect(Collectors.joining(", "));
        return tables.isEmpty() ? row.stage() : row.stage() + ": " + tables;
    }

    /** The figures that a stage noted of its run, e.g. {@code operators 16, quarters-under 86}; empty where there are none. */
    static String figures(RunRow row) {
        return Json.read(row.metrics()).entrySet().stream()
                .map(figure -> figure.getKey() + " " + number(((Number) figure.getValue()).doubleValue()))
                .collect(Collectors.joining(", "));
    }

    private static String number(double value) {
        return BigDecimal.valueOf(rounded(value)).stripTrailingZeros().toPlainString();
    }

    private static Map<String, Digest> digests(RunRow row) {
        var digests = new TreeMap<String, Digest>();
        Json.read(row.outputs()).forEach((table, digest) -> digests.put(table, Digest.parse(String.valueOf(digest))));
        return digests;
    }

    private static double rounded(double seconds) {
        return Math.round(seconds * 1000) / 1000.0;
    }
}
