package fr.vigie.report;

import fr.vigie.report.chart.Axis;
import fr.vigie.report.chart.Frame;
import fr.vigie.report.chart.LineChart;
import fr.vigie.report.chart.Stroke;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The service level of the last weeks against the target. */
final class ServiceSection {
    private ServiceSection() {}

    static Section of(ManagersView view, History history, Words words) {
        if (history.isEmpty()) {
            return Section.empty("service", words);
        }
        var target = view.target();
        var weeks = history.byWeek();
        var kept = weeks.stream()
                .filter(week -> week.sums().serviceLevel() >= target.share())
                .count();
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Text(words.text(
                "service.summary",
                words.percent(target.share(), 0),
                words.count(target.withinSeconds()),
                kept,
                weeks.size())));
        if (weeks.size() > 1) {
            blocks.add(trend(weeks, target, words));
        }
        blocks.add(new Block.Table(table(weeks, target, words)));
        return Section.of("service", words, blocks);
    }

    private static Block trend(List<History.Part<LocalDate>> weeks, ServiceTarget target, Words words) {
        var first = weeks.get(0).of().toEpochDay();
        var last = weeks.get(weeks.size() - 1).of().toEpochDay();
        var every = Math.max(1, (weeks.size() + 7) / 8);
        var ticks = new ArrayList<Axis.Tick>();
        var points = new ArrayList<LineChart.Point>();
        var k = 0;
        for (var week : weeks) {
            var at = week.of().toEpochDay();
            points.add(new LineChart.Point(at, week.sums().serviceLevel()));
            if (k++ % every == 0) {
                ticks.add(new Axis.Tick(at, words.dayAndMonth(week.of())));
            }
        }
        var shares = new ArrayList<Axis.Tick>();
        for (var percent = 0; percent <= 100; percent += 20) {
            shares.add(new Axis.Tick(percent / 100.0, words.percent(percent / 100.0, 0)));
        }
        var title = words.text("service.trend");
        return Block.Figure.of(
                title,
                List.of(
                        Block.Mark.of("line", words.text("service.mark.level")),
                        Block.Mark.of("dash", words.text("service.mark.target", words.percent(target.share(), 0)))),
                new LineChart(
                        "service-trend",
                        title,
                        words.text("service.trend.description"),
                        Frame.WIDE,
                        new Axis(first - 2.0, last + 2.0, ticks),
                        new Axis(0, 1, shares),
                        List.of(),
                        List.of(
                                new LineChart.Line(
                                        Stroke.REFERENCE,
                                        List.of(
                                                new LineChart.Point(first - 2.0, target.share()),
                                                new LineChart.Point(last + 2.0, target.share()))),
                                new LineChart.Line(Stroke.ACCENT, points))));
    }

    private static Grid table(List<History.Part<LocalDate>> weeks, ServiceTarget target, Words words) {
        var rows = new ArrayList<List<Cell>>();
        for (var week : weeks) {
            var sums = week.sums();
            var level = sums.serviceLevel();
            rows.add(List.of(
                    Cell.of(words.text("week-of", words.date(week.of()))),
                    Cell.of(words.count(sums.offered())),
                    level < target.share()
                            ? Cell.warning(words.text("service.below", words.percent(level)))
                            : Cell.strong(words.percent(level)),
                    Cell.of(words.percent(sums.abandonment())),
                    Cell.of(words.seconds(sums.meanWaitSeconds())),
                    Cell.of(words.count(sums.waitedLong()))));
        }
        return new Grid(
                words.text("service.table"),
                List.of(
                        Grid.Column.words(words.text("column.week")),
                        Grid.Column.number(words.text("column.offered")),
                        Grid.Column.number(words.text("column.level")),
                        Grid.Column.number(words.text("column.abandoned")),
                        Grid.Column.number(words.text("column.mean-wait")),
                        Grid.Column.number(
                                words.text("column.long-waits", words.plain(target.longWaitSeconds() / 60.0)))),
                rows);
    }
}
