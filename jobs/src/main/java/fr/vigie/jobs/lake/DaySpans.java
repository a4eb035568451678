package fr.vigie.jobs.lake;

import static org.apache.spark.sql.functions.lit;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;

/**
 * Days that are written anew: those that have changed, and the others that share a data file with one of them.
 *
 * @param spans in order, with at least a day between one and the next
 */
public record DaySpans(List<Span> spans) implements Serializable {
    /**
     * Days that follow each other.
     *
     * @param first the first, days since 1970
     * @param last the last
     */
    public record Span(int first, int last) implements Serializable {
        Span with(Span other) {
            return new Span(Math.min(first, other.first), Math.max(last, other.last));
        }

        private static Span of(int day) {
            return new Span(day, day);
        }
    }

    /** The spans of some days, each widened to the files that it touches, and those that they touch. */
    public static DaySpans of(Collection<Integer> days, List<DatedFile> files) {
        var due = new TreeSet<>(days);
        var touching =
                joined(Stream.concat(due.stream().map(Span::of), files.stream().map(DatedFile::span)), 0);
        var changed = touching.stream().filter(span -> {
            var day = due.ceiling(span.first);
            return day != null && day <= span.last;
        });
        return new DaySpans(joined(changed, 1));
    }

    /** One span of all days and files. */
    public static DaySpans everything(List<LocalDate> days, List<DatedFile> files) {
        var all = Stream.concat(
                        days.stream().map(d -> Span.of((int) d.toEpochDay())),
                        files.stream().map(DatedFile::span))
                .reduce(Span::with);
        return new DaySpans(all.stream().toList());
    }

    /** Joins the spans of which one begins at most so many days after the other ends. */
    private static List<Span> joined(Stream<Span> spans, int daysBetween) {
        var joined = new ArrayList<Span>();
        spans.sorted(Comparator.comparingInt(Span::first)).forEach(span -> {
            int last = joined.size() - 1;
            if (last >= 0 && span.first <= joined.get(last).last + daysBetween) {
                joined.set(last, joined.get(last).with(span));
            } else {
                joined.add(span);
            }
        });
        return List.copyOf(joined);
    }

    public boolean contains(int day) {
        return touches(Span.of(day));
    }

    public boolean touches(Span other) {
        int from = 0;
        int until = spans.size();
        while (from < until) {
            int middle = (from + until) >>> 1;
            if (spans.get(middle).last < other.first) {
                from = middle + 1;
            } else {
                until = middle;
            }
        }
        return from < spans.size() && spans.get(from).first <= other.last;
    }

    /** Those of the files that hold one of the days. */
    public List<DatedFile> of(List<DatedFile> files) {
        return files.stream().filter(f -> touches(f.span())).toList();
    }

    /** The condition that a row's business date is one of the days. */
    public Column condition(Column localDate) {
        return any(
                span -> localDate.between(lit(LocalDate.ofEpochDay(span.first)), lit(LocalDate.ofEpochDay(span.last))));
    }

    /** That the condition of at least one of the spans holds. */
    public Column any(Function<Span, Column> condition) {
        return any(spans, condition);
    }

    /** Halves of halves: a chain of thousands of spans would be too deep for Spark. */
    private static Column any(List<Span> spans, Function<Span, Column> condition) {
        return switch (spans.size()) {
            case 0 -> lit(false);
            case 1 -> condition.apply(spans.get(0));
            default -> any(spans.subList(0, spans.size() / 2), condition)
                    .or(any(spans.subList(spans.size() / 2, spans.size()), condition));
        };
    }
}
