package fr.vigie.jobs.cli;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import fr.vigie.jobs.Workspace;
import fr.vigie.jobs.config.ServiceConfig;
import fr.vigie.jobs.error.UserError;
import fr.vigie.jobs.lake.Rows;
import fr.vigie.jobs.lake.Tables;
import fr.vigie.jobs.report.PeopleReader;
import fr.vigie.jobs.staffing.ShortfallJob;
import fr.vigie.report.MissedTarget;
import fr.vigie.report.ShortfallSentences;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code vigie staffing why}. */
@Command(
        name = "why",
        description =
                "Why a day was not answered as promised: calls, handling time, absence, adherence and the rest, which add up.")
final class StaffingWhyCommand implements Callable<Integer> {
    @ParentCommand
    StaffingCommand staffing = new StaffingCommand();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Option(names = "--date", paramLabel = "D", description = "the day (default: the last day with calls)")
    @Nullable
    LocalDate date;

    @Option(names = "--json", description = "as JSON, a team's day or part of it a line")
    boolean json;

    @Override
    public Integer call() {
        try (var workspace = Workspaces.write(staffing.options(), spec)) {
            var flow = workspace.flow(date == null ? null : date.plusDays(1));
            flow.run(new ShortfallJob());
            var asOf = flow.asOf();
            var missed = PeopleReader.missed(workspace
                    .lake()
                    .read(Tables.SHORTFALL)
                    .where(col("asOf").equalTo(lit(asOf)))
                    .collectAsList());
            if (missed.isEmpty() || (date != null && !missed.get(0).day().equals(date))) {
                throw UserError.failed(
                        "Nothing was promised on %s, or no call was offered.\nMaybe no forecast was made before that day ('vigie forecast --as-of'), or its shifts are not there ('vigie ingest shifts')."
                                .formatted(date == null ? "the last day with calls" : date));
            }
            if (json) {
                printJson(workspace, asOf);
            } else {
                printText(missed, spec.commandLine().getOut());
            }
            return 0;
        }
    }

    private void printJson(Workspace workspace, LocalDate asOf) {
        var zone = workspace.config().block(ServiceConfig.class).zone();
        Rows.of(workspace.lake(), Tables.SHORTFALL, null, null, List.of("as_of=" + asOf), null, zone)
                .writeJson(spec.commandLine().getOut());
    }

    /** The teams' days with their causes. */
    private void printText(List<MissedTarget> missed, PrintWriter out) {
        var words = new ShortfallSentences(staffing.options().lang.locale());
        missed.stream().filter(one -> one.part().equals(MissedTarget.DAY)).forEach(day -> {
            out.println(day.group() + ": " + words.gap(day));
            words.causes(day).forEach(cause -> out.println("  " + cause));
            if (!day.presenceKnown()) {
                out.println("  " + words.caution(day));
            }
        });
    }
}
