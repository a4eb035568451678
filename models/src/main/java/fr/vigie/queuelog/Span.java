package fr.vigie.queuelog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A half-open stretch of time, and where the log tells of it.
 *
 * @param from UTC seconds
 * @param until UTC seconds, not before {@code from}
 * @param file the file's place among those read together
 * @param line the line
 */
public record Span(long from, long until, int file, long line) {

    public long seconds() {
        return until - from;
    }

    /** How many of its seconds lie in {@code [start, end)}. */
    public long secondsWithin(long start, long end) {
        return Math.max(0, Math.min(until, end) - Math.max(from, start));
    }

    /** The same time without overlaps, in order; what is empty is left out. */
    static List<Span> merged(List<Span> spans) {
        var sorted = spans.stream()
                .filter(s -> s.seconds() > 0)
                .sorted(Comparator.comparingLong(Span::from))
                .toList();
        var merged = new ArrayList<Span>();
        for (var span : sorted) {
            var last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last == null || last.until < span.from) {
                merged.add(span);
            } else if (span.until > last.until) {
                merged.set(merged.size() - 1, new Span(last.from, span.until, last.file, last.line));
            }
        }
        return merged;
    }

    /** The parts of merged spans that lie within others. */
    static List<Span> within(List<Span> spans, List<Span> others) {
        var common = new ArrayList<Span>();
        for (var span : spans) {
            for (var other : others) {
                long from = Math.max(span.from, other.from);
                long until = Math.min(span.until, other.until);
                if (from < until) {
                    common.add(new Span(from, until, span.file, span.line));
                }
            }
        }
        return merged(common);
    }

    /** The parts of merged spans that lie outside of other merged ones. */
    static List<Span> outside(List<Span> spans, List<Span> others) {
        var rest = new ArrayList<Span>();
        for (var span : spans) {
            long from = span.from;
            for (var other : others) {
                if (other.until > from && other.from < span.until) {
                    if (other.from > from) {
                        rest.add(new Span(from, other.from, span.file, span.line));
                    }
                    from = other.until;
                }
            }
            if (from < span.until) {
                rest.add(new Span(from, span.until, span.file, span.line));
            }
        }
        return rest;
    }
}
