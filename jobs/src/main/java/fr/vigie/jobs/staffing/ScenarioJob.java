package fr.vigie.jobs.staffing;

import fr.vigie.jobs.Stage;
import fr.vigie.jobs.StageRun;
import fr.vigie.jobs.error.UserError;
import fr.vigie.jobs.lake.ScenarioRow;
import fr.vigie.jobs.lake.Table;
import fr.vigie.jobs.lake.Tables;
import fr.vigie.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;

/** The week to come with each scenario, beside the week as it is. */
public final class ScenarioJob implements Stage {
    @Override
    public String noun() {
        return "scenario";
    }

    @Override
    public String block() {
        return "scenarios";
    }

    @Override
    public Class<? extends Record> configuration() {
        return ScenariosConfig.class;
    }

    /** The staffing too: what is promised stands in its configuration, and a scenario follows it. */
    @Override
    public List<Table<?>> reads() {
        return List.of(
                Tables.STAFFING,
                Tables.FORECAST,
                Tables.FORECAST_UPDATE,
                Tables.CALL,
                Tables.OPERATOR,
                Tables.SHIFT,
                Tables.ROSTER_PUBLISHED,
                Tables.PRACTICE,
                Tables.CONTRACT);
    }

    @Override
    public List<Table<?>> writes() {
        return List.of(Tables.SCENARIO);
    }

    @Override
    public void run(StageRun run) {
        var basis = ScenarioBasis.of(run);
        var rows = new ArrayList<ScenarioRow>();
        rows.add(basis.base());
        for (var scenario : run.config(ScenariosConfig.class).scenarios()) {
            rows.add(withOrWhyNot(basis, scenario));
        }
        run.replaceAsOf(Tables.SCENARIO, run.spark().createDataset(rows, Tables.SCENARIO.encoder()));
        run.metric("scenarios", rows.size() - 1);
    }

    /** One scenario that a week has no room for, such as hours of which it is closed, must not stop the others. */
    private static ScenarioRow withOrWhyNot(ScenarioBasis basis, Scenario scenario) {
        try {
            return basis.with(scenario);
        } catch (IllegalArgumentException e) {
            return basis.refused(
                    scenario,
                    String.join(" ", String.valueOf(e.getMessage()).lines().toList()));
        }
    }

    /**
     * The week as it is and with some changes, which nobody keeps.
     *
     * @param name what the scenario is called
     * @param changes at least one
     */
    public static List<ScenarioRow> tried(StageRun run, String name, List<String> changes) {
        try {
            var scenario = Scenario.of(name, changes);
            var basis = ScenarioBasis.of(run);
            return List.of(basis.base(), basis.with(scenario));
        } catch (IllegalArgumentException e) {
            throw UserError.usage(String.valueOf(e.getMessage()));
        }
    }
}
