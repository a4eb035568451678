package fr.vigie.load;

import fr.vigie.calendar.OpeningHours;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

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
     * @param calls the calls that arrived on it, in any order
     * @return intervals by level, id and time
     */
    public List<Interval> of(LocalDate day, List<LoadCall> calls) {
        var practices = new TreeMap<String, TreeMap<Long, LoadCount>>();
        var pools = new TreeMap<String, TreeMap<Long, LoadCount>>();
        var network = new TreeMap<Long, LoadCount>();
        var openings = new TreeMap<String, List<long[]>>();
        Set.copyOf(groups.values()).forEach(group -> openings.put(group, open(group, day)));

        for (var call : calls) {
            var group = groups.getOrDefault(call.practiceId(), NO_GROUP);
            var open = openings.computeIfAbsent(group, g -> open(g, day));
            long start = interval(call.arrivedAt(), open);
            boolean carried = start > call.arrivedAt();
            count(practices.computeIfAbsent(call.practiceId(), p -> new TreeMap<>()), start)
                    .add(call, rules, carried);
            count(pools.computeIfAbsent(group, g -> new TreeMap<>()), start).add(call, rules, carried);
            count(network, start).add(call, rules, carried);
        }
        openings.forEach((group, open) -> {
            for (long[] stretch : open) {
                for (long at = floor(stretch[0]); at < stretch[1]; at += INTERVAL_MILLIS) {
                    count(pools.computeIfAbsent(group, g -> new TreeMap<>()), at);
                    count(network, at);
                }
            }
        });
        concurrency(calls, call -> practices.get(call.practiceId()));
        concurrency(calls, call -> pools.get(groups.getOrDefault(call.practiceId(), NO_GROUP)));
        concurrency(calls, call -> network);

        var intervals = new ArrayList<Interval>();
        practices.forEach((id, counts) ->
                counts.forEach((at, count) -> intervals.add(new Interval(Level.PRACTICE, id, at, count))));
        pools.forEach(
                (id, counts) -> counts.forEach((at, count) -> intervals.add(new Interval(Level.GROUP, id, at, count))));
        network.forEach((at, count) -> intervals.add(new Interval(Level.NETWORK, NETWORK, at, count)));
        return intervals;
    }

    private static LoadCount count(TreeMap<Long, LoadCount> counts, long start) {
        return counts.computeIfAbsent(start, s -> new LoadCount());
    }

    /** The stretches of a group's day as instants, half-open. */
    private List<long[]> open(String group, LocalDate day) {
        var stretches = new ArrayList<long[]>();
        for (var stretch : groupHours.getOrDefault(group, hours).on(day)) {
            stretches.add(new long[] {at(day, stretch.from()), at(day, stretch.until())});
        }
        return stretches;
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

    /**
     * Sweeps over the answered calls of each place and notes the most handled at one moment, in the interval in which
     * that moment lies; wrap-up counts as handling.
     */
    private static void concurrency(List<LoadCall> calls, Function<LoadCall, TreeMap<Long, LoadCount>> place) {
        var byPlace = new IdentityHashMap<TreeMap<Long, LoadCount>, List<long[]>>();
        for (var call : calls) {
            if (call.answeredAt() >= 0) {
                var events = byPlace.computeIfAbsent(place.apply(call), p -> new ArrayList<>());
                events.add(new long[] {call.answeredAt(), 1});
                events.add(new long[] {Math.max(call.answeredAt(), call.endedAt()) + 1000L * call.wrapSeconds(), -1});
            }
        }
        byPlace.forEach((counts, events) -> {
            // At the same moment an end comes before a start: the operator takes the next call.
            events.sort(Comparator.<long[]>comparingLong(e -> e[0]).thenComparingLong(e -> e[1]));
            int concurrent = 0;
            for (int i = 0; i < events.size(); i++) {
                concurrent += (int) events.get(i)[1];
                long next = i + 1 < events.size() ? events.get(i + 1)[0] : events.get(i)[0];
                for (long at = floor(events.get(i)[0]); at <= next; at += INTERVAL_MILLIS) {
                    var count = counts.get(at);
                    if (count != null && concurrent > 0 && (at < next || next == events.get(i)[0])) {
                        count.sawConcurrent(concurrent);
                    }
                }
            }
        });
    }
}
