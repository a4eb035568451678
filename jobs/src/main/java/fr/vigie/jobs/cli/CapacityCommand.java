package fr.vigie.jobs.cli;

import fr.vigie.jobs.Workspace;
import fr.vigie.jobs.config.ServiceConfig;
import fr.vigie.jobs.error.UserError;
import fr.vigie.jobs.lake.Rows;
import fr.vigie.jobs.lake.Tables;
import fr.vigie.jobs.staffing.CapacityConfig;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code vigie capacity}: runs the stage and prints its first months. */
@Command(
        name = "capacity",
        description =
                "Whom to hire when, the risk of falling under target by month, and what others would take instead.")
final class CapacityCommand extends StageCommand {
    @Option(
            names = "--months",
            paramLabel = "N",
            description = "prints so many of the months that are planned (default: all of capacity.months)")
    @Nullable
    Integer months;

    @Override
    String noun() {
        return "capacity";
    }

    @Override
    @Nullable
    LocalDate asOf(Workspace workspace) {
        if (months != null && months < 1) {
            throw UserError.usage("--months (%d) must be at least 1.\nMaybe 12 or 24.".formatted(months));
        }
        int planned = workspace.config().block(CapacityConfig.class).months();
        if (months != null && months > planned) {
            throw UserError.usage(
                    "--months (%d) are more than the %d that are planned.\nMaybe set capacity.months to %d."
                            .formatted(months, planned, months));
        }
        return super.asOf(workspace);
    }

    @Override
    Map<String, ?> more(Workspace workspace) {
        return Map.of("months", rows(workspace).maps());
    }

    @Override
    void printMore(Workspace workspace, PrintWriter out) {
        if (rows(workspace).maps().isEmpty()) {
            out.println("There is nothing to plan: the operators' file names nobody, or no calls are forecast."
                    + " Maybe run 'vigie ingest operators FILE' first.");
        } else {
            rows(workspace).writeText(out);
        }
    }

    private Rows rows(Workspace workspace) {
        var day = workspace.flow(stageOptions.asOf).asOf();
        var zone = workspace.config().block(ServiceConfig.class).zone();
        return Rows.of(workspace.lake(), Tables.CAPACITY, null, null, List.of("as_of=" + day), months, zone);
    }
}
