package fr.vigie.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** How worn out the teams' days were, beside how long callers waited; teams of few are withheld. */
final class CareSection {
    private CareSection() {}

    static Section of(ManagersView view, History history, Words words) {
        var lines = view.people().care();
        if (lines.isEmpty()) {
            return Section.empty("care", words);
        }
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Text(words.text("care.summary")));
        var teams = lines.stream().filter(line -> line.hour().isEmpty()).toList();
        var withheld = teams.stream().filter(line -> line.occupancy().isEmpty()).count();
        if (withheld > 0) {
            blocks.add(new Block.Note(words.text("care.withheld", withheld)));
        }
        blocks.add(new Block.Table(teams(teams, words)));
        var hours = lines.stream().filter(line -> line.hour().isPresent()).toList();
        if (!hours.isEmpty()) {
            blocks.add(new Block.FoldedTable(hours(hours, history, words)));
        }
        return Section.of("care", words, blocks);
    }

    private static Grid teams(List<CareLine> teams, Words words) {
        var rows = new ArrayList<List<Cell>>();
        for (var team : teams) {
            rows.add(List.of(
                    Cell.of(name(team, words)),
                    share(team.occupancy(), words),
                    number(team.typicalRunMinutes(), words),
                    number(team.longRunMinutes(), words),
                    number(team.typicalCallsInARow(), words),
                    number(team.longCallsInARow(), words),
                    share(team.hardCalls(), words),
                    number(team.readyHours(), words),
                    number(team.hoursOverCeiling(), words)));
        }
        return new Grid(
                words.text("care.table"),
                List.of(
                        Grid.Column.words(words.text("care.column.team")),
                        Grid.Column.number(words.text("care.column.occupancy")),
                        Grid.Column.number(words.text("care.column.run")),
                        Grid.Column.number(words.text("care.column.long-run")),
                        Grid.Column.number(words.text("care.column.calls")),
                        Grid.Column.number(words.text("care.column.long-calls")),
                        Grid.Column.number(words.text("care.column.hard")),
                        Grid.Column.number(words.text("care.column.ready")),
                        Grid.Column.number(words.text("care.column.over"))),
                rows);
    }

    private static Grid hours(List<CareLine> hours, History history, Words words) {
        Map<Integer, History.Sums> waiting =
                history.byHour().stream().collect(Collectors.toMap(History.Part::of, History.Part::sums));
        var rows = new ArrayList<List<Cell>>();
        for (var line : hours) {
            int hour = line.hour().orElseThrow();
            var callers = waiting.get(hour);
            rows.add(List.of(
                    Cell.of(name(line, words)),
                    Cell.of(words.hour(hour)),
                    share(line.occupancy(), words),
                    share(line.hardCalls(), words),
                    Cell.of(callers == null ? words.text("care.none") : words.seconds(callers.meanWaitSeconds())),
                    Cell.of(callers == null ? words.text("care.none") : words.percent(callers.abandonment()))));
        }
        return new Grid(
                words.text("care.hours"),
                List.of(
                        Grid.Column.words(words.text("care.column.team")),
                        Grid.Column.words(words.text("column.hour")),
                        Grid.Column.number(words.text("care.column.occupancy")),
                        Grid.Column.number(words.text("care.column.hard")),
                        Grid.Column.number(words.text("care.column.wait")),
                        Grid.Column.number(words.text("care.column.abandoned"))),
                rows);
    }

    private static String name(CareLine line, Words words) {
        return line.team().equals("network") ? words.text("care.everybody") : line.team();
    }

    private static Cell share(OptionalDouble share, Words words) {
        return share.isPresent() ? Cell.of(words.percent(share.getAsDouble())) : masked(words);
    }

    private static Cell number(OptionalDouble number, Words words) {
        return number.isPresent() ? Cell.of(words.mean(number.getAsDouble())) : masked(words);
    }

    private static Cell masked(Words words) {
        return Cell.masked(words.text("care.masked"));
    }
}
