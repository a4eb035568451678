package fr.vigie.report;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** Whom to hire when, the risk of falling under target with and without, and what others would take instead. */
final class CapacitySection {
    private static final double RISKY = 0.5;

    private CapacitySection() {}

    static Section of(ManagersView view, Words words) {
        var months = view.people().capacity();
        if (months.isEmpty()) {
            return Section.empty("capacity", words);
        }
        var hires = months.stream().mapToInt(CapacityLine::hires).sum();
        var first = months.get(0).month();
        var last = months.get(months.size() - 1);
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Text(words.text(
                "capacity.summary",
                hires,
                month(first, words),
                month(last.month(), words),
                words.percent(last.riskWithout(), 0),
                words.percent(last.risk(), 0))));
        var points = months.stream()
                .filter(m -> m.hires() > 0)
                .map(m -> words.text("capacity.hire", month(m.month(), words), m.hires()))
                .toList();
        if (!points.isEmpty()) {
            blocks.add(new Block.Points(points));
        }
        blocks.add(new Block.Table(plan(months, words)));
        blocks.add(new Block.FoldedTable(instead(months, words)));
        return Section.of("capacity", words, blocks);
    }

    private static Grid plan(List<CapacityLine> months, Words words) {
        var rows = new ArrayList<List<Cell>>();
        for (var m : months) {
            rows.add(List.of(
                    Cell.of(month(m.month(), words)),
                    Cell.of(words.band(m.calls(), m.callsLow(), m.callsHigh())),
                    Cell.of(words.count(m.hoursNeeded())),
                    Cell.of(words.count(m.hoursWithout())),
                    Cell.of(words.count(m.hours())),
                    m.hires() == 0 ? Cell.of("0") : Cell.strong(words.count(m.hires())),
                    Cell.of(words.count(m.hireEuros())),
                    risk(m.riskWithout(), words),
                    risk(m.risk(), words)));
        }
        return new Grid(
                words.text("capacity.table"),
                List.of(
                        Grid.Column.date(words.text("capacity.column.month")),
                        Grid.Column.number(words.text("capacity.column.calls")),
                        Grid.Column.number(words.text("capacity.column.needed")),
                        Grid.Column.number(words.text("capacity.column.without")),
                        Grid.Column.number(words.text("capacity.column.with")),
                        Grid.Column.number(words.text("capacity.column.hires")),
                        Grid.Column.number(words.text("capacity.column.euros")),
                        Grid.Column.number(words.text("capacity.column.risk-without")),
                        Grid.Column.number(words.text("capacity.column.risk"))),
                rows);
    }

    private static Grid instead(List<CapacityLine> months, Words words) {
        var rows = new ArrayList<List<Cell>>();
        for (var m : months) {
            rows.add(List.of(
                    Cell.of(month(m.month(), words)),
                    Cell.of(words.percent(m.overflow().share())),
                    Cell.of(words.count(m.overflow().euros())),
                    risk(m.overflow().risk(), words),
                    Cell.of(words.percent(m.deflection().share())),
                    Cell.of(words.count(m.deflection().euros())),
                    risk(m.deflection().risk(), words)));
        }
        return new Grid(
                words.text("capacity.instead"),
                List.of(
                        Grid.Column.date(words.text("capacity.column.month")),
                        Grid.Column.number(words.text("capacity.column.overflow")),
                        Grid.Column.number(words.text("capacity.column.overflow-euros")),
                        Grid.Column.number(words.text("capacity.column.overflow-risk")),
                        Grid.Column.number(words.text("capacity.column.deflection")),
                        Grid.Column.number(words.text("capacity.column.deflection-euros")),
                        Grid.Column.number(words.text("capacity.column.deflection-risk"))),
                rows);
    }

    private static Cell risk(double risk, Words words) {
        var text = words.percent(risk, 0);
        return risk > RISKY ? Cell.warning(text) : Cell.of(text);
    }

    private static String month(LocalDate month, Words words) {
        return DateTimeFormatter.ofPattern("MMMM yyyy", words.locale()).format(month);
    }
}
