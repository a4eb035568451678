package fr.vigie.report;

import fr.vigie.report.chart.HeatMap;
import fr.vigie.report.chart.Palette;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToIntFunction;

/** The operators needed against those planned, by planning group. */
final class NeedSection {
    private static final int WORST = 10;

    private NeedSection() {}

    static Section of(ManagersView view, Words words) {
        if (view.needs().isEmpty()) {
            return Section.empty("need", words);
        }
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Text(summary(view.needs(), words)));
        blocks.addAll(outOfReach(view, words));
        if (isPlanned(view.needs())) {
            var shortages = Shortage.of(view.needs());
            if (!shortages.isEmpty()) {
                blocks.add(new Block.Table(
                        shortages(shortages, byGroup(view.needs()).size() > 1, words)));
            }
        } else {
            blocks.add(new Block.Note(words.text("need.no-plan")));
        }
        byGroup(view.needs()).forEach((name, needs) -> {
            var group = words.name("level", name);
            blocks.add(heat("need-" + blocks.size(), group, needs, words));
            blocks.add(new Block.Table(table(group, needs, words)));
            blocks.add(new Block.FoldedTable(details(group, needs, words)));
        });
        return Section.of("need", words, blocks);
    }

    /** Which promises of the week no number of operators that there may be keeps, how often and where first. */
    private static List<Block> outOfReach(ManagersView view, Words words) {
        var broken = new TreeMap<String, List<BrokenPromise>>();
        view.grounds().outOfReach().stream()
                .filter(each -> !each.day().isBefore(view.week())
                        && each.day().isBefore(view.week().plusWeeks(1)))
                .sorted(Comparator.comparing(BrokenPromise::day).thenComparingInt(BrokenPromise::minute))
                .forEach(each -> broken.computeIfAbsent(each.promise(), promise -> new ArrayList<>())
                        .add(each));
        return broken.isEmpty()
                ? List.of()
                : List.of(
                        new Block.Note(words.text("need.out-of-reach")),
                        new Block.Points(broken.entrySet().stream()
                                .map(each -> words.text(
                                        "need.out-of-reach.where",
                                        words.name("need.promise", each.getKey()),
                                        each.getValue().size(),
                                        words.day(each.getValue().get(0).day()),
                                        words.clock(each.getValue().get(0).minute())))
                                .toList()));
    }

    private static boolean isPlanned(List<Need> needs) {
        return needs.stream().anyMatch(need -> need.planned().isPresent());
    }

    private static Map<String, List<Need>> byGroup(List<Need> needs) {
        var groups = new TreeMap<String, List<Need>>();
        needs.forEach(need ->
                groups.computeIfAbsent(need.group(), group -> new ArrayList<>()).add(need));
        return groups;
    }

    private static String summary(List<Need> needs, Words words) {
        var peak = needs.stream().max(Comparator.comparingInt(Need::scheduled)).orElseThrow();
        var missing = needs.stream().filter(need -> need.missing() > 0).count();
        var first = words.text(
                "need.summary",
                words.day(peak.day()),
                words.clock(peak.minute()),
                words.count(peak.agents()),
                words.count(peak.scheduled()));
        return isPlanned(needs)
                ? first + " "
                        + words.text(
                                "need.summary.short",
                                missing,
                                needs.stream()
                                        .filter(need -> need.planned().isPresent())
                                        .count(),
                                words.decimal(hours(needs, Need::missing), 1))
                : first;
    }

    /** Operator hours of half-hours. */
    static double hours(List<Need> needs, ToIntFunction<Need> operators) {
        return needs.stream().mapToInt(operators).sum() / 2.0;
    }

    /** Where people are missing, the largest shortages first. */
    private static Grid shortages(List<Shortage> shortages, boolean withGroup, Words words) {
        var columns = new ArrayList<Grid.Column>();
        columns.add(Grid.Column.words(words.text("column.day")));
        if (withGroup) {
            columns.add(Grid.Column.words(words.text("column.group")));
        }
        columns.add(Grid.Column.date(words.text("column.stretch")));
        columns.add(Grid.Column.number(words.text("column.missing")));
        columns.add(Grid.Column.words(words.text("column.worst")));
        var rows = new ArrayList<List<Cell>>();
        shortages.stream().limit(WORST).forEach(shortage -> {
            var worst = shortage.worst();
            var row = new ArrayList<Cell>();
            row.add(Cell.of(words.day(shortage.day())));
            if (withGroup) {
                row.add(Cell.of(words.name("level", shortage.group())));
            }
            row.add(Cell.strong(words.range(words.clock(shortage.from()), words.clock(shortage.until()))));
            row.add(Cell.warning(words.decimal(shortage.hours(), 1)));
            row.add(Cell.of(words.text(
                    "need.worst",
                    words.clock(worst.minute()),
                    worst.missing(),
                    worst.agents(),
                    worst.planned().orElseThrow())));
            rows.add(row);
        });
        return new Grid(words.text("need.shortages", rows.size(), shortages.size()), columns, rows);
    }

    private static Block heat(String id, String group, List<Need> needs, Words words) {
        var planned = isPlanned(needs);
        var sheet = new Sheet(needs);
        var largest = planned
                ? needs.stream()
                        .flatMapToInt(need -> need.gap().stream())
                        .map(Math::abs)
                        .max()
                        .orElse(1)
                : needs.stream().mapToInt(Need::scheduled).max().orElse(1);
        var cells = new ArrayList<List<Optional<HeatMap.Cell>>>();
        for (var minute : sheet.minutes()) {
            cells.add(sheet.days().stream()
                    .map(day -> sheet.at(day, minute)
                            .map(need -> planned ? gap(need, largest, words) : required(need, largest, words)))
                    .toList());
        }
        var title = words.text(planned ? "need.heat" : "need.heat.required", group);
        return Block.Figure.of(
                title,
                planned
                        ? List.of(
                                new Block.Mark(
                                        "", Palette.ORANGE_TO_PURPLE.at(0.1).hex(), words.text("need.mark.short")),
                                new Block.Mark(
                                        "", Palette.ORANGE_TO_PURPLE.at(0.5).hex(), words.text("need.mark.even")),
                                new Block.Mark(
                                        "", Palette.ORANGE_TO_PURPLE.at(0.9).hex(), words.text("need.mark.spare")),
                                Block.Mark.of("hatched", words.text("need.mark.unplanned")))
                        : List.of(),
                new HeatMap(
                        id,
                        title,
                        words.text("need.heat.description"),
                        sheet.days().stream().map(words::shortDay).toList(),
                        sheet.minutes().stream().map(words::clock).toList(),
                        cells));
    }

    private static HeatMap.Cell gap(Need need, int largest, Words words) {
        if (need.gap().isEmpty()) {
            return HeatMap.Cell.unknown();
        }
        var gap = need.gap().getAsInt();
        return new HeatMap.Cell(words.signed(gap), Palette.ORANGE_TO_PURPLE.at(0.5 + 0.5 * gap / Math.max(1, largest)));
    }

    private static HeatMap.Cell required(Need need, int largest, Words words) {
        return new HeatMap.Cell(
                words.count(need.scheduled()),
                Palette.CIVIDIS_REVERSED.at((double) need.scheduled() / Math.max(1, largest)));
    }

    private static Grid table(String group, List<Need> needs, Words words) {
        var rows = new ArrayList<List<Cell>>();
        for (var day : new Sheet(needs).days()) {
            var ofDay = needs.stream().filter(need -> need.day().equals(day)).toList();
            var missing = hours(ofDay, Need::missing);
            var row = new ArrayList<Cell>();
            row.add(Cell.of(words.day(day)));
            row.add(Cell.strong(words.decimal(hours(ofDay, Need::agents), 1)));
            if (isPlanned(ofDay)) {
                row.add(Cell.of(
                        words.decimal(hours(ofDay, need -> need.planned().orElse(0)), 1)));
                row.add(missing > 0 ? Cell.warning(words.decimal(missing, 1)) : Cell.of(words.decimal(0, 1)));
                row.add(Cell.of(words.decimal(hours(ofDay, Need::spare), 1)));
            } else {
                row.addAll(Collections.nCopies(3, Cell.of(words.text("unknown"))));
            }
            row.add(Cell.of(words.decimal(hours(ofDay, Need::scheduled), 1)));
            rows.add(row);
        }
        return new Grid(
                words.text("need.table", group),
                List.of(
                        Grid.Column.words(words.text("column.day")),
                        Grid.Column.number(words.text("column.agents")),
                        Grid.Column.number(words.text("column.planned")),
                        Grid.Column.number(words.text("column.missing")),
                        Grid.Column.number(words.text("column.spare")),
                        Grid.Column.number(words.text("column.scheduled"))),
                rows);
    }

    private static Grid details(String group, List<Need> needs, Words words) {
        var sheet = new Sheet(needs);
        var columns = new ArrayList<Grid.Column>();
        columns.add(Grid.Column.words(words.text("column.half-hour")));
        sheet.days().forEach(day -> columns.add(Grid.Column.number(words.shortDay(day))));
        var rows = new ArrayList<List<Cell>>();
        for (var minute : sheet.minutes()) {
            var row = new ArrayList<Cell>();
            row.add(Cell.of(words.clock(minute)));
            for (var day : sheet.days()) {
                row.add(Cell.of(sheet.at(day, minute)
                        .map(need -> words.text(
                                "need.cell",
                                words.count(need.agents()),
                                words.count(need.scheduled()),
                                need.planned().isPresent()
                                        ? words.count(need.planned().getAsInt())
                                        : words.text("unknown")))
                        .orElse(words.text("closed"))));
            }
            rows.add(row);
        }
        return new Grid(words.text("need.details", group), columns, rows);
    }

    /** Half-hours by day and minute. */
    private record Sheet(TreeSet<LocalDate> days, TreeSet<Integer> minutes, Map<LocalDate, Map<Integer, Need>> needs) {
        Sheet(List<Need> list) {
            this(new TreeSet<>(), new TreeSet<>(), new HashMap<>());
            for (var need : list) {
                days.add(need.day());
                minutes.add(need.minute());
                needs.computeIfAbsent(need.day(), day -> new HashMap<>()).put(need.minute(), need);
            }
        }

        Optional<Need> at(LocalDate day, int minute) {
            return Optional.ofNullable(needs.getOrDefault(day, Map.of()).get(minute));
        }
    }
}
