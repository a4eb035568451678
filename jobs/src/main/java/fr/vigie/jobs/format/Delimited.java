package fr.vigie.jobs.format;

import fr.vigie.jobs.error.Suggestion;
import fr.vigie.jobs.lake.Table;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Any delimited file with a header line, mapped onto the canonical columns.
 *
 * @param delimiter one character; null: {@code ,} or {@code ;}, whichever the header has more of
 * @param charset of the file, one in which ASCII characters are single bytes, e.g. {@code windows-1252}; null: UTF-8. A
 *     file that begins with UTF-8's byte order mark is UTF-8
 * @param dates the pattern of days, e.g. {@code dd/MM/yyyy}, as in {@link java.time.format.DateTimeFormatter}, names in
 *     French; a time of day may follow, {@code 7h30} or {@code 07:30}. Null: ISO 8601
 * @param decimal the decimal sign of numbers, {@code .} or {@code ,}; null: a point
 * @param day the file's column that holds the day of a record whose other columns hold times of day. Null: none
 * @param columns the file's column for a canonical one
 * @param constants the value of a canonical column that the file does not have
 * @param durations instants given as seconds after {@code arrived_at}: the file's columns to add up for a canonical
 *     one, e.g. {@code answered_at: [menu, wait]}
 * @param values the canonical word for a word of the file, by canonical column, e.g. {@code outcome: {HANG: abandoned}};
 *     a word that is not listed is taken as it is
 */
public record Delimited(
        @Nullable String delimiter,
        @Nullable String charset,
        @Nullable String dates,
        @Nullable String decimal,
        @Nullable String day,
        Map<String, String> columns,
        @Nullable Map<String, String> constants,
        @Nullable Map<String, List<String>> durations,
        @Nullable Map<String, Map<String, String>> values)
        implements Format {

    private static final String ARRIVED_AT = "arrived_at";
    private static final String ANSWERED_AT = "answered_at";
    private static final String OUTCOME = "outcome";
    private static final int MOST_DECIMALS = 18;

    /** Characters; the time to read a number grows with the square of its length. */
    private static final int LONGEST_NUMBER = 64;

    private static final BigDecimal LONGEST_SECONDS = new BigDecimal(366 * 86_400);

    public Delimited {
        if (delimiter != null && (delimiter.length() != 1 || delimiter.charAt(0) >= 128 || delimiter.equals("\""))) {
            throw new IllegalArgumentException("The delimiter '%s' must be one ASCII character.".formatted(delimiter));
        }
        charset(charset);
        new Notation(dates, decimal);
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
        if (day != null && columns.keySet().stream().noneMatch(c -> type(wanted, c) == Instant.class)) {
            throw new IllegalArgumentException(
                    "The mapping has a column for the day ('%s') and none with a time of day.".formatted(day));
        }
    }

    private static Charset charset(@Nullable String name) {
        if (name == null) {
            return StandardCharsets.UTF_8;
        }
        try {
            var charset = Charset.forName(name);
            if (charset.canEncode()
                    && "0;\"\n".equals(new String("0;\"\n".getBytes(charset), StandardCharsets.US_ASCII))) {
                return charset;
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "The charset '%s' is unknown.\nMaybe windows-1252 is meant.".formatted(name), e);
        }
        throw new IllegalArgumentException(
                "The charset '%s' cannot be read.\nMaybe save the file as UTF-8.".formatted(name));
    }

    private static Class<?> type(Wanted wanted, String column) {
        return Arrays.stream(wanted.kind().row().getRecordComponents())
                .filter(c -> Table.snakeCase(c.getName()).equals(column))
                .findFirst()
                .<Class<?>>map(RecordComponent::getType)
                .orElse(Instant.class); // updated_at, which a call's row does not have
    }

    @Override
    public Records read(List<InputFile> files, Wanted wanted) {
        var text = files.get(0).delimited(delimiter == null ? null : delimiter.charAt(0), charset(charset));
        var needed = List.copyOf(fileColumns());
        int[] found = text.positions(needed, needed);
        var position = new HashMap<String, Integer>();
        for (int i = 0; i < found.length; i++) {
            position.put(needed.get(i), found[i]);
        }
        var mapping = new Mapping(text, wanted, position);
        return new DelimitedRecords(text, wanted.columns().size(), mapping::map);
    }

    private boolean maps(String column) {
        return columns.containsKey(column)
                || requireMap(constants).containsKey(column)
                || requireMap(durations).containsKey(column);
    }

    private LinkedHashSet<String> fileColumns() {
        var all = new LinkedHashSet<>(columns.values());
        requireMap(durations).values().forEach(all::addAll);
        if (day != null) {
            all.add(day);
        }
        return all;
    }

    /** From one file to the canonical columns. */
    private final class Mapping {
        private final DelimitedText text;
        private final Wanted wanted;
        private final Map<String, Integer> position;
        private final Map<String, Class<?>> types = new HashMap<>();
        private final Notation notation = new Notation(dates, decimal);

        Mapping(DelimitedText text, Wanted wanted, Map<String, Integer> position) {
            this.text = text;
            this.wanted = wanted;
            this.position = position;
            wanted.columns().forEach(c -> types.put(c, type(wanted, c)));
        }

        void map(@Nullable String[] record) throws BadValue {
            var written = day == null ? null : field(day);
            var times = new RecordTimes(notation, written == null ? null : day(written));
            for (int i = 0; i < record.length; i++) {
                var column = wanted.columns().get(i);
                var own = columns.get(column);
                record[i] = own == null ? requireMap(constants).get(column) : value(times, column, field(own));
            }
            if (!requireMap(durations).isEmpty()) {
                addDurations(record);
            }
        }

        private LocalDate day(String written) throws BadValue {
            try {
                return notation.day(written);
            } catch (BadValue e) {
                throw new BadValue(e.reason(), day + " " + e.getMessage());
            }
        }

        private @Nullable String value(RecordTimes times, String column, @Nullable String written) throws BadValue {
            var word = written == null
                    ? null
                    : requireMap(values).getOrDefault(column, Map.of()).get(written);
            if (written == null || word != null) {
                return word;
            }
            try {
                var type = types.get(column);
                if (type == Instant.class) {
                    return isLocal(written) ? times.local(column, written) : written;
                }
                if (type == LocalDate.class) {
                    return notation.day(written).toString();
                }
                return type == Double.class || type == Integer.class ? notation.number(written) : written;
            } catch (BadValue e) {
                throw new BadValue(e.reason(), column + " " + e.getMessage());
            }
        }

        /** Without a pattern a time stands as ISO 8601, with or without an offset, for whoever binds the record. */
        private boolean isLocal(String written) {
            return dates != null || Notation.isTimeOfDay(written);
        }

        /** Turns durations into instants; the answer's only where the call was answered. */
        private void addDurations(@Nullable String[] record) throws BadValue {
            var arrived = record[wanted.columns().indexOf(ARRIVED_AT)];
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
                        && !"answered".equals(record[wanted.columns().indexOf(OUTCOME)])) {
                    continue;
                }
                var sum = BigDecimal.ZERO;
                for (var column : entry.getValue()) {
                    var seconds = field(column);
                    sum = seconds == null ? sum : sum.add(seconds(column, notation.number(seconds)));
                }
                record[wanted.columns().indexOf(entry.getKey())] =
                        start.plusMillis(sum.movePointRight(3).longValue()).toString();
            }
        }

        private @Nullable String field(String column) throws BadValue {
            return text.text(position.getOrDefault(column, -1));
        }
    }

    private static BigDecimal seconds(String column, String text) throws BadValue {
        if (text.length() > LONGEST_NUMBER) {
            throw new BadValue("bad-value", column + " " + DelimitedText.shown(text) + " is no number of seconds");
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

    private static <V> Map<String, V> requireMap(@Nullable Map<String, V> map) {
        return map == null ? Map.of() : map;
    }
}
