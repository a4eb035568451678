package fr.vigie.jobs.cli;

import fr.vigie.jobs.config.ServiceConfig;
import fr.vigie.jobs.error.Suggestion;
import fr.vigie.jobs.error.UserError;
import fr.vigie.jobs.lake.Rows;
import fr.vigie.jobs.lake.Table;
import fr.vigie.jobs.lake.Tables;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code vigie show TABLE}: rows of the lake. */
@Command(name = "show", description = "Prints rows of a lake table.")
final class ShowCommand implements Callable<Integer> {
    @ParentCommand
    Vigie vigie = new Vigie();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "TABLE", description = "call, load, forecast, staffing, …")
    String table = "";

    @Option(names = "--from", paramLabel = "D", description = "from this day on")
    @Nullable
    LocalDate from;

    @Option(names = "--to", paramLabel = "D", description = "up to this day, itself included")
    @Nullable
    LocalDate to;

    @Option(
            names = "--where",
            paramLabel = "COLUMN=VALUE",
            description =
                    "only such rows; may be repeated. Times with an offset or by the service's clock, keys in hexadecimal")
    List<String> where = List.of();

    @Option(names = "--limit", paramLabel = "N", description = "at most so many rows; 0: only the header")
    @Nullable
    Integer limit;

    @ArgGroup
    Form form = new Form();

    /** How rows are printed. */
    static final class Form {
        @Option(names = "--csv", description = "as CSV")
        boolean csv;

        @Option(names = "--json", description = "as JSON, a row a line")
        boolean json;
    }

    @Override
    public Integer call() {
        var shown = Tables.named(table)
                .orElseThrow(() -> UserError.usage("The table '%s' is unknown.%s"
                        .formatted(
                                table,
                                Suggestion.of(
                                        table,
                                        Tables.ALL.stream().map(Table::name).toList()))));
        if (from != null && to != null && to.isBefore(from)) {
            throw UserError.usage("--to (%s) is before --from (%s).".formatted(to, from));
        }
        try (var workspace = Workspaces.read(vigie.options)) {
            var lake = workspace.lake();
            var zone = workspace.config().block(ServiceConfig.class).zone();
            var rows = Rows.of(lake, shown, from, to, where, limit, zone);
            if (!lake.exists(shown)) {
                spec.commandLine()
                        .getErr()
                        .println("vigie: nothing was written to the table '%s' yet. Maybe run 'vigie run' first."
                                .formatted(table));
            }
            var out = spec.commandLine().getOut();
            if (form.json) {
                rows.writeJson(out);
            } else if (form.csv) {
                rows.writeCsv(out);
            } else {
                rows.writeText(out);
            }
            out.flush();
            return 0;
        }
    }
}
