package fr.vigie.jobs.cli;

import fr.vigie.jobs.Json;
import fr.vigie.jobs.error.UserError;
import fr.vigie.jobs.lake.DecisionRow;
import fr.vigie.jobs.lake.Decisions;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code vigie audit}: what people decided, in order, and whether anybody has tampered with it. */
@Command(
        name = "audit",
        description = "Prints the audit log: alerts settled, callers forgotten, purges, key rotations.")
final class AuditCommand implements Callable<Integer> {
    @ParentCommand
    Vigie vigie = new Vigie();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Option(names = "--verify", description = "prints whether each line follows from the one before, and the last hash")
    boolean verify;

    @Option(names = "--json", description = "prints an object a line; with --verify one of them all")
    boolean json;

    @Override
    public Integer call() {
        try (var workspace = Workspaces.read(vigie.options)) {
            var rows = new Decisions(workspace.lake()).all();
            var out = spec.commandLine().getOut();
            if (verify) {
                Decisions.firstBroken(rows).ifPresent(number -> {
                    throw UserError.failed(
                            "The audit log is broken at line %d: it does not follow from the line before.\nMaybe that one was changed, or lines were removed."
                                    .formatted(number));
                });
                out.println(
                        json
                                ? Json.of(Map.of("lines", rows.size(), "head", Decisions.head(rows)))
                                : "%d lines, unbroken; the last has the hash %s"
                                        .formatted(rows.size(), Decisions.head(rows)));
                return 0;
            }
            var unfinished = Decisions.unfinished(rows);
            for (var row : rows) {
                if (json) {
                    out.println(Json.of(fields(row, unfinished.contains(row.number()))));
                    continue;
                }
                out.println("%4d  %s  %s %s: %s, by %s%s%s"
                        .formatted(
                                row.number(),
                                row.at(),
                                row.subject(),
                                row.id(),
                                row.action(),
                                row.actor(),
                                row.reason() == null ? "" : " (" + row.reason() + ")",
                                unfinished.contains(row.number()) ? ", not finished" : ""));
            }
            return 0;
        }
    }

    private static Map<String, @Nullable Object> fields(DecisionRow row, boolean unfinished) {
        var fields = new TreeMap<String, @Nullable Object>();
        fields.put("number", row.number());
        fields.put("at", row.at().toString());
        fields.put("subject", row.subject());
        fields.put("id", row.id());
        fields.put("action", row.action());
        fields.put("actor", row.actor());
        fields.put("reason", row.reason());
        fields.put("previous", row.previous());
        fields.put("finished", !unfinished);
        return fields;
    }
}
