package fr.vigie.jobs.ingest;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Any delimited file with a header line, mapped onto the canonical columns.
 *
 * @param delimiter one character; null: {@code ,} or {@code ;}, whichever the header has more of
 * @param columns the file's column for a canonical one
 * @param constants the value of a canonical column that the file does not have
 * @param durations instants given as seconds after {@code arrived_at}: the file's columns to add up for a canonical
 *     one, e.g. {@code answered_at: [menu, wait]}
 * @param values the canonical word for a word of the file, by canonical column, e.g. {@code outcome: {HANG: abandoned}};
 *     a word that is not listed is taken as it is
 */
public record Delimited(
        @Nullable String delimiter,
        Map<String, String> columns,
        @Nullable Map<String, String> constants,
        @Nullable Map<String, List<String>> durations,
        @Nullable Map<String, Map<String, String>> values)
        implements Format {

    private static final String ARRIVED_AT = "arrived_at";
    private static final String ANSWERED_AT = "answered_at";
    private static final String OUTCOME = "outcome";

    public Delimited {
        if (delimiter != null && delimiter.length() != 1) {
            throw new IllegalArgumentException("The delimiter '%s' must be one character.".formatted(delimiter));
        }
        columns = Map.copyOf(columns);
        constants = constants == null ? Map.of() : Map.copyOf(constants);
        durations = durations == null ? Map.of() : Map.copyOf(durations);
        values = values == null ? Map.of() : Map.copyOf(values);
        if (!durations.isEmpty() && !columns.containsKey(ARRIVED_AT)) {
            throw new IllegalArgumentException("Durations count from arrived_at, which has no column.");
        }
    }

    @Override
    public Iterator<RawRecord> read(BufferedReader text, List<String> wanted, List<String> required, ZoneId zone) {
        var csv = CsvText.open(text, delimiter == null ? null : delimiter.charAt(0));
        var unmapped = required.stream().filter(c -> !maps(c)).toList();
        if (!unmapped.isEmpty()) {
            throw new BadFile("cannot be used: its mapping gives no %s".formatted(String.join(", ", unmapped)));
        }
        var needed = List.copyOf(fileColumns());
        int[] found = CsvText.positions(csv.header(), needed, needed);
        var position = new HashMap<String, Integer>();
        for (int i = 0; i < found.length; i++) {
            position.put(needed.get(i), found[i]);
        }
        return new RawRecords(
                csv, record -> map(record, wanted, position, csv.header().size(), zone));
    }

    @Override
    public List<String> dropped(BufferedReader text, List<String> wanted) {
        // A mapping names what it takes: leaving the rest is meant.
        return List.of();
    }

    private boolean maps(String column) {
        return columns.containsKey(column)
                || requireMap(constants).containsKey(column)
                || requireMap(durations).containsKey(column);
    }

    private LinkedHashSet<String> fileColumns() {
        var all = new LinkedHashSet<>(columns.values());
        requireMap(durations).values().forEach(all::addAll);
        return all;
    }

    private RawRecord map(
            CsvRecord record, List<String> wanted, Map<String, Integer> position, int width, ZoneId zone) {
        var texts = new String[wanted.size()];
        var problem = CsvText.fieldCount(record, width);
        for (int i = 0; i < texts.length; i++) {
            var column = wanted.get(i);
            var own = columns.get(column);
            var text = own == null ? requireMap(constants).get(column) : field(record, position, own);
            texts[i] = text == null
                    ? null
                    : requireMap(values).getOrDefault(column, Map.of()).getOrDefault(text, text);
        }
        if (problem == null && !requireMap(durations).isEmpty()) {
            problem = addDurations(record, wanted, position, zone, texts);
        }
        return new RawRecord(record.getStartingLineNumber(), texts, problem);
    }

    /** Turns durations into instants; the answer's only where the call was answered. */
    private @Nullable Problem addDurations(
            CsvRecord record,
            List<String> wanted,
            Map<String, Integer> position,
            ZoneId zone,
            @Nullable String[] texts) {
        var arrived = texts[wanted.indexOf(ARRIVED_AT)];
        if (arrived == null) {
            return new Problem("missing-value", ARRIVED_AT);
        }
        Instant start;
        try {
            start = Times.instant(arrived, zone);
        } catch (BadValue e) {
            return new Problem(e.reason(), ARRIVED_AT + " " + e.getMessage());
        }
        for (var entry : requireMap(durations).entrySet()) {
            int target = wanted.indexOf(entry.getKey());
            if (target < 0) {
                continue;
            }
            if (entry.getKey().equals(ANSWERED_AT) && !"answered".equals(texts[wanted.indexOf(OUTCOME)])) {
                continue;
            }
            var sum = BigDecimal.ZERO;
            for (var column : entry.getValue()) {
                var text = field(record, position, column);
                if (text == null) {
                    continue;
                }
                try {
                    var seconds = new BigDecimal(text);
                    if (seconds.signum() < 0) {
                        return new Problem("negative-duration", column + " " + text);
                    }
                    sum = sum.add(seconds);
                } catch (NumberFormatException e) {
                    return new Problem("bad-value", column + " " + text);
                }
            }
            texts[target] = start.plusMillis(sum.movePointRight(3).longValue()).toString();
        }
        return null;
    }

    private static @Nullable String field(CsvRecord record, Map<String, Integer> position, String column) {
        return CsvText.field(record, position.getOrDefault(column, -1));
    }

    private static <V> Map<String, V> requireMap(@Nullable Map<String, V> map) {
        return map == null ? Map.of() : map;
    }
}
