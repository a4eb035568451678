package fr.vigie.report;

import fr.vigie.report.chart.Axis;
import fr.vigie.report.chart.BarChart;
import fr.vigie.report.chart.Frame;
import fr.vigie.report.chart.Palette;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How long a call takes, by hour of the day. */
final class HandlingSection {
    private HandlingSection() {}

    static Section of(History history, Words words) {
        var hours = history.byHour().stream()
                .filter(hour -> hour.sums().answered() > 0)
                .toList();
        if (hours.isEmpty()) {
            return Section.empty("handling", words);
        }
        var answered = hours.stream().mapToDouble(h -> h.sums().answered()).sum();
        var talk = hours.stream().mapToDouble(h -> h.sums().talkSeconds()).sum();
        var wrap = hours.stream().mapToDouble(h -> h.sums().wrapSeconds()).sum();
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Text(words.text(
                "handling.summary",
                words.seconds((talk + wrap) / answered),
                words.seconds(talk / answered),
                words.seconds(wrap / answered))));
        if (wrap == 0) {
            blocks.add(new Block.Note(words.text("handling.no-wrap")));
        }
        blocks.add(figure(hours, words));
        blocks.add(new Block.FoldedTable(table(hours, words)));
        return Section.of("handling", words, blocks);
    }

    private static Block figure(List<History.Part<Integer>> hours, Words words) {
        var bars = hours.stream()
                .map(hour -> {
                    var sums = hour.sums();
                    var talk = sums.talkSeconds() / sums.answered();
                    var wrap = sums.wrapSeconds() / sums.answered();
                    return new BarChart.Bar(
                            hours.size() > 14 ? String.valueOf(hour.of()) : words.hour(hour.of()),
                            words.count(talk + wrap),
                            List.of(
                                    new BarChart.Part(talk, Palette.ACCENT),
                                    new BarChart.Part(wrap, Palette.BAND_EDGE)),
                            Optional.empty());
                })
                .toList();
        var highest = hours.stream()
                .map(History.Part::sums)
                .mapToDouble(sums -> (sums.talkSeconds() + sums.wrapSeconds()) / sums.answered())
                .max()
                .orElse(1);
        var title = words.text("handling.chart");
        return Block.Figure.of(
                title,
                List.of(
                        new Block.Mark("", Palette.ACCENT.hex(), words.text("handling.talk")),
                        new Block.Mark("", Palette.BAND_EDGE.hex(), words.text("handling.wrap"))),
                new BarChart(
                        "handling-hours",
                        title,
                        words.text("handling.chart.description"),
                        Frame.WIDE,
                        Axis.fromZero(highest * 1.05, words::count),
                        bars));
    }

    private static Grid table(List<History.Part<Integer>> hours, Words words) {
        var rows = new ArrayList<List<Cell>>();
        for (var hour : hours) {
            var sums = hour.sums();
            rows.add(List.of(
                    Cell.of(words.hour(hour.of())),
                    Cell.of(words.count(sums.answered())),
                    Cell.of(words.decimal(sums.talkSeconds() / sums.answered(), 1)),
                    Cell.of(words.decimal(sums.wrapSeconds() / sums.answered(), 1)),
                    Cell.strong(words.decimal((sums.talkSeconds() + sums.wrapSeconds()) / sums.answered(), 1))));
        }
        return new Grid(
                words.text("handling.table"),
                List.of(
                        Grid.Column.words(words.text("column.hour")),
                        Grid.Column.number(words.text("column.answered")),
                        Grid.Column.number(words.text("handling.talk")),
                        Grid.Column.number(words.text("handling.wrap")),
                        Grid.Column.number(words.text("handling.total"))),
                rows);
    }
}
