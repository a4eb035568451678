package fr.vigie.report;

import java.util.ArrayList;
import java.util.List;

/** How long callers wait and whether lost ones call again, as the need takes it, and where that comes from. */
final class CallersSection {
    private static final String PATIENCE = "patience";

    private CallersSection() {}

    static Section of(ManagersView view, Words words) {
        var figures = view.grounds().callers();
        if (figures.isEmpty()) {
            return Section.empty("callers", words);
        }
        var first = figures.get(0);
        var rows = new ArrayList<List<Cell>>();
        for (var figure : figures) {
            rows.add(List.of(
                    Cell.of(words.name("callers.figure", figure.figure())),
                    Cell.strong(value(figure, figure.value(), words)).remarked(origin(figure, words)),
                    seen(figure, words),
                    sample(figure, words)));
        }
        return Section.of(
                "callers",
                words,
                List.of(
                        new Block.Text(words.text("callers.summary")),
                        new Block.Table(new Grid(
                                words.text(
                                        "callers.table",
                                        words.days(words.date(first.from()), words.date(first.until()))),
                                List.of(
                                        Grid.Column.words(words.text("callers.column.figure")),
                                        Grid.Column.words(words.text("callers.column.value")),
                                        Grid.Column.words(words.text("callers.column.seen")),
                                        Grid.Column.words(words.text("callers.column.sample"))),
                                rows))));
    }

    private static String origin(CallerFigure figure, Words words) {
        return words.name("callers.origin", figure.origin());
    }

    private static Cell seen(CallerFigure figure, Words words) {
        if (figure.fitted().isEmpty()) {
            return Cell.of(words.text("callers.unseen"));
        }
        var cell = Cell.of(value(figure, figure.fitted().getAsDouble(), words));
        return figure.low().isPresent() && figure.high().isPresent()
                ? cell.remarked(words.text(
                        "callers.interval",
                        words.range(
                                value(figure, figure.low().getAsDouble(), words),
                                value(figure, figure.high().getAsDouble(), words))))
                : cell;
    }

    private static Cell sample(CallerFigure figure, Words words) {
        var cell = Cell.of(words.text(
                words.key("callers.sample", figure.figure()), figure.calls(), words.count((double) figure.events())));
        return figure.departure().isPresent()
                ? cell.remarked(words.text(
                        "callers.departure",
                        words.decimal(100 * figure.departure().getAsDouble(), 1)))
                : cell;
    }

    private static String value(CallerFigure figure, double value, Words words) {
        return figure.figure().equals(PATIENCE) ? words.seconds(value) : words.percent(value);
    }
}
