package fr.vigie.jobs.lake;

import static org.apache.spark.sql.functions.lit;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;

/**
 * Days that are written anew: those that have changed, and the others that share a data file with one of them.
 *
 * @param spans apart from each other, in order
 */
public record DaySpans(List<Span> spans) implements Serializable {
    /**
     * Days that follow each other.
     *
     * @param first the first, days since 1970
     * @param last the last
     */
    public record Span(int first, int last) implements Serializable {
        boolean touches(Span other) {
            return first <= other.last && other.first <= last;
        }

        Span with(Span other) {
            return new Span(Math.min(first, other.first), Math.max(last, other.last));
        }
    }

    /** The spans of some days, each widened to the files that it touches. */
    public static DaySpans of(Collection<Integer> days, List<DatedFile> files) {
        var spans = new ArrayList<Span>();
        days.stream().distinct().sorted().forEach(day -> spans.add(new Span(day, day)));
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i = 0; i < spans.size(); i++) {
                var span = spans.get(i);
                for (var file : files) {
                    span = file.span().touches(span) ? span.with(file.span()) : span;
                }
                changed |= !span.equals(spans.set(i, span));
            }
            merge(spans);
        }
        return new DaySpans(List.copyOf(spans));
    }

    /** One span of all days and files. */
    public static DaySpans everything(List<LocalDate> days, List<DatedFile> files) {
        var all = Stream.concat(
                        days.stream().map(d -> new Span((int) d.toEpochDay(), (int) d.toEpochDay())),
                        files.stream().map(DatedFile::span))
                .reduce(Span::with);
        return new DaySpans(all.stream().toList());
    }

    private static void merge(List<Span> spans) {
        spans.sort(Comparator.comparingInt(Span::first));
        for (int i = spans.size() - 1; i > 0; i--) {
            if (spans.get(i - 1).touches(spans.get(i))) {
                spans.set(i - 1, spans.get(i - 1).with(spans.remove(i)));
            }
        }
    }

    public boolean contains(int day) {
        return spans.stream().anyMatch(s -> s.first <= day && day <= s.last);
    }

    public boolean touches(Span other) {
        return spans.stream().anyMatch(s -> s.touches(other));
    }

    /** Those of the files that hold one of the days. */
    public List<DatedFile> of(List<DatedFile> files) {
        return files.stream().filter(f -> touches(f.span())).toList();
    }

    /** The condition that a row's business date is one of the days. */
    public Column condition(Column localDate) {
        return any(spans, localDate);
    }

    /** Halves of halves: a chain of thousands of days would be too deep for Spark. */
    private static Column any(List<Span> spans, Column localDate) {
        return switch (spans.size()) {
            case 0 -> lit(false);
            case 1 -> localDate.between(
                    lit(LocalDate.ofEpochDay(spans.get(0).first)), lit(LocalDate.ofEpochDay(spans.get(0).last)));
            default -> any(spans.subList(0, spans.size() / 2), localDate)
                    .or(any(spans.subList(spans.size() / 2, spans.size()), localDate));
        };
    }
}
