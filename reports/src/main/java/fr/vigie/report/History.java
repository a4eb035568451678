package fr.vigie.report;

import static tech.tablesaw.aggregate.AggregateFunctions.countUnique;
import static tech.tablesaw.aggregate.AggregateFunctions.mean;
import static tech.tablesaw.aggregate.AggregateFunctions.sum;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

/** The past half-hours, summed and averaged in the ways that the page shows. */
final class History {
    private static final List<String> COUNTS = List.of(
            "offered",
            "answered",
            "abandoned",
            "inTime",
            "counted",
            "waitedLong",
            "waitingAtOpening",
            "talkSeconds",
            "wrapSeconds",
            "waitSeconds");

    private final Table table;
    private final DayOfWeek weekStart;

    /**
     * @param past open half-hours in order
     * @param weekStart the weekday that weeks begin on
     */
    History(List<PastLoad> past, DayOfWeek weekStart) {
        this.weekStart = weekStart;
        table = Table.create("past");
        for (var name : List.of("day", "week", "weekday", "minute", "hour")) {
            table.addColumns(IntColumn.create(name));
        }
        for (var name : COUNTS) {
            table.addColumns(DoubleColumn.create(name));
        }
        past.forEach(this::add);
    }

    private void add(PastLoad past) {
        var week = past.day().with(TemporalAdjusters.previousOrSame(weekStart));
        var row = table.appendRow();
        row.setInt("day", (int) past.day().toEpochDay());
        row.setInt("week", (int) week.toEpochDay());
        row.setInt("weekday", past.day().getDayOfWeek().getValue());
        row.setInt("minute", past.minute());
        row.setInt("hour", past.minute() / 60);
        row.setDouble("offered", (double) past.offered());
        row.setDouble("answered", (double) past.answered());
        row.setDouble("abandoned", (double) past.abandoned());
        row.setDouble("inTime", (double) past.inTime());
        row.setDouble("counted", (double) past.counted());
        row.setDouble("waitedLong", (double) past.waitedLong());
        row.setDouble("waitingAtOpening", (double) past.waitingAtOpening());
        row.setDouble("talkSeconds", past.talkSeconds());
        row.setDouble("wrapSeconds", past.wrapSeconds());
        row.setDouble("waitSeconds", past.waitSeconds());
    }

    boolean isEmpty() {
        return table.isEmpty();
    }

    /** Sums over some half-hours, and over how many days. */
    record Sums(
            int days,
            double offered,
            double answered,
            double abandoned,
            double inTime,
            double counted,
            double waitedLong,
            double waitingAtOpening,
            double talkSeconds,
            double wrapSeconds,
            double waitSeconds) {

        double offeredPerDay() {
            return offered / days;
        }

        double abandonment() {
            return perOffered(abandoned);
        }

        double meanWaitSeconds() {
            return perOffered(waitSeconds);
        }

        double longWaits() {
            return perOffered(waitedLong);
        }

        /** The share that the target's definition speaks of. */
        double serviceLevel() {
            return counted > 0 ? inTime / counted : 0;
        }

        private double perOffered(double part) {
            return offered > 0 ? part / offered : 0;
        }
    }

    /** What the half-hours of one week, weekday or hour sum up to. */
    record Part<K>(K of, Sums sums) {}

    /** By the first day of each week, the ends of the period included as they are. */
    List<Part<LocalDate>> byWeek() {
        return sumsBy("week").entrySet().stream()
                .map(week -> new Part<>(LocalDate.ofEpochDay(week.getKey()), week.getValue()))
                .toList();
    }

    /** From the weekday that weeks begin on; those that were never open are left out. */
    List<Part<DayOfWeek>> byWeekday() {
        return sumsBy("weekday").entrySet().stream()
                .map(weekday -> new Part<>(DayOfWeek.of(weekday.getKey()), weekday.getValue()))
                .sorted(Comparator.comparingInt(part -> Math.floorMod(part.of().compareTo(weekStart), 7)))
                .toList();
    }

    List<Part<Integer>> byHour() {
        return sumsBy("hour").entrySet().stream()
                .map(hour -> new Part<>(hour.getKey(), hour.getValue()))
                .toList();
    }

    private SortedMap<Integer, Sums> sumsBy(String key) {
        var groups = new TreeMap<Integer, Sums>();
        if (isEmpty()) {
            return groups;
        }
        var days = new TreeMap<Integer, Double>();
        for (Row row : table.summarize("day", countUnique).by(key)) {
            days.put(row.getInt(key), row.getDouble("Count Unique [day]"));
        }
        for (Row row : table.summarize(COUNTS, sum).by(key)) {
            groups.put(
                    row.getInt(key),
                    new Sums(
                            days.getOrDefault(row.getInt(key), 0.0).intValue(),
                            of(row, "offered"),
                            of(row, "answered"),
                            of(row, "abandoned"),
                            of(row, "inTime"),
                            of(row, "counted"),
                            of(row, "waitedLong"),
                            of(row, "waitingAtOpening"),
                            of(row, "talkSeconds"),
                            of(row, "wrapSeconds"),
                            of(row, "waitSeconds")));
        }
        return groups;
    }

    private static double of(Row row, String column) {
        return row.getDouble("Sum [" + column + "]");
    }

    /** Mean calls of a half-hour of a weekday, over the days that were open then. */
    SortedMap<Integer, Double> profile(DayOfWeek weekday) {
        var ofWeekday = table.where(table.intColumn("weekday").isEqualTo(weekday.getValue()));
        var profile = new TreeMap<Integer, Double>();
        if (!ofWeekday.isEmpty()) {
            for (Row row : ofWeekday.summarize("offered", mean).by("minute")) {
                profile.put(row.getInt("minute"), row.getDouble("Mean [offered]"));
            }
        }
        return profile;
    }

    /** Mean calls an hour: hours in rows, weekdays in columns, empty where no such hour was open. */
    SortedMap<Integer, Map<DayOfWeek, Double>> hoursByWeekday() {
        var hours = new TreeMap<Integer, Map<DayOfWeek, Double>>();
        if (isEmpty()) {
            return hours;
        }
        var perDay = table.summarize("offered", sum).by("hour", "weekday", "day");
        for (Row row : perDay.summarize("Sum [offered]", mean).by("hour", "weekday")) {
            hours.computeIfAbsent(row.getInt("hour"), hour -> new EnumMap<>(DayOfWeek.class))
                    .put(DayOfWeek.of(row.getInt("weekday")), row.getDouble("Mean [Sum [offered]]"));
        }
        return hours;
    }

    /** The weekday with the most calls a day. */
    Optional<Part<DayOfWeek>> busiestWeekday() {
        return byWeekday().stream()
                .max(Comparator.comparingDouble(part -> part.sums().offeredPerDay()));
    }
}
