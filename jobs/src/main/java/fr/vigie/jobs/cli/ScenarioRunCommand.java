package fr.vigie.jobs.cli;

import fr.vigie.jobs.Workspace;
import fr.vigie.jobs.error.Suggestion;
import fr.vigie.jobs.error.UserError;
import fr.vigie.jobs.lake.ScenarioRow;
import fr.vigie.jobs.lake.Tables;
import fr.vigie.jobs.staffing.ScenarioJob;
import fr.vigie.jobs.staffing.ScenariosConfig;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code vigie scenario run}. */
@Command(
        name = "run",
        description = {
            "Compares the scenarios of vigie.yaml with the week as it is, and writes them to the table 'scenario'.",
            "With --change it tries changes that are not kept, e.g. --change volume=+20%% --change absent=2."
        })
final class ScenarioRunCommand implements Callable<Integer> {
    private static final String TRIED = "change";

    @ParentCommand
    ScenarioCommand scenario = new ScenarioCommand();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "NAME", arity = "0..*", description = "which scenarios are shown (default: all)")
    List<String> names = List.of();

    @Option(
            names = "--change",
            paramLabel = "CHANGE",
            description = "a change to try; several come together. The block 'scenarios' of vigie.yaml lists them all")
    List<String> changes = List.of();

    @Mixin
    ForecastDate forecast = new ForecastDate();

    @Option(names = "--json", description = "as JSON, a scenario a line")
    boolean json;

    @Override
    public Integer call() {
        if (!names.isEmpty() && !changes.isEmpty()) {
            throw UserError.usage(
                    "A name and --change contradict each other.\nMaybe leave '%s' out.".formatted(names.get(0)));
        }
        var options = scenario.vigie.options;
        var out = spec.commandLine().getOut();
        List<ScenarioRow> rows;
        if (changes.isEmpty()) {
            try (var workspace = Workspaces.write(options, spec)) {
                rows = kept(workspace);
            }
        } else {
            try (var workspace = Workspaces.read(options)) {
                rows = ScenarioJob.tried(forecast.trial(workspace, TRIED), TRIED, changes);
            }
        }
        var table = new ScenarioTable(rows, options.lang.locale());
        if (json) {
            table.writeJson(out);
        } else {
            table.writeText(out);
        }
        return 0;
    }

    private List<ScenarioRow> kept(Workspace workspace) {
        var cases = workspace.config().block(ScenariosConfig.class).cases().keySet();
        for (var name : names) {
            if (!cases.contains(name)) {
                throw UserError.usage(
                        "There is no scenario '%s' in vigie.yaml.%s".formatted(name, Suggestion.of(name, cases)));
            }
        }
        var flow = workspace.flow(forecast.asOf);
        flow.run(new ScenarioJob());
        return workspace.lake().read(Tables.SCENARIO).collectAsList().stream()
                .filter(row -> row.asOf().equals(flow.asOf()))
                .filter(row ->
                        names.isEmpty() || row.scenario().equals(ScenarioRow.BASE) || names.contains(row.scenario()))
                .sorted(Comparator.comparing(
                                (ScenarioRow row) -> !row.scenario().equals(ScenarioRow.BASE))
                        .thenComparing(ScenarioRow::scenario))
                .toList();
    }
}
