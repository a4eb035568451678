package fr.vigie.roster;

import fr.vigie.roster.WorkDay.Stretch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Stretches of time that do not overlap, in order.
 *
 * @param stretches half-open
 */
record Spans(List<Stretch> stretches) {
    /** Stretches in any order, those that overlap joined. */
    static Spans of(List<Stretch> stretches) {
        var joined = new ArrayList<Stretch>();
        stretches.stream()
                .sorted(Comparator.comparing(Stretch::start).thenComparing(Stretch::end))
                .forEach(next -> {
                    int last = joined.size() - 1;
                    if (last >= 0 && !next.start().isAfter(joined.get(last).end())) {
                        var before = joined.get(last);
                        var end = next.end().isAfter(before.end()) ? next.end() : before.end();
                        joined.set(last, new Stretch(before.start(), end));
                    } else {
                        joined.add(next);
                    }
                });
        return new Spans(joined);
    }

    boolean isEmpty() {
        return stretches.isEmpty();
    }

    long seconds() {
        return stretches.stream()
                .mapToLong(stretch ->
                        Duration.between(stretch.start(), stretch.end()).toSeconds())
                .sum();
    }

    Instant start() {
        return stretches.get(0).start();
    }

    Instant end() {
        return stretches.get(stretches.size() - 1).end();
    }

    /** What lies in both. */
    Spans and(Spans other) {
        var both = new ArrayList<Stretch>();
        for (var a : stretches) {
            for (var b : other.stretches) {
                var from = a.start().isAfter(b.start()) ? a.start() : b.start();
                var until = a.end().isBefore(b.end()) ? a.end() : b.end();
                if (from.isBefore(until)) {
                    both.add(new Stretch(from, until));
                }
            }
        }
        return new Spans(both);
    }

    /** What lies between two moments; nothing where the first is not before the second. */
    Spans between(Instant from, Instant until) {
        return from.isBefore(until) ? and(new Spans(List.of(new Stretch(from, until)))) : new Spans(List.of());
    }
}
