package fr.vigie.report;

import fr.vigie.report.chart.Axis;
import fr.vigie.report.chart.Frame;
import fr.vigie.report.chart.HeatMap;
import fr.vigie.report.chart.LineChart;
import fr.vigie.report.chart.Palette;
import fr.vigie.report.chart.Stroke;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The weekday that has the most calls, against the others: its profile, its waits, the queue at opening. */
final class PeakSection {
    private PeakSection() {}

    static Section of(ManagersView view, History history, Words words) {
        var busiest = history.busiestWeekday();
        if (busiest.isEmpty()) {
            return new Section(
                    "peak", words.text("peak.heading.unknown"), List.of(new Block.Note(words.text("peak.empty"))));
        }
        var peak = busiest.get();
        var profiles = history.byWeekday().stream()
                .map(part -> new Profile(part.of(), history.profile(part.of())))
                .toList();
        var minutes = view.target().longWaitSeconds() / 60.0;
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Text(summary(peak, history, minutes, words)));
        blocks.add(figure(peak.of(), profiles, words));
        blocks.add(new Block.Table(table(peak.of(), history, minutes, words)));
        blocks.add(heat(history, words));
        return new Section("peak", words.text("peak.heading", words.weekday(peak.of())), blocks);
    }

    /** Mean calls of each half-hour of a weekday. */
    private record Profile(DayOfWeek weekday, SortedMap<Integer, Double> calls) {

        /** The busiest half-hour. */
        Map.Entry<Integer, Double> top() {
            return calls.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
        }

        LineChart.Line line(Stroke stroke) {
            return new LineChart.Line(
                    stroke,
                    calls.entrySet().stream()
                            .map(halfHour -> new LineChart.Point(halfHour.getKey() + 15, halfHour.getValue()))
                            .toList());
        }
    }

    private static String summary(History.Part<DayOfWeek> peak, History history, double minutes, Words words) {
        var sums = peak.sums();
        var weekday = words.weekday(peak.of());
        var calls = words.count(sums.offeredPerDay());
        var others = history.byWeekday().stream()
                .filter(part -> part.of() != peak.of())
                .mapToDouble(part -> part.sums().offeredPerDay())
                .average()
                .orElse(0);
        var first = others > 0
                ? words.text("peak.summary", weekday, calls, words.percent(sums.offeredPerDay() / others - 1, 0))
                : words.text("peak.summary.alone", weekday, calls);
        return first + " "
                + words.text(
                        "peak.summary.waits",
                        words.mean(sums.waitingAtOpening() / sums.days()),
                        words.plain(minutes),
                        words.mean(sums.waitedLong() / sums.days()),
                        words.percent(sums.longWaits()));
    }

    private static Block figure(DayOfWeek peak, List<Profile> profiles, Words words) {
        var minutes = new TreeSet<Integer>();
        profiles.forEach(profile -> minutes.addAll(profile.calls().keySet()));
        var highest = profiles.stream()
                .mapToDouble(profile -> profile.top().getValue())
                .max()
                .orElseThrow();
        var lines = new ArrayList<LineChart.Line>();
        profiles.stream()
                .filter(profile -> profile.weekday() != peak)
                .forEach(profile -> lines.add(profile.line(Stroke.CONTEXT)));
        lines.add(new Profile(peak, meanOfOthers(peak, profiles)).line(Stroke.REFERENCE));
        profiles.stream()
                .filter(profile -> profile.weekday() == peak)
                .forEach(profile -> lines.add(profile.line(Stroke.ACCENT)));
        var title = words.text("peak.profile", words.weekday(peak));
        return Block.Figure.of(
                title,
                List.of(
                        Block.Mark.of("line", words.weekday(peak)),
                        Block.Mark.of("dash", words.text("peak.mark.others")),
                        Block.Mark.of("thin", words.text("peak.mark.each"))),
                new LineChart(
                        "peak-profile",
                        title,
                        words.text("peak.profile.description"),
                        Frame.WIDE,
                        Hours.around(minutes, 13, words),
                        Axis.fromZero(highest, words::count),
                        List.of(),
                        lines));
    }

    private static SortedMap<Integer, Double> meanOfOthers(DayOfWeek peak, List<Profile> profiles) {
        var values = new TreeMap<Integer, List<Double>>();
        profiles.stream().filter(profile -> profile.weekday() != peak).forEach(profile -> profile.calls()
                .forEach((minute, calls) ->
                        values.computeIfAbsent(minute, m -> new ArrayList<>()).add(calls)));
        var means = new TreeMap<Integer, Double>();
        values.forEach((minute, calls) -> means.put(
                minute,
                calls.stream().mapToDouble(Double::doubleValue).average().orElseThrow()));
        return means;
    }

    private static Grid table(DayOfWeek peak, History history, double minutes, Words words) {
        var rows = new ArrayList<List<Cell>>();
        for (var part : history.byWeekday()) {
            var sums = part.sums();
            var name = words.weekday(part.of());
            var top = new Profile(part.of(), history.profile(part.of())).top();
            rows.add(List.of(
                    part.of() == peak ? Cell.strong(name) : Cell.of(name),
                    Cell.of(words.count(sums.days())),
                    Cell.strong(words.count(sums.offeredPerDay())),
                    Cell.of(words.text("peak.cell.busiest", words.clock(top.getKey()), words.mean(top.getValue()))),
                    Cell.of(words.mean(sums.waitingAtOpening() / sums.days())),
                    Cell.of(words.seconds(sums.meanWaitSeconds())),
                    Cell.of(words.text(
                            "peak.cell.long",
                            words.mean(sums.waitedLong() / sums.days()),
                            words.percent(sums.longWaits()))),
                    Cell.of(words.percent(sums.abandonment()))));
        }
        return new Grid(
                words.text("peak.table"),
                List.of(
                        Grid.Column.words(words.text("column.weekday")),
                        Grid.Column.number(words.text("column.days")),
                        Grid.Column.number(words.text("column.calls-a-day")),
                        Grid.Column.number(words.text("column.busiest")),
                        Grid.Column.number(words.text("column.at-opening")),
                        Grid.Column.number(words.text("column.mean-wait")),
                        Grid.Column.number(words.text("column.long-waits", words.plain(minutes))),
                        Grid.Column.number(words.text("column.abandoned"))),
                rows);
    }

    private static Block heat(History history, Words words) {
        var hours = history.hoursByWeekday();
        var weekdays = history.byWeekday().stream().map(History.Part::of).toList();
        var highest = hours.values().stream()
                .flatMap(hour -> hour.values().stream())
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(1);
        var cells = new ArrayList<List<Optional<HeatMap.Cell>>>();
        hours.forEach((hour, calls) -> cells.add(weekdays.stream()
                .map(weekday -> Optional.ofNullable(calls.get(weekday))
                        .map(mean -> new HeatMap.Cell(
                                words.mean(mean), Palette.CIVIDIS_REVERSED.at(highest > 0 ? mean / highest : 0))))
                .toList()));
        var title = words.text("peak.heat");
        return Block.Figure.of(
                title,
                List.of(),
                new HeatMap(
                        "peak-heat",
                        title,
                        words.text("peak.heat.description"),
                        weekdays.stream().map(words::shortWeekday).toList(),
                        hours.keySet().stream().map(words::hour).toList(),
                        cells));
    }
}
