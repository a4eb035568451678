package fr.vigie.jobs.format;

import fr.vigie.jobs.error.Suggestion;
import java.math.BigDecimal;
import java.time.Instant;
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
    private static final int MOST_DECIMALS = 18;
    private static final BigDecimal LONGEST_SECONDS = new BigDecimal(366 * 86_400);

    public Delimited {
        if (delimiter != null && (delimiter.length() != 1 || delimiter.charAt(0) >= 128 || delimiter.equals("\""))) {
            throw new IllegalArgumentException("The delimiter '%s' must be one ASCII character.".formatted(delimiter));
        }
        columns = Map.copyOf(columns);
        constants = constants == null ? Map.of() : Map.copyOf(constants);
        durations = durations == null ? Map.of() : Map.copyOf(durations);
        values = values == null ? Map.of() : Map.copyOf(values);
        if (!durations.isEmpty() && !columns.containsKey(ARRIVED_AT)) {
            throw new IllegalArgumentException("Durations count from arrived_at, which has no column.");
        }
    }

    /** A column that the kind does not have would be mapped for nothing: most likely its name is misspelt. */
    @Override
    public void check(Wanted wanted) {
        var unmapped = wanted.required().stream().filter(c -> !maps(c)).toList();
        if (!unmapped.isEmpty()) {
            throw new IllegalArgumentException("The mapping gives no %s.".formatted(String.join(", ", unmapped)));
        }
        var given = new LinkedHashSet<>(columns.keySet());
        given.addAll(requireMap(constants).keySet());
        given.addAll(requireMap(durations).keySet());
        given.addAll(requireMap(values).keySet());
        for (var column : given) {
            if (!wanted.columns().contains(column)) {
                throw new IllegalArgumentException("The mapping names the column '%s', which %s do not have.%s"
                        .formatted(column, wanted.kind().word(), Suggestion.of(column, wanted.columns())));
            }
        }
    }

    @Override
    public Iterator<RawRecord> read(List<InputFile> files, Wanted wanted) {
        var text = files.get(0).delimited(delimiter == null ? null : delimiter.charAt(0));
        var needed = List.copyOf(fileColumns());
        int[] found = text.positions(needed, needed);
        var position = new HashMap<String, Integer>();
        for (int i = 0; i < found.length; i++) {
            position.put(needed.get(i), found[i]);
        }
        return new DelimitedRecords(text, wanted.columns().size(), values -> map(text, wanted, position, values));
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

    private void map(DelimitedText text, Wanted wanted, Map<String, Integer> position, @Nullable String[] values)
            throws BadValue {
        for (int i = 0; i < values.length; i++) {
            var column = wanted.columns().get(i);
            var own = columns.get(column);
            var value = own == null ? requireMap(constants).get(column) : field(text, position, own);
            values[i] = value == null
                    ? null
                    : requireMap(this.values).getOrDefault(column, Map.of()).getOrDefault(value, value);
        }
        if (!requireMap(durations).isEmpty()) {
            addDurations(text, wanted, position, values);
        }
    }

    /** Turns durations into instants; the answer's only where the call was answered. */
    private void addDurations(
            DelimitedText text, Wanted wanted, Map<String, Integer> position, @Nullable String[] values)
            throws BadValue {
        var arrived = values[wanted.columns().indexOf(ARRIVED_AT)];
        if (arrived == null) {
            throw new BadValue("missing-value", ARRIVED_AT);
        }
        Instant start;
        try {
            start = Times.instant(arrived, wanted.zone());
        } catch (BadValue e) {
            throw new BadValue(e.reason(), ARRIVED_AT + " " + e.getMessage());
        }
        for (var entry : requireMap(durations).entrySet()) {
            if (entry.getKey().equals(ANSWERED_AT)
                    && !"answered".equals(values[wanted.columns().indexOf(OUTCOME)])) {
                continue;
            }
            var sum = BigDecimal.ZERO;
            for (var column : entry.getValue()) {
                sum = sum.add(seconds(column, field(text, position, column)));
            }
            values[wanted.columns().indexOf(entry.getKey())] =
                    start.plusMillis(sum.movePointRight(3).longValue()).toString();
        }
    }

    private static BigDecimal seconds(String column, @Nullable String text) throws BadValue {
        if (text == null) {
            return BigDecimal.ZERO;
        }
        try {
            var seconds = new BigDecimal(text);
            if (seconds.signum() < 0) {
                throw new BadValue("negative-duration", column + " " + text);
            }
            if (seconds.scale() > MOST_DECIMALS) {
                throw new BadValue(
                        "bad-value", column + " " + text + " has more than %d decimals".formatted(MOST_DECIMALS));
            }
            if (seconds.compareTo(LONGEST_SECONDS) > 0) {
                throw new BadValue("bad-value", column + " " + text + " s is longer than a year");
            }
            return seconds;
        } catch (NumberFormatException e) {
            throw new BadValue("bad-value", column + " " + text);
        }
    }

    private static @Nullable String field(DelimitedText text, Map<String, Integer> position, String column)
            throws BadValue {
        return text.text(position.getOrDefault(column, -1));
    }

    private static <V> Map<String, V> requireMap(@Nullable Map<String, V> map) {
        return map == null ? Map.of() : map;
    }
}
