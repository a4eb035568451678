package fr.vigie.jobs.ingest;

import fr.vigie.input.Between;
import fr.vigie.input.InputKind;
import fr.vigie.input.InputRow;
import fr.vigie.jobs.format.BadValue;
import fr.vigie.jobs.format.Problem;
import fr.vigie.jobs.format.Times;
import fr.vigie.jobs.format.Wanted;
import fr.vigie.jobs.lake.Table;
import fr.vigie.privacy.PhoneMask;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Binds the text of a record to the record of its kind: columns by the components' names, required unless the component
 * is {@code @Nullable}.
 */
final class RowBinder {
    /** Days may lie far ahead: some systems write the last of them for none. */
    private static final int FIRST_YEAR = 1900;

    private static final int LAST_YEAR = 9999;

    /** Moments are of things that happened or are planned. */
    private static final int FIRST_YEAR_OF_MOMENTS = 1980;

    private static final int LAST_YEAR_OF_MOMENTS = 2099;

    /** Lines of practices, which become pseudonyms when the row is made, and hours, which look like numbers. */
    private static final Set<String> AS_THEY_ARE = Set.of("calledNumbers", "schedule", "opening");

    /** What else tells rows apart. */
    private static final Set<String> NAMES = Set.of("group", "cpts");

    private interface Parser {
        Object parse(String text) throws BadValue;
    }

    private final Constructor<?> constructor;
    private final List<String> columns;
    private final boolean[] required;
    private final Parser[] parsers;
    private final PhoneMask mask;
    private final RecordKey names;
    private int ambiguousTimes;

    /**
     * Rows of a kind.
     *
     * @param zone of times without an offset
     * @param mask of numbers in texts, and in what cannot be used
     * @param names of what is named by a text that holds a number
     */
    RowBinder(Class<? extends InputRow> row, ZoneId zone, PhoneMask mask, RecordKey names) {
        this.mask = mask;
        this.names = names;
        var components = row.getRecordComponents();
        columns = columns(row);
        required = new boolean[components.length];
        parsers = new Parser[components.length];
        for (int i = 0; i < components.length; i++) {
            required[i] = isRequired(components[i]);
            parsers[i] = parser(components[i], zone);
            var range = components[i].getAnnotation(Between.class);
            if (range != null) {
                parsers[i] = within(range, parsers[i]);
            }
        }
        try {
            constructor = row.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new));
        } catch (NoSuchMethodException e) {
            throw new AssertionError("A record has its canonical constructor.", e);
        }
    }

    /** What a file of a kind is to give. */
    static Wanted wanted(InputKind kind, ZoneId zone) {
        var columns = kind == InputKind.CALLS ? CallBinder.COLUMNS : columns(kind.row());
        return new Wanted(kind, columns, requiredColumns(kind.row()), zone);
    }

    /** The canonical columns of a kind, in order. */
    static List<String> columns(Class<? extends InputRow> row) {
        return Arrays.stream(row.getRecordComponents())
                .map(c -> Table.snakeCase(c.getName()))
                .toList();
    }

    /** Those of them without which a file cannot be used. */
    static List<String> requiredColumns(Class<? extends InputRow> row) {
        var names = new ArrayList<String>();
        for (var component : row.getRecordComponents()) {
            if (isRequired(component)) {
                names.add(Table.snakeCase(component.getName()));
            }
        }
        return names;
    }

    /** The row, or what is wrong with the first column that cannot be used. */
    Bound bind(@Nullable String[] values) {
        var arguments = new Object[parsers.length];
        ambiguousTimes = 0;
        for (int i = 0; i < parsers.length; i++) {
            var text = values[i];
            if (text == null) {
                if (required[i]) {
                    return Bound.not(new Problem("missing-value", columns.get(i)));
                }
                continue;
            }
            try {
                arguments[i] = parsers[i].parse(text);
            } catch (BadValue e) {
                return Bound.not(new Problem(e.reason(), detail(columns.get(i), e.getMessage())));
            }
        }
        try {
            return Bound.to((InputRow) constructor.newInstance(arguments));
        } catch (InvocationTargetException | InstantiationException | IllegalAccessException e) {
            throw new IllegalStateException("A row record refused values of its own types.", e);
        }
    }

    /** The key of a record of which another column may be unusable; null where it cannot be read. */
    @Nullable
    String key(@Nullable String[] values, List<String> keyColumns) {
        var key = new ArrayList<Optional<Object>>();
        for (int i = 0; i < parsers.length; i++) {
            if (!keyColumns.contains(columns.get(i))) {
                continue;
            }
            var text = values[i];
            if (text == null && required[i]) {
                return null;
            }
            try {
                key.add(text == null ? Optional.empty() : Optional.of(parsers[i].parse(text)));
            } catch (BadValue e) {
                return null;
            }
        }
        return RecordKey.of(key);
    }

    /** How many local times of the record that was bound last stand for two instants; each was taken for the earlier. */
    int ambiguousTimes() {
        return ambiguousTimes;
    }

    private String detail(String column, @Nullable String message) {
        var text = mask.masked(String.valueOf(message));
        return column + " " + (text.length() > 200 ? text.substring(0, 200) + "…" : text);
    }

    /**
     * A row or a problem.
     *
     * @param row null where there is a problem
     * @param problem null where there is a row
     */
    record Bound(@Nullable InputRow row, @Nullable Problem problem) {
        static Bound to(InputRow row) {
            return new Bound(row, null);
        }

        static Bound not(Problem problem) {
            return new Bound(null, problem);
        }
    }

    private static boolean isRequired(RecordComponent component) {
        return !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private Parser parser(RecordComponent component, ZoneId zone) {
        return component.getType() == String.class ? text(component.getName()) : parser(component.getType(), zone);
    }

    /** No number stays: not in what people wrote, nor where somebody is named by one. */
    private Parser text(String name) {
        if (AS_THEY_ARE.contains(name)) {
            return text -> text;
        }
        return name.endsWith("Id") || NAMES.contains(name) ? names::withoutNumber : mask::masked;
    }

    private Parser parser(Class<?> type, ZoneId zone) {
        if (type == Integer.class) return RowBinder::integer;
        if (type == Double.class) return RowBinder::number;
        if (type == Boolean.class) return RowBinder::yesOrNo;
        if (type == LocalDate.class) return text -> plausible(date(text), text, FIRST_YEAR, LAST_YEAR);
        if (type == Instant.class) return text -> instant(text, zone);
        if (type.isEnum()) return word(type);
        throw new IllegalArgumentException("Columns of type " + type.getName() + " cannot be read.");
    }

    private Object instant(String text, ZoneId zone) throws BadValue {
        var instant = Times.instant(text, zone);
        ambiguousTimes += Times.isAmbiguous(text, zone) ? 1 : 0;
        plausible(LocalDate.ofInstant(instant, ZoneOffset.UTC), text, FIRST_YEAR_OF_MOMENTS, LAST_YEAR_OF_MOMENTS);
        return instant;
    }

    /** An earlier day was misread; a later one cannot be written. */
    private static LocalDate plausible(LocalDate day, String text, int firstYear, int lastYear) throws BadValue {
        if (day.getYear() < firstYear || day.getYear() > lastYear) {
            throw new BadValue("implausible-time", "'%s' is not from %d to %d".formatted(text, firstYear, lastYear));
        }
        return day;
    }

    private static Parser within(Between range, Parser number) {
        return text -> {
            var parsed = number.parse(text);
            double value = ((Number) parsed).doubleValue();
            if (value < 0 && range.least() >= 0) {
                throw new BadValue("negative-value", "'" + text + "' is less than nothing");
            }
            if (value < range.least() || value > range.most()) {
                throw new BadValue(
                        "implausible-value",
                        "'%s' is not from %.0f to %.0f".formatted(text, range.least(), range.most()));
            }
            return parsed;
        };
    }

    private static Object integer(String text) throws BadValue {
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException e) {
            throw new BadValue("bad-value", "'" + text + "' is not a whole number");
        }
    }

    private static Object number(String text) throws BadValue {
        try {
            double value = Double.parseDouble(text);
            if (!Double.isFinite(value)) {
                throw new BadValue("bad-value", "'" + text + "' is not a finite number");
            }
            return value;
        } catch (NumberFormatException e) {
            throw new BadValue("bad-value", "'" + text + "' is not a number");
        }
    }

    private static Object yesOrNo(String text) throws BadValue {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "yes", "true", "oui", "1" -> true;
            case "no", "false", "non", "0" -> false;
            default -> throw new BadValue("bad-value", "'" + text + "' is neither yes nor no");
        };
    }

    private static LocalDate date(String text) throws BadValue {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new BadValue("bad-value", "'" + text + "' is not a date such as 2026-03-30");
        }
    }

    private static Parser word(Class<?> type) {
        Map<String, Object> words = new HashMap<>();
        for (var constant : type.getEnumConstants()) {
            words.put(((Enum<?>) constant).name().toLowerCase(Locale.ROOT), constant);
        }
        return text -> {
            var constant = words.get(text.toLowerCase(Locale.ROOT).replace('-', '_'));
            if (constant == null) {
                throw new BadValue(
                        "bad-value", "'" + text + "' is not one of " + new java.util.TreeSet<>(words.keySet()));
            }
            return constant;
        };
    }
}
