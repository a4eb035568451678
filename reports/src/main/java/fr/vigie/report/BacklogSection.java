package fr.vigie.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** Work beside calls, fitted into the quiet hours: a line a day, and what would come too late. */
final class BacklogSection {
    private static final double NOTICEABLE_MINUTES = 0.5;

    /** A team's day. */
    private record Day(String group, LocalDate day) implements Comparable<Day> {
        @Override
        public int compareTo(Day other) {
            return Comparator.comparing(Day::group).thenComparing(Day::day).compare(this, other);
        }
    }

    private BacklogSection() {}

    static Section of(ManagersView view, Words words) {
        var work = view.grounds().work();
        if (sum(work, SideWorkInterval::comingMinutes) == 0) {
            return Section.empty("backlog", words);
        }
        boolean groups = work.stream().map(SideWorkInterval::group).distinct().count() > 1;
        return Section.of(
                "backlog",
                words,
                List.of(
                        new Block.Text(summary(work, words) + " " + late(work, words)),
                        new Block.Table(table(work, groups, words))));
    }

    private static String summary(List<SideWorkInterval> work, Words words) {
        var days = work.stream().map(SideWorkInterval::day).sorted().toList();
        return words.text(
                "backlog.summary",
                hours(work, SideWorkInterval::comingMinutes, words),
                words.days(words.date(days.get(0)), words.date(days.get(days.size() - 1))),
                hours(work, SideWorkInterval::spareMinutes, words));
    }

    private static String late(List<SideWorkInterval> work, Words words) {
        if (sum(work, SideWorkInterval::lateMinutes) < NOTICEABLE_MINUTES) {
            return words.text("backlog.in-time");
        }
        var worst = work.stream()
                .max(Comparator.comparingDouble(SideWorkInterval::lateMinutes))
                .orElseThrow();
        return words.text(
                "backlog.late",
                hours(work, SideWorkInterval::lateMinutes, words),
                words.shortDay(worst.day()),
                words.clock(worst.minute()),
                work.stream().mapToInt(SideWorkInterval::agentsToAdd).max().orElseThrow());
    }

    private static Grid table(List<SideWorkInterval> work, boolean groups, Words words) {
        var days = new TreeMap<Day, List<SideWorkInterval>>();
        work.forEach(
                interval -> days.computeIfAbsent(new Day(interval.group(), interval.day()), day -> new ArrayList<>())
                        .add(interval));
        var rows = new ArrayList<List<Cell>>();
        days.forEach((day, intervals) -> {
            var row = new ArrayList<Cell>();
            row.add(Cell.of(words.shortDay(day.day())));
            if (groups) {
                row.add(Cell.of(words.name("level", day.group())));
            }
            row.add(Cell.of(hours(intervals, SideWorkInterval::comingMinutes, words)));
            row.add(Cell.of(hours(intervals, SideWorkInterval::doneMinutes, words)));
            var late = hours(intervals, SideWorkInterval::lateMinutes, words);
            row.add(
                    sum(intervals, SideWorkInterval::lateMinutes) < NOTICEABLE_MINUTES
                            ? Cell.of(late)
                            : Cell.warning(late));
            row.add(most(intervals, words));
            row.add(Cell.of(hours(intervals, SideWorkInterval::spareMinutes, words)));
            row.add(Cell.of(words.count(intervals.stream()
                    .mapToInt(SideWorkInterval::agentsToAdd)
                    .max()
                    .orElseThrow())));
            rows.add(row);
        });
        var columns = new ArrayList<Grid.Column>();
        columns.add(Grid.Column.date(words.text("column.day")));
        if (groups) {
            columns.add(Grid.Column.words(words.text("column.group")));
        }
        for (var figure : List.of("coming", "done", "late", "most", "spare", "add")) {
            columns.add(Grid.Column.number(words.text("backlog.column." + figure)));
        }
        return new Grid(words.text("backlog.table"), columns, rows);
    }

    /** The hour in which most of it is done. */
    private static Cell most(List<SideWorkInterval> intervals, Words words) {
        var hours = new TreeMap<Integer, Double>();
        intervals.forEach(interval -> hours.merge(interval.minute() / 60, interval.doneMinutes(), Double::sum));
        double most = hours.values().stream().max(Comparator.naturalOrder()).orElseThrow();
        return hours.entrySet().stream()
                .filter(hour -> hour.getValue() == most && most > 0)
                .findFirst()
                .map(hour -> Cell.of(words.range(words.hour(hour.getKey()), words.hour(hour.getKey() + 1))))
                .orElse(Cell.of("–"));
    }

    private static String hours(List<SideWorkInterval> work, ToDoubleFunction<SideWorkInterval> minutes, Words words) {
        return words.decimal(sum(work, minutes) / 60, 1);
    }

    private static double sum(List<SideWorkInterval> work, ToDoubleFunction<SideWorkInterval> minutes) {
        return work.stream().mapToDouble(minutes).sum();
    }
}
