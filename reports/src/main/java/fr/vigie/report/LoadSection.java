package fr.vigie.report;

import fr.vigie.report.chart.Axis;
import fr.vigie.report.chart.BarChart;
import fr.vigie.report.chart.Frame;
import fr.vigie.report.chart.LineChart;
import fr.vigie.report.chart.Palette;
import fr.vigie.report.chart.Stroke;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/** The calls expected next week, by day and by half-hour, and how sure that is. */
final class LoadSection {
    private LoadSection() {}

    static Section of(ManagersView view, Words words) {
        if (view.expected().isEmpty()) {
            return Section.empty("load", words);
        }
        var days = DayLoad.of(view.expected(), view.totals());
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Text(summary(days, words)));
        blocks.add(totals(days, words));
        blocks.add(new Block.Table(totalsTable(days, words)));
        var reasons = EffectSentences.of(view.effects(), words);
        if (!reasons.isEmpty()) {
            blocks.add(new Block.Text(words.text("load.effects")));
            blocks.add(new Block.Points(reasons));
        }
        if (!view.footings().isEmpty()) {
            blocks.add(new Block.FoldedTable(footings(view.footings(), words)));
        }
        blocks.add(halfHours(days, words));
        blocks.add(new Block.FoldedTable(halfHoursTable(days, words)));
        return Section.of("load", words, blocks);
    }

    /** Practices that are forecast otherwise than by their own calls, and why. */
    private static Grid footings(List<PracticeFooting> footings, Words words) {
        return new Grid(
                words.text("load.footings"),
                List.of(
                        Grid.Column.words(words.text("column.practice")),
                        Grid.Column.words(words.text("column.reason"))),
                footings.stream()
                        .map(each -> List.of(
                                Cell.of(each.name()),
                                Cell.of(words.text("footing." + each.footing().label()))))
                        .toList());
    }

    private static String summary(List<DayLoad> days, Words words) {
        var busiest =
                days.stream().max((a, b) -> Double.compare(a.mean(), b.mean())).orElseThrow();
        var peak = busiest.busiest();
        return words.text(
                "load.summary",
                words.count(days.stream().mapToDouble(DayLoad::mean).sum()),
                words.day(busiest.day()),
                words.count(busiest.mean()),
                words.clock(peak.minute()),
                words.mean(peak.mean()));
    }

    private static Block totals(List<DayLoad> days, Words words) {
        var bars = days.stream()
                .map(day -> new BarChart.Bar(
                        words.shortDay(day.day()),
                        words.count(day.mean()),
                        List.of(new BarChart.Part(day.mean(), Palette.ACCENT)),
                        day.interval().map(total -> new BarChart.Whisker(total.low80(), total.high80()))))
                .toList();
        var axis = Axis.fromZero(
                1.06
                        * days.stream()
                                .mapToDouble(day -> day.interval()
                                        .map(ExpectedTotal::high80)
                                        .orElse(day.mean()))
                                .max()
                                .orElseThrow(),
                words::count);
        var title = words.text("load.totals");
        return Block.Figure.of(
                title,
                List.of(
                        new Block.Mark("", Palette.ACCENT.hex(), words.text("load.mark.mean")),
                        Block.Mark.of("whisker", words.text("load.mark.interval", 80))),
                new BarChart("load-totals", title, words.text("load.totals.description"), Frame.WIDE, axis, bars));
    }

    private static Grid totalsTable(List<DayLoad> days, Words words) {
        var rows = new ArrayList<List<Cell>>();
        for (var day : days) {
            var peak = day.busiest();
            rows.add(List.of(
                    Cell.of(words.day(day.day())),
                    Cell.strong(words.count(day.mean())),
                    Cell.of(range(day, ExpectedTotal::low80, ExpectedTotal::high80, words)),
                    Cell.of(range(day, ExpectedTotal::low95, ExpectedTotal::high95, words)),
                    Cell.of(words.clock(peak.minute())),
                    Cell.of(words.mean(peak.mean()))));
        }
        return new Grid(
                words.text("load.totals.table"),
                List.of(
                        Grid.Column.words(words.text("column.day")),
                        Grid.Column.number(words.text("column.expected")),
                        Grid.Column.number(words.text("column.interval", 80)),
                        Grid.Column.number(words.text("column.interval", 95)),
                        Grid.Column.number(words.text("column.busiest")),
                        Grid.Column.number(words.text("column.busiest-calls"))),
                rows);
    }

    private static String range(
            DayLoad day, ToDoubleFunction<ExpectedTotal> low, ToDoubleFunction<ExpectedTotal> high, Words words) {
        return day.interval()
                .map(total ->
                        words.range(words.count(low.applyAsDouble(total)), words.count(high.applyAsDouble(total))))
                .orElse(words.text("unknown"));
    }

    private static Block halfHours(List<DayLoad> days, Words words) {
        var minutes = minutes(days);
        var x = Hours.around(minutes, 7, words);
        var highest = days.stream()
                .flatMap(day -> day.halfHours().stream())
                .mapToDouble(ExpectedLoad::high95)
                .max()
                .orElseThrow();
        var y = Axis.fromZero(highest, words::count);
        var panels = new ArrayList<Block.Panel>();
        for (var day : days) {
            panels.add(new Block.Panel(
                    words.text("load.panel", words.day(day.day()), words.count(day.mean())),
                    chart(day, x, y, words).svg()));
        }
        return new Block.Figure(
                words.text("load.half-hours"),
                List.of(
                        Block.Mark.of("line", words.text("load.mark.mean")),
                        new Block.Mark("", Palette.INNER_BAND.hex(), words.text("load.mark.interval", 80)),
                        new Block.Mark("", Palette.OUTER_BAND.hex(), words.text("load.mark.interval", 95))),
                panels);
    }

    private static LineChart chart(DayLoad day, Axis x, Axis y, Words words) {
        var outer = day.halfHours().stream()
                .map(load -> new LineChart.Range(load.minute() + 15, load.low95(), load.high95()))
                .toList();
        var inner = day.halfHours().stream()
                .map(load -> new LineChart.Range(load.minute() + 15, load.low80(), load.high80()))
                .toList();
        var means = day.halfHours().stream()
                .map(load -> new LineChart.Point(load.minute() + 15, load.mean()))
                .toList();
        var peak = day.busiest();
        return new LineChart(
                "load-" + day.day(),
                words.text("load.chart", words.day(day.day())),
                words.text(
                        "load.chart.description",
                        words.count(day.mean()),
                        words.clock(peak.minute()),
                        words.mean(peak.mean()),
                        words.mean(peak.low95()),
                        words.mean(peak.high95())),
                Frame.SMALL,
                x,
                y,
                List.of(new LineChart.Band(Palette.OUTER_BAND, outer), new LineChart.Band(Palette.INNER_BAND, inner)),
                List.of(new LineChart.Line(Stroke.ACCENT, means)));
    }

    private static Grid halfHoursTable(List<DayLoad> days, Words words) {
        var columns = new ArrayList<Grid.Column>();
        columns.add(Grid.Column.words(words.text("column.half-hour")));
        for (var day : days) {
            columns.add(Grid.Column.number(words.shortDay(day.day())));
        }
        var rows = new ArrayList<List<Cell>>();
        for (var minute : minutes(days)) {
            var row = new ArrayList<Cell>();
            row.add(Cell.of(words.clock(minute)));
            for (var day : days) {
                row.add(Cell.of(day.at(minute)
                        .map(load -> words.band(load.mean(), load.low80(), load.high80()))
                        .orElse(words.text("closed"))));
            }
            rows.add(row);
        }
        return new Grid(words.text("load.half-hours.table"), columns, rows);
    }

    private static Set<Integer> minutes(List<DayLoad> days) {
        var minutes = new TreeSet<Integer>();
        days.forEach(day -> day.halfHours().forEach(load -> minutes.add(load.minute())));
        return minutes;
    }
}
