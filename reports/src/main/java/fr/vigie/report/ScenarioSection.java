package fr.vigie.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;

/** What changes would do to the week to come: a line per scenario under the week as it is. */
final class ScenarioSection {
    private static final String MISSING = "–";

    private ScenarioSection() {}

    static Section of(ManagersView view, Words words) {
        var base = view.scenarios().stream().filter(ScenarioOutcome::isBase).findFirst();
        if (base.isEmpty() || view.scenarios().size() == 1) {
            return Section.empty("scenario", words);
        }
        var rows = new ArrayList<List<Cell>>();
        rows.add(row(base.get(), base.get(), words));
        view.scenarios().stream()
                .filter(scenario -> !scenario.isBase() && scenario.note().isEmpty())
                .forEach(scenario -> rows.add(row(scenario, base.get(), words)));
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Text(words.text("scenario.summary")));
        blocks.add(new Block.Table(new Grid(words.text("scenario.table"), columns(words), rows)));
        view.scenarios().stream()
                .filter(scenario -> !scenario.note().isEmpty())
                .forEach(scenario -> blocks.add(
                        new Block.Note(words.text("scenario.refused", scenario.scenario(), scenario.note()))));
        return Section.of("scenario", words, blocks);
    }

    private static List<Grid.Column> columns(Words words) {
        var columns = new ArrayList<Grid.Column>();
        columns.add(Grid.Column.words(words.text("scenario.column.scenario")));
        for (var figure : List.of(
                "calls",
                "load",
                "agents",
                "hours",
                "wait",
                "service-level",
                "abandonment",
                "occupancy",
                "euros",
                "revenue")) {
            columns.add(Grid.Column.number(words.text("scenario.column." + figure)));
        }
        return columns;
    }

    private static List<Cell> row(ScenarioOutcome scenario, ScenarioOutcome base, Words words) {
        var name = scenario.isBase()
                ? Cell.strong(words.text("scenario.base"))
                : Cell.of(scenario.scenario()).remarked(ChangeSentences.of(scenario.changes(), words));
        return List.of(
                name,
                figure(scenario.calls(), words::count),
                figure(scenario.handlingHours(), words::count),
                Cell.of(
                        scenario.agents().isPresent()
                                ? words.count(scenario.agents().getAsInt())
                                : MISSING),
                beside(scenario.neededHours(), base.neededHours(), scenario.isBase(), words),
                figure(scenario.meanWaitSeconds(), words::seconds),
                figure(scenario.serviceLevel(), words::percent),
                figure(scenario.abandonment(), words::percent),
                figure(scenario.occupancy(), words::percent),
                beside(scenario.euros(), base.euros(), scenario.isBase(), words),
                figure(scenario.revenueEuros(), words::count));
    }

    private static Cell figure(OptionalDouble value, DoubleFunction<String> words) {
        return Cell.of(value.isPresent() ? words.apply(value.getAsDouble()) : MISSING);
    }

    /** A figure with the difference to the week as it is. */
    private static Cell beside(OptionalDouble value, OptionalDouble base, boolean isBase, Words words) {
        var cell = figure(value, words::count);
        return isBase || value.isEmpty() || base.isEmpty()
                ? cell
                : cell.remarked(words.signed(Math.round(value.getAsDouble()) - Math.round(base.getAsDouble())));
    }
}
