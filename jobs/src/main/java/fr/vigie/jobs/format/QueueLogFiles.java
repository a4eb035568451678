package fr.vigie.jobs.format;

import fr.vigie.queuelog.Fault;
import fr.vigie.queuelog.QueueLogLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The lines of an Asterisk {@code queue_log} and its rotated parts, in order of time; ties stand in the order of the
 * files' beginnings and of their lines.
 *
 * <p>Each file is read twice: first to see how far its lines are out of order, then with no more of them in memory than
 * that takes. A line that stands in several files, such as a part that was copied, counts once.
 */
public final class QueueLogFiles implements Iterator<QueueLogLine> {

    /** What a first look at a file tells. */
    private record Look(InputFile file, int index, long begins, long lateness) {}

    private final PriorityQueue<Head> heads = new PriorityQueue<>();
    private final boolean several;
    private final Map<String, Integer> tellings = new HashMap<>();
    private long second = Long.MIN_VALUE;
    private @Nullable QueueLogLine next;

    /** A file and the first of its lines that has not been taken. */
    private record Head(QueueLogLine line, int rank, Ordered rest) implements Comparable<Head> {
        private static final Comparator<Head> ORDER =
                Comparator.comparingLong((Head head) -> head.line().epoch()).thenComparingInt(Head::rank);

        @Override
        public int compareTo(Head other) {
            return ORDER.compare(this, other);
        }
    }

    public QueueLogFiles(List<InputFile> files) {
        var looks = new ArrayList<Look>();
        for (int i = 0; i < files.size(); i++) {
            looks.add(look(files.get(i), i));
        }
        looks.sort(Comparator.comparingLong(Look::begins));
        for (int rank = 0; rank < looks.size(); rank++) {
            push(rank, new Ordered(looks.get(rank)));
        }
        several = files.size() > 1;
        next = advance();
    }

    /** The events of a file that are not known here, with how often each occurs. */
    static Map<String, Long> unknownEvents(InputFile file) {
        var counts = new TreeMap<String, Long>();
        try (var lines = file.lines()) {
            for (var line = read(file, 0, lines, 0); line != null; line = read(file, 0, lines, 0)) {
                if (line.fault() == null && line.event() == null) {
                    counts.merge(line.name(), 1L, Long::sum);
                }
            }
        }
        return counts;
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public QueueLogLine next() {
        var line = next;
        if (line == null) {
            throw new NoSuchElementException();
        }
        next = advance();
        return line;
    }

    /** Ends the reading; behind the last line of a file that is done. */
    void close() {
        heads.forEach(head -> head.rest().lines.close());
    }

    private @Nullable QueueLogLine advance() {
        while (!heads.isEmpty()) {
            var head = heads.remove();
            push(head.rank(), head.rest());
            if (!several || isNew(head)) {
                return head.line();
            }
        }
        return null;
    }

    private void push(int rank, Ordered rest) {
        if (rest.hasNext()) {
            heads.add(new Head(rest.next(), rank, rest));
        }
    }

    /** The n-th telling of a line in one file is the n-th in another. */
    private boolean isNew(Head head) {
        var line = head.line();
        if (line.fault() != null) {
            return true;
        }
        if (line.epoch() != second) {
            second = line.epoch();
            tellings.clear();
        }
        var text = String.join(
                "|", line.callId(), line.queue(), line.agent(), line.name(), String.join("|", line.parameters()));
        int here = tellings.merge(head.rank() + "|" + text, 1, Integer::sum);
        if (here <= tellings.getOrDefault("|" + text, 0)) {
            return false;
        }
        tellings.put("|" + text, here);
        return true;
    }

    private static Look look(InputFile file, int index) {
        return file.guarded(() -> {
            long begins = Long.MAX_VALUE;
            long latest = Long.MIN_VALUE;
            long lateness = 0;
            boolean any = false;
            try (var lines = file.lines()) {
                for (var line = read(file, index, lines, 0); line != null; line = read(file, index, lines, 0)) {
                    any = true;
                    if (line.fault() == null) {
                        begins = Math.min(begins, line.epoch());
                        latest = Math.max(latest, line.epoch());
                        lateness = Math.max(lateness, latest - line.epoch());
                    }
                }
            }
            if (any && begins == Long.MAX_VALUE) {
                throw new BadFile("has no line of a queue_log (epoch|callid|queue|agent|EVENT|…)");
            }
            return new Look(file, index, begins, lateness);
        });
    }

    private static @Nullable QueueLogLine read(InputFile file, int index, Lines lines, long epochBefore) {
        return file.guarded(() -> {
            var text = lines.next();
            while (text != null && text.isBlank()) {
                text = lines.next();
            }
            if (text == null) {
                return null;
            }
            return lines.isTooLong()
                    ? QueueLogLine.unusable(
                            index,
                            lines.number(),
                            epochBefore,
                            new Fault("record-too-long", "the line is longer than any may be"))
                    : QueueLogLine.parse(index, lines.number(), text, epochBefore);
        });
    }

    /** The lines of one file in order of time. */
    private static final class Ordered implements Iterator<QueueLogLine> {
        private static final Comparator<QueueLogLine> ORDER =
                Comparator.comparingLong(QueueLogLine::epoch).thenComparingLong(QueueLogLine::number);

        private final Look look;
        private final Lines lines;
        private final PriorityQueue<QueueLogLine> waiting = new PriorityQueue<>(ORDER);
        private long latest;
        private boolean ended;

        Ordered(Look look) {
            this.look = look;
            this.latest = look.begins();
            this.lines = look.file().guarded(look.file()::lines);
        }

        @Override
        public boolean hasNext() {
            var first = waiting.peek();
            while (!ended && (first == null || first.epoch() > latest - look.lateness())) {
                var line = read(look.file(), look.index(), lines, latest);
                if (line == null) {
                    ended = true;
                } else {
                    latest = Math.max(latest, line.epoch());
                    waiting.add(line);
                }
                first = waiting.peek();
            }
            return first != null;
        }

        @Override
        public QueueLogLine next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return waiting.remove();
        }
    }
}
