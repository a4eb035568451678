package fr.vigie.load;

import fr.vigie.calendar.OpeningHours;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The load of one business day at every practice, every planning group and the network, by quarter of an hour.
 *
 * <p>A call belongs to the interval in which it arrived. One that arrived before opening, no earlier than the queue
 * opens, is carried into the first staffed interval. Practices have the intervals with at least one call; groups and
 * the network also have those inside opening hours, with zeros.
 *
 * @param zone the zone of business dates
 * @param groups the group of each practice; a practice that is absent belongs to {@link #NO_GROUP}
 * @param hours the service's opening hours
 * @param groupHours those of groups that have their own
 * @param queueOpensBeforeMinutes how long before opening callers may queue
 * @param rules what counts as in time, short and long
 */
public record DayLoad(
        ZoneId zone,
        Map<String, String> groups,
        OpeningHours hours,
        Map<String, OpeningHours> groupHours,
        int queueOpensBeforeMinutes,
        LoadRules rules)
        implements Serializable {

    /** Minutes of an interval as it is stored. */
    public static final int INTERVAL_MINUTES = 15;

    /** The group of practices that belong to none. */
    public static final String NO_GROUP = "none";

    /** The id of the network. */
    public static final String NETWORK = "network";

    private static final long INTERVAL_MILLIS = INTERVAL_MINUTES * 60_000L;

    /** A level of the hierarchy. */
    public enum Level {
        PRACTICE,
        GROUP,
        NETWORK
    }

    /**
     * The count of one interval.
     *
     * @param level the level
     * @param id the practice, the group, or {@link #NETWORK}
     * @param startsAt start of the interval, epoch milliseconds
     * @param count what happened in it
     */
    public record Interval(Level level, String id, long startsAt, LoadCount count) {}

    /**
     * Counts a day.
     *
     * @param day the business date
     * @param calls the calls that arrived on it, in any order; it is quicker where those of a practice follow each other
     * @return intervals by level, id and time
     */
    public List<Interval> of(LocalDate day, List<LoadCall> calls) {
        long base = floor(start(day));
        int slots = (int) ((start(day.plusDays(1)) - base + INTERVAL_MILLIS - 1) / INTERVAL_MILLIS);
        var practices = new TreeMap<String, Place>();
        var pools = new TreeMap<String, Place>();
        var network = new Place(base, slots);
        var openings = new TreeMap<String, List<long[]>>();
        Set.copyOf(groups.values()).forEach(group -> openings.put(group, open(group, day)));

        var known = new HashMap<String, Line>();
        String practice = null;
        Line line = null;
        for (var call : calls) {
            if (line == null || !call.practiceId().equals(practice)) {
                practice = call.practiceId();
                line = known.computeIfAbsent(practice, id -> {
                    var group = groups.getOrDefault(id, NO_GROUP);
                    return new Line(
                            practices.computeIfAbsent(id, p -> new Place(base, slots)),
                            pools.computeIfAbsent(group, g -> new Place(base, slots)),
                            openings.computeIfAbsent(group, g -> open(g, day)));
                });
            }
            long start = interval(call.arrivedAt(), line.open);
            boolean carried = start > call.arrivedAt();
            line.practice.add(start, call, rules, carried);
            line.pool.add(start, call, rules, carried);
            network.add(start, call, rules, carried);
        }
        openings.forEach((group, open) -> {
            for (long[] stretch : open) {
                for (long at = floor(stretch[0]); at < stretch[1]; at += INTERVAL_MILLIS) {
                    pools.computeIfAbsent(group, g -> new Place(base, slots)).count(at);
                    network.count(at);
                }
            }
        });
        var intervals = new ArrayList<Interval>();
        practices.forEach((id, place) -> place.into(intervals, Level.PRACTICE, id));
        pools.forEach((id, place) -> place.into(intervals, Level.GROUP, id));
        network.into(intervals, Level.NETWORK, NETWORK);
        return intervals;
    }

    /** Where the calls of a practice are counted. */
    private record Line(Place practice, Place pool, List<long[]> open) {}

    /** The intervals of a day at one place, and when calls were being handled there. */
    private static final class Place {
        private final long base;
        private final LoadCount[] counts;
        private long[] starts = new long[16];
        private long[] ends = new long[16];
        private int handled;

        Place(long base, int slots) {
            this.base = base;
            this.counts = new LoadCount[slots];
        }

        LoadCount count(long start) {
            int slot = (int) ((start - base) / INTERVAL_MILLIS);
            var count = counts[slot];
            if (count == null) {
                count = new LoadCount();
                counts[slot] = count;
            }
            return count;
        }

        void add(long start, LoadCall call, LoadRules rules, boolean carried) {
            count(start).add(call, rules, carried);
            if (call.answeredAt() >= 0) {
                if (handled == starts.length) {
                    starts = Arrays.copyOf(starts, 2 * handled);
                    ends = Arrays.copyOf(ends, 2 * handled);
                }
                starts[handled] = call.answeredAt();
                ends[handled++] = Math.max(call.answeredAt(), call.endedAt()) + 1000L * call.wrapSeconds();
            }
        }

        void into(List<Interval> intervals, Level level, String id) {
            concurrency();
            for (int slot = 0; slot < counts.length; slot++) {
                var count = counts[slot];
                if (count != null) {
                    intervals.add(new Interval(level, id, base + slot * INTERVAL_MILLIS, count));
                }
            }
        }

        /**
         * Sweeps over the answered calls and notes the most handled at one moment, in the interval in which that moment
         * lies; wrap-up counts as handling.
         */
        private void concurrency() {
            Arrays.sort(starts, 0, handled);
            Arrays.sort(ends, 0, handled);
            int started = 0;
            int ended = 0;
            while (ended < handled) {
                // At the same moment an end comes before a start: the operator takes the next call.
                boolean end = started == handled || ends[ended] <= starts[started];
                long at = end ? ends[ended++] : starts[started++];
                int concurrent = started - ended;
                if (concurrent > 0) {
                    long next = started == handled ? ends[ended] : Math.min(ends[ended], starts[started]);
                    saw(concurrent, at, next);
                }
            }
        }

        /** So many calls were being handled from one moment to another. */
        private void saw(int concurrent, long from, long until) {
            for (long at = floor(from); at == floor(from) || at < until; at += INTERVAL_MILLIS) {
                long slot = Math.floorDiv(at - base, INTERVAL_MILLIS);
                if (slot >= 0 && slot < counts.length && counts[(int) slot] != null && (until > at || from == until)) {
                    counts[(int) slot].sawConcurrent(concurrent);
                }
            }
        }
    }

    /** The stretches of a group's day as instants, half-open. */
    private List<long[]> open(String group, LocalDate day) {
        var stretches = new ArrayList<long[]>();
        for (var stretch : groupHours.getOrDefault(group, hours).on(day)) {
            stretches.add(new long[] {at(day, stretch.from()), at(day, stretch.until())});
        }
        return stretches;
    }

    private long start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant().toEpochMilli();
    }

    /** The instant of a minute of the local day, whichever length the day has. */
    private long at(LocalDate day, int minute) {
        var time = minute == 1440
                ? day.plusDays(1).atStartOfDay(zone)
                : day.atTime(minute / 60, minute % 60).atZone(zone);
        return time.toInstant().toEpochMilli();
    }

    private long interval(long arrivedAt, List<long[]> open) {
        for (long[] stretch : open) {
            if (arrivedAt < stretch[0] && arrivedAt >= stretch[0] - queueOpensBeforeMinutes * 60_000L) {
                return floor(stretch[0]);
            }
        }
        return floor(arrivedAt);
    }

    private static long floor(long millis) {
        return Math.floorDiv(millis, INTERVAL_MILLIS) * INTERVAL_MILLIS;
    }
}
