package fr.vigie.report;

import java.util.ArrayList;
import java.util.List;

/** What was planned and what was worked, by day and team. */
final class AdherenceSection {
    private AdherenceSection() {}

    static Section of(ManagersView view, Words words) {
        var days = view.adherence();
        if (days.isEmpty()) {
            return Section.of(
                    "adherence", words, List.of(new Block.Note(words.text("adherence.empty", TeamAdherence.FEWEST))));
        }
        long planned = days.stream().mapToLong(TeamAdherence::planned).sum();
        long asPlanned = days.stream().mapToLong(TeamAdherence::asPlanned).sum();
        var columns = new ArrayList<Grid.Column>();
        columns.add(Grid.Column.date(words.text("column.day")));
        columns.add(Grid.Column.words(words.text("adherence.team")));
        for (var head :
                List.of("planned", "as-planned", "share", "late", "left-early", "away", "absent", "unplanned")) {
            columns.add(Grid.Column.number(words.text("adherence." + head)));
        }
        return Section.of(
                "adherence",
                words,
                List.of(
                        new Block.Text(words.text(
                                "adherence.summary",
                                words.date(days.get(0).day()),
                                words.date(days.get(days.size() - 1).day()),
                                words.percent(planned == 0 ? 1 : (double) asPlanned / planned))),
                        new Block.FoldedTable(new Grid(
                                words.text("adherence.table"),
                                columns,
                                days.stream().map(day -> row(day, words)).toList()))));
    }

    private static List<Cell> row(TeamAdherence day, Words words) {
        return List.of(
                Cell.of(words.date(day.day())),
                Cell.of(team(day.team(), words)),
                Cell.of(words.count(day.planned())),
                Cell.of(words.count(day.asPlanned())),
                Cell.strong(words.percent(day.share())),
                Cell.of(words.count(day.late())),
                Cell.of(words.count(day.leftEarly())),
                Cell.of(words.count(day.away())),
                Cell.of(words.count(day.absent())),
                Cell.of(words.count(day.unplanned())));
    }

    private static String team(String team, Words words) {
        return switch (team) {
            case "network" -> words.text("adherence.network");
            case "several" -> words.text("adherence.several");
            default -> team;
        };
    }
}
