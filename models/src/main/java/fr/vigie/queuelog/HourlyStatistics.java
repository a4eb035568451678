package fr.vigie.queuelog;

import fr.vigie.queuelog.Counting.Counted;
import fr.vigie.queuelog.Counting.Counts;
import fr.vigie.queuelog.Counting.Kind;
import fr.vigie.queuelog.Counting.Work;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Statistics of a log by the hour: of every queue and every agent that it names, with the hours in which nothing was.
 *
 * @param queues by queue and hour
 * @param agents by agent and hour
 * @param unusable what could not be used, by reason
 */
public record HourlyStatistics(List<QueueHour> queues, List<AgentHour> agents, Map<String, Long> unusable) {
    /** A call that began in the window may end that much after it. */
    private static final long AFTERWARDS = 86_400;

    /**
     * Counts a log.
     *
     * @param lines in order of time
     * @param from the window's start
     * @param to its end, exclusive and later
     * @param zone whose clock tells the hours
     * @param withinSeconds the limit of the quality of service
     */
    public static HourlyStatistics of(
            Iterator<QueueLogLine> lines,
            Counting counting,
            Instant from,
            Instant to,
            ZoneId zone,
            long withinSeconds) {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("The window must end (%s) after it begins (%s).".formatted(to, from));
        }
        while (lines.hasNext()) {
            var line = lines.next();
            if (line.epoch() < to.getEpochSecond() + AFTERWARDS) {
                counting.take(line);
            }
        }
        var counts = counting.finish(to.getEpochSecond());
        var hours = new Hours(from, to, zone);
        return new HourlyStatistics(
                queues(counts, counting, hours, withinSeconds), agents(counts, counting, hours), counts.unusable());
    }

    private static List<QueueHour> queues(Counts counts, Counting counting, Hours hours, long withinSeconds) {
        Map<String, Map<Integer, List<Counted>>> calls = counts.calls().stream()
                .collect(Collectors.groupingBy(Counted::queue, Collectors.groupingBy(call -> hours.of(call.at()))));
        var rows = new ArrayList<QueueHour>();
        for (var queue : counts.queues()) {
            var own = calls.getOrDefault(queue, Map.of());
            for (int hour = 0; hour < hours.count(); hour++) {
                var those = own.getOrDefault(hour, List.of());
                rows.add(new QueueHour(
                        queue,
                        Instant.ofEpochSecond(hours.startOf(hour)),
                        those.size(),
                        Tally.count(those, Kind.ANSWERED),
                        Tally.count(those, Kind.ABANDONED),
                        Tally.count(those, Kind.TIMEOUT),
                        Tally.count(those, Kind.CLOSED),
                        Tally.count(those, Kind.JOIN_EMPTY, Kind.LEAVE_EMPTY),
                        Tally.count(those, Kind.FULL, Kind.DIVERTED),
                        counting.ratios(those, withinSeconds)));
            }
        }
        return rows;
    }

    private static List<AgentHour> agents(Counts counts, Counting counting, Hours hours) {
        var rows = new ArrayList<AgentHour>();
        counts.agents().forEach((agent, work) -> {
            var answered = new long[hours.count()];
            work.taken().stream()
                    .mapToInt(call -> hours.of(call.at()))
                    .filter(hour -> hour >= 0)
                    .forEach(hour -> answered[hour]++);
            var talking = talking(work, counting, hours);
            var loggedIn = hours.seconds(work.loggedIn());
            var paused = hours.seconds(work.paused());
            var wrappingUp = hours.seconds(work.wrappingUp());
            IntStream.range(0, hours.count())
                    .forEach(hour -> rows.add(new AgentHour(
                            agent,
                            Instant.ofEpochSecond(hours.startOf(hour)),
                            answered[hour],
                            talking[hour],
                            loggedIn[hour],
                            paused[hour],
                            wrappingUp[hour])));
        });
        return rows;
    }

    private static long[] talking(Work work, Counting counting, Hours hours) {
        if (!counting.datesTalkingByItsCall()) {
            return hours.seconds(
                    work.taken().stream().map(Counting.Taken::talking).toList());
        }
        var seconds = new long[hours.count()];
        for (var call : work.taken()) {
            int hour = hours.of(call.at());
            if (hour >= 0) {
                seconds[hour] += call.talking().seconds();
            }
        }
        return seconds;
    }
}
