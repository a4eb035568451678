package fr.vigie.queuelog;

import fr.vigie.queuelog.Counting.Counted;
import fr.vigie.queuelog.Counting.Counts;
import fr.vigie.queuelog.Counting.Kind;
import fr.vigie.queuelog.Counting.Work;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What both ways of counting gather. */
final class Tally {
    private final SortedSet<String> queues = new TreeSet<>();
    private final List<Counted> calls = new ArrayList<>();
    private final SortedMap<String, Work> agents = new TreeMap<>();
    private final SortedMap<String, Long> unusable = new TreeMap<>();
    private final long from;

    /** Counts the calls that began at {@code from} or later. */
    Tally(Instant from) {
        this.from = from.getEpochSecond();
    }

    /** Notes whom the line names, and the work after a call. */
    void take(QueueLogLine line) {
        var fault = line.fault();
        if (fault != null) {
            refuse(fault);
            return;
        }
        if (!line.queue().equals("NONE") && !line.queue().isEmpty()) {
            queues.add(line.queue());
        }
        line.person().ifPresent(person -> {
            var seconds = line.parameterSeconds(0);
            if (line.event() == QueueLogEvent.WRAPUPSTART && seconds.isPresent()) {
                agent(person).wrappingUp().add(span(line.epoch(), line.epoch() + seconds.getAsLong()));
            } else {
                agent(person);
            }
        });
    }

    void refuse(Fault fault) {
        unusable.merge(fault.reason(), 1L, Long::sum);
    }

    void call(Counted call) {
        if (call.at() >= from) {
            calls.add(call);
        }
    }

    Work agent(String name) {
        return agents.computeIfAbsent(
                name, n -> new Work(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
    }

    static Span span(long from, long until) {
        return new Span(from, until, 0, 0);
    }

    /** The counts, without overlaps of an agent's logins and pauses. */
    Counts counts() {
        var merged = new TreeMap<String, Work>();
        agents.forEach((name, work) -> merged.put(
                name,
                new Work(work.taken(), Span.merged(work.loggedIn()), Span.merged(work.paused()), work.wrappingUp())));
        return new Counts(queues, calls, merged, unusable);
    }

    static long count(List<Counted> calls, Kind... kinds) {
        var wanted = Arrays.asList(kinds);
        return calls.stream().filter(c -> wanted.contains(c.kind())).count();
    }

    static long waited(List<Counted> calls, Kind... kinds) {
        var wanted = Arrays.asList(kinds);
        return calls.stream()
                .filter(c -> wanted.contains(c.kind()))
                .mapToLong(Counted::waitSeconds)
                .sum();
    }

    static long answeredWithin(List<Counted> calls, long seconds) {
        return calls.stream()
                .filter(c -> c.kind() == Kind.ANSWERED && c.waitSeconds() <= seconds)
                .count();
    }

    static double ratio(long part, long whole) {
        return whole == 0 ? Double.NaN : (double) part / whole;
    }
}
