package fr.vigie.jobs.format;

import fr.vigie.input.InputKind;
import fr.vigie.jobs.error.Suggestion;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Asterisk's call detail records ({@code Master.csv}): one for each pair of parties, gathered to calls by their
 * {@code linkedid}, else their {@code uniqueid}.
 *
 * @param layout the columns of a line, in order: the 16 of every version and those switched on in {@code cdr.conf} and
 *     {@code cdr_csv}; nothing is guessed from their number
 * @param usegmtime whether times are in GMT; null: no, they are in the source's zone
 * @param practice the column that holds the practice; null: none, the number called tells it
 * @param contexts the dialplan contexts of calls from outside; records of calls that began elsewhere are none. Null: all
 */
public record AsteriskCdr(
        List<String> layout, @Nullable Boolean usegmtime, @Nullable String practice, @Nullable List<String> contexts)
        implements Format {

    /** The columns of every version. */
    private static final List<String> ALWAYS = List.of(
            "accountcode",
            "src",
            "dst",
            "dcontext",
            "clid",
            "channel",
            "dstchannel",
            "lastapp",
            "lastdata",
            "start",
            "answer",
            "end",
            "duration",
            "billsec",
            "disposition",
            "amaflags");

    /** The columns of settings. */
    private static final List<String> SETTINGS =
            List.of("uniqueid", "userfield", "peeraccount", "linkedid", "sequence");

    private static final long LONGEST_CALL_SECONDS = 86_400;

    public AsteriskCdr {
        layout = List.copyOf(layout);
        contexts = contexts == null ? null : List.copyOf(contexts);
        check(layout);
        if (practice != null && !layout.contains(practice)) {
            throw new IllegalArgumentException("The layout has no column '%s' to hold the practice.%s"
                    .formatted(practice, Suggestion.of(practice, layout)));
        }
    }

    private static void check(List<String> layout) {
        var known = Stream.concat(ALWAYS.stream(), SETTINGS.stream()).toList();
        for (var column : layout) {
            if (!known.contains(column)) {
                throw new IllegalArgumentException("The layout's column '%s' is none of Master.csv.%s"
                        .formatted(column, Suggestion.of(column, known)));
            }
        }
        if (new HashSet<>(layout).size() < layout.size()) {
            throw new IllegalArgumentException("The layout names a column twice.");
        }
        var missing = ALWAYS.stream().filter(c -> !layout.contains(c)).toList();
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("The layout lacks %s.".formatted(String.join(", ", missing)));
        }
    }

    @Override
    public Set<InputKind> kinds() {
        return EnumSet.of(InputKind.CALLS);
    }

    @Override
    public boolean joinsFiles() {
        return true;
    }

    @Override
    public Records read(List<InputFile> files, Wanted wanted) {
        var calls = new Calls(files, wanted);
        return Records.of(calls, calls::end);
    }

    private ZoneId zone(Wanted wanted) {
        return Boolean.TRUE.equals(usegmtime) ? ZoneOffset.UTC : wanted.zone();
    }

    private DelimitedText open(InputFile file) {
        return file.guarded(
                () -> DelimitedText.withoutHeader(file.bytes(), ',', StandardCharsets.UTF_8, file.limits(), layout));
    }

    /** A file and when its first record began: rotated parts are read in order of time, whatever their names. */
    private record Part(InputFile file, int index, long begins) {}

    private Part look(InputFile file, int index, ZoneId zone) {
        return file.guarded(() -> {
            boolean otherLayout = false;
            try (var text = open(file)) {
                while (text.next()) {
                    var problem = text.problem();
                    otherLayout |= problem != null && problem.reason().equals("wrong-number-of-fields");
                    if (problem == null) {
                        try {
                            return new Part(
                                    file,
                                    index,
                                    CdrLeg.read(text, index, layout, practice, zone)
                                            .start());
                        } catch (BadValue e) {
                            // Told when the file is read.
                        }
                    }
                }
            }
            if (otherLayout) {
                throw new BadFile("has no record of the layout's %d fields; maybe cdr.conf says which it has"
                        .formatted(layout.size()));
            }
            return new Part(file, index, Long.MAX_VALUE);
        });
    }

    /** The calls, each when no more of its records can come. */
    private final class Calls implements Iterator<RawRecord> {
        private final Wanted wanted;
        private final ZoneId zone;
        private final Iterator<Part> parts;
        private final Map<String, CdrCall> open = new LinkedHashMap<>();
        private final Deque<RawRecord> ready = new ArrayDeque<>();
        private @Nullable Part part;
        private @Nullable DelimitedText text;
        private long latestEnd = Long.MIN_VALUE;

        Calls(List<InputFile> files, Wanted wanted) {
            this.wanted = wanted;
            this.zone = zone(wanted);
            var all = new ArrayList<Part>();
            for (int i = 0; i < files.size(); i++) {
                all.add(look(files.get(i), i, zone));
            }
            all.sort(Comparator.comparingLong(Part::begins));
            parts = all.iterator();
        }

        @Override
        public boolean hasNext() {
            while (ready.isEmpty() && advance()) {
                close(latestEnd - LONGEST_CALL_SECONDS);
            }
            if (ready.isEmpty()) {
                close(Long.MAX_VALUE);
            }
            return !ready.isEmpty();
        }

        @Override
        public RawRecord next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return ready.remove();
        }

        void end() {
            if (text != null) {
                text.close();
            }
        }

        /** Takes the next record of the files; false after the last. */
        private boolean advance() {
            var current = part;
            var lines = text;
            if (current == null || lines == null) {
                if (!parts.hasNext()) {
                    return false;
                }
                part = parts.next();
                text = open(part.file());
                return true;
            }
            if (!current.file().guarded(lines::next)) {
                lines.close();
                part = null;
                text = null;
                return true;
            }
            take(current, lines);
            return true;
        }

        private void take(Part from, DelimitedText lines) {
            var problem = lines.problem();
            if (problem == null) {
                try {
                    var leg = CdrLeg.read(lines, from.index(), layout, practice, zone);
                    var call = open.remove(leg.group());
                    open.put(leg.group(), call == null ? new CdrCall(leg) : call.with(leg));
                    latestEnd = Math.max(latestEnd, leg.end());
                    return;
                } catch (BadValue e) {
                    problem = new Problem(e.reason(), Objects.requireNonNullElse(e.getMessage(), ""));
                }
            }
            ready.add(new RawRecord(
                    from.index(), lines.line(), new String[wanted.columns().size()], problem));
        }

        /** Those whose last record was longest ago stand first. */
        private void close(long endedBefore) {
            for (var calls = open.values().iterator(); calls.hasNext(); ) {
                var call = calls.next();
                if (call.end() >= endedBefore) {
                    return;
                }
                calls.remove();
                if (contexts == null || contexts.contains(call.first().context())) {
                    ready.add(call.record(wanted));
                }
            }
        }
    }
}
