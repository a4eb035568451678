package fr.vigie.series;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * Times and values as a file gives them, of which a regular {@link Series} is made.
 *
 * <p>The length of the intervals is the smallest distance of two times. A slot of the week that is never seen, though
 * the file passes over it at least twice, is closed, as nights and weekends are; any other missing time is a gap.
 */
public final class Observed {
    /** Distances of this many intervals in a row that are all equal and too long are no gaps but another frequency. */
    private static final int SUSPICIOUS_RUN = 4;

    private static final int MINUTES_OF_DAY = 1440;
    private static final int DAYS_OF_WEEK = 7;
    /** A file may not span more than this: a year typed wrong would ask for millions of intervals. */
    private static final int MOST_INTERVALS = 5_000_000;

    private final List<Point> points;
    private final Function<Instant, String> written;
    private final int minutes;
    private final int span;

    /**
     * What was seen at a time.
     *
     * @param at start of the interval
     * @param value the value; empty when it is not known
     */
    public record Point(Instant at, OptionalDouble value) {}

    /** Points whose times messages name in UTC. */
    public Observed(List<Point> unsorted) {
        this(unsorted, Instant::toString);
    }

    /**
     * Sorts the points and finds the length of their intervals.
     *
     * @param written how messages name a time: as the file does
     * @throws IllegalArgumentException when a time comes twice, times are not regular, or there are fewer than two
     */
    public Observed(List<Point> unsorted, Function<Instant, String> written) {
        this.written = written;
        points = unsorted.stream().sorted(Comparator.comparing(Point::at)).toList();
        if (points.size() < 2) {
            throw new IllegalArgumentException(
                    "has %d values; at least two are needed to see how long its intervals are.\nMaybe leave it out."
                            .formatted(points.size()));
        }
        minutes = step();
        long intervals = between(0, points.size() - 1).toMinutes() / minutes + 1;
        if (intervals > MOST_INTERVALS) {
            throw new IllegalArgumentException(
                    "spans %s to %s, more than %d intervals of %d minutes.\nMaybe a year is mistyped."
                            .formatted(written(0), written(points.size() - 1), MOST_INTERVALS, minutes));
        }
        span = (int) intervals;
    }

    /** The length of an interval in minutes. */
    public int minutes() {
        return minutes;
    }

    /** The number of intervals from the first to the last point, both included: where the future begins. */
    public int present() {
        return span;
    }

    /**
     * The series on the days and weeks of a zone, with some future.
     *
     * @param zone whose clock tells the day; not used for intervals of a day
     * @param ahead how many open intervals follow the last point
     */
    public Series onClock(ZoneId zone, int ahead) {
        return filled(ahead, length -> Timeline.ofClock(points.get(0).at(), minutes, zone, length));
    }

    /**
     * The series on plain seasonal periods, with some future.
     *
     * @param day the shorter period, in intervals
     * @param week the longer period, in intervals
     * @param ahead how many open intervals follow the last point
     */
    public Series onPeriods(int day, int week, int ahead) {
        return filled(ahead, length -> Timeline.ofPeriods(points.get(0).at(), minutes, day, week, length));
    }

    /** Whether days divide into these intervals, so that the clock can tell the slot. */
    public boolean dividesDays() {
        return MINUTES_OF_DAY % minutes == 0;
    }

    private interface Ruler {
        Timeline of(int length);
    }

    private Series filled(int ahead, Ruler ruler) {
        var past = ruler.of(span);
        var seen = seen(past);
        boolean[] open = openSlots(past, seen);
        int openSlots = 0;
        for (boolean slot : open) {
            openSlots += slot ? 1 : 0;
        }
        long weeks = ahead / openSlots + 2L;
        long longest = span + weeks * open.length;
        if (longest > MOST_INTERVALS) {
            throw new IllegalArgumentException(
                    "is open for %d intervals a week: %d of them reach past %d intervals in all.\nMaybe fewer are enough."
                            .formatted(openSlots, ahead, MOST_INTERVALS));
        }
        var timeline = ruler.of((int) longest);
        int length = span;
        for (int left = ahead; left > 0; length++) {
            left -= open[timeline.slotOfWeek(length)] ? 1 : 0;
        }
        timeline = ruler.of(length);
        var series = Series.on(timeline);
        for (int i = 0; i < length; i++) {
            if (!open[timeline.slotOfWeek(i)]) {
                series.closed(i);
            }
        }
        for (var point : points) {
            int i = timeline.indexOf(point.at());
            point.value().ifPresent(value -> series.known(i, value));
        }
        return series.build();
    }

    private boolean[] seen(Timeline timeline) {
        var seen = new boolean[timeline.length()];
        points.forEach(point -> seen[timeline.indexOf(point.at())] = true);
        return seen;
    }

    private static boolean[] openSlots(Timeline timeline, boolean[] seen) {
        int perDay = timeline.slotsPerDay();
        var bySlot = new int[timeline.slotsPerWeek()][2];
        var byHour = new int[perDay][2];
        for (int i = 0; i < seen.length; i++) {
            int kind = seen[i] ? 1 : 0;
            bySlot[timeline.slotOfWeek(i)][kind]++;
            byHour[timeline.slotOfDay(i)][kind]++;
        }
        var open = new boolean[bySlot.length];
        for (int s = 0; s < open.length; s++) {
            open[s] = !neverSeen(bySlot[s]) && !neverSeen(byHour[s % perDay]);
        }
        return open;
    }

    private static boolean neverSeen(int[] passedAndSeen) {
        return passedAndSeen[0] >= 2 && passedAndSeen[1] == 0;
    }

    private String written(int point) {
        return written.apply(points.get(point).at());
    }

    private Duration between(int from, int to) {
        return Duration.between(points.get(from).at(), points.get(to).at());
    }

    private int step() {
        var smallest = between(0, 1);
        for (int i = 1; i < points.size() - 1; i++) {
            var distance = between(i, i + 1);
            smallest = distance.compareTo(smallest) < 0 ? distance : smallest;
        }
        if (smallest.isZero()) {
            throw new IllegalArgumentException(
                    "has two values at %s.\nMaybe one is a copy of the other.".formatted(firstDuplicate()));
        }
        if (smallest.toSeconds() % 60 != 0 || smallest.toMinutes() > DAYS_OF_WEEK * MINUTES_OF_DAY) {
            throw new IllegalArgumentException(
                    "has values %d seconds apart; intervals of 1 minute to 1 week are needed.\nMaybe add them up first."
                            .formatted(smallest.toSeconds()));
        }
        int run = 0;
        for (int i = 0; i < points.size() - 1; i++) {
            var distance = between(i, i + 1);
            if (distance.toSeconds() % smallest.toSeconds() != 0) {
                throw mixed(smallest, distance, i);
            }
            boolean again = i > 0 && distance.equals(between(i - 1, i));
            run = distance.equals(smallest) ? 0 : again ? run + 1 : 1;
            if (run >= SUSPICIOUS_RUN) {
                throw mixed(smallest, distance, i + 1 - run);
            }
        }
        return (int) smallest.toMinutes();
    }

    /** Either length may be the odd one: the first interval of each is named. */
    private IllegalArgumentException mixed(Duration smallest, Duration other, int first) {
        int shortest = 0;
        while (!between(shortest, shortest + 1).equals(smallest)) {
            shortest++;
        }
        return new IllegalArgumentException(
                "mixes intervals of %d and of %d minutes (the first at %s and at %s).\nMaybe two exports were joined: add up the shorter ones first."
                        .formatted(smallest.toMinutes(), other.toMinutes(), written(shortest), written(first)));
    }

    private String firstDuplicate() {
        for (int i = 0; ; i++) {
            if (points.get(i).at().equals(points.get(i + 1).at())) {
                return written(i);
            }
        }
    }
}
