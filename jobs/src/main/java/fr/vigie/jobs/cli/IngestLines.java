package fr.vigie.jobs.cli;

import fr.vigie.jobs.Printable;
import fr.vigie.jobs.ingest.IngestResult;
import java.io.PrintWriter;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What an ingest tells people. */
final class IngestLines {
    private IngestLines() {}

    static String summary(String kind, IngestResult result) {
        var records = "%s: read %d, kept %d, duplicates %d, rejected %d"
                .formatted(kind, result.read(), result.kept(), result.duplicates(), result.rejected());
        return result.isPartial()
                ? "%s (%d file%s known, %d read)"
                        .formatted(
                                records, result.filesKnown(), result.filesKnown() == 1 ? "" : "s", result.filesRead())
                : records;
    }

    /** What programs are told; {@code files_known} only where the figures are of some of the files. */
    static Map<String, ?> fields(IngestResult result) {
        var fields = new TreeMap<String, Object>(Map.of(
                "read",
                result.read(),
                "kept",
                result.kept(),
                "duplicates",
                result.duplicates(),
                "rejected",
                result.rejected(),
                "rejects",
                result.rejects()));
        if (result.isPartial()) {
            fields.put("files_known", result.filesKnown());
            fields.put("files_read", result.filesRead());
        }
        return fields;
    }

    /** A line for each of the first rejects, and one that counts the others. */
    static void rejects(IngestResult result, PrintWriter err) {
        for (var reject : result.examples()) {
            err.println("vigie: %s, line %d: %s: %s"
                    .formatted(
                            Printable.line(reject.file()),
                            reject.line(),
                            reject.reason(),
                            Printable.line(reject.detail())));
        }
        if (result.ambiguousTimes() > 0) {
            err.println("vigie: %d local times stand for two instants (the clocks were put back); the earlier was taken"
                    .formatted(result.ambiguousTimes()));
        }
        long more = result.rejected() - result.examples().size();
        if (more > 0) {
            var reasons = result.rejects().entrySet().stream()
                    .map(reason -> reason.getKey() + " " + reason.getValue())
                    .collect(Collectors.joining(", "));
            err.println("vigie: %d rejected in all: %s ('vigie show call_rejected' lists them)"
                    .formatted(result.rejected(), reasons));
        }
    }
}
