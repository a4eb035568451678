package fr.vigie.report;

import fr.vigie.report.chart.DayStrip;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Shifts as a table: a line per operator, a column per day. */
final class RosterGrid {
    private RosterGrid() {}

    /** The table of pieces, at least one, absences left out. */
    static Grid of(List<ShiftPiece> shown, Words words) {
        var operators = new TreeMap<String, Map<LocalDate, List<ShiftPiece>>>();
        var days = new TreeSet<LocalDate>();
        for (var piece : shown) {
            days.add(piece.day());
            operators
                    .computeIfAbsent(piece.operator(), operator -> new TreeMap<>())
                    .computeIfAbsent(piece.day(), day -> new ArrayList<>())
                    .add(piece);
        }
        var from = shown.stream().mapToInt(ShiftPiece::from).min().orElseThrow() / 60 * 60;
        var until = (shown.stream().mapToInt(ShiftPiece::until).max().orElseThrow() + 59) / 60 * 60;
        var rows = new ArrayList<List<Cell>>();
        operators.forEach((operator, shifts) -> {
            var row = new ArrayList<Cell>();
            row.add(Cell.of(operator));
            for (var day : days) {
                var pieces = shifts.get(day);
                var id = "roster-" + rows.size() + "-" + row.size();
                row.add(
                        pieces == null
                                ? Cell.of(words.text("roster.off"))
                                : cell(id, operator, day, pieces, from, until, words));
            }
            row.add(Cell.strong(words.decimal(
                    shifts.values().stream()
                                    .flatMap(List::stream)
                                    .filter(piece -> !piece.activity().equals("break"))
                                    .mapToInt(piece -> piece.until() - piece.from())
                                    .sum()
                            / 60.0,
                    1)));
            rows.add(row);
        });
        var columns = new ArrayList<Grid.Column>();
        columns.add(Grid.Column.words(words.text("column.operator")));
        days.forEach(day -> columns.add(Grid.Column.words(words.shortDay(day))));
        columns.add(Grid.Column.number(words.text("column.hours")));
        return new Grid(words.text("roster.table"), columns, rows);
    }

    private static Cell cell(
            String id, String operator, LocalDate day, List<ShiftPiece> pieces, int from, int until, Words words) {
        var ordered = pieces.stream()
                .sorted(Comparator.comparingInt(ShiftPiece::from))
                .toList();
        var start = ordered.get(0).from();
        var end = ordered.stream().mapToInt(ShiftPiece::until).max().orElseThrow();
        var breaks = ordered.stream()
                .filter(piece -> piece.activity().equals("break"))
                .map(piece -> words.text(
                        "roster.break", words.clock(piece.from()), words.count(piece.until() - piece.from())))
                .toList();
        var hours = words.text("roster.shift", words.clock(start), words.clock(end));
        var pauses = breaks.isEmpty() ? "" : words.text("roster.breaks", String.join(", ", breaks));
        var strip = new DayStrip(
                id,
                words.text("roster.strip", operator, words.day(day)),
                breaks.isEmpty() ? hours : words.text("roster.with-breaks", hours, pauses),
                from,
                until,
                ordered.stream()
                        .map(piece -> new DayStrip.Piece(piece.from(), piece.until(), filling(piece)))
                        .toList());
        return Cell.of(hours).remarked(pauses).with(strip);
    }

    private static DayStrip.Filling filling(ShiftPiece piece) {
        return switch (piece.activity()) {
            case "calls" -> DayStrip.Filling.ANSWERS;
            case "break" -> DayStrip.Filling.BREAK;
            default -> DayStrip.Filling.OTHER_WORK;
        };
    }
}
