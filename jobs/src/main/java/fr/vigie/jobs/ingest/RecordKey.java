package fr.vigie.jobs.ingest;

import fr.vigie.jobs.lake.Table;
import fr.vigie.privacy.CallerKeys;
import fr.vigie.privacy.PhoneMask;
import fr.vigie.privacy.PseudonymKey;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What names a record, as the lake may keep it: the values of its table's key, separated by {@code |}; a text that holds a
 * phone number, as the call names of some exchanges do, is replaced by its pseudonym, in a reject one that is too long too.
 * Belongs to one thread.
 */
final class RecordKey {
    private static final int LONGEST = 200;
    /** What a pseudonym begins with. */
    static final String MARK = "#";

    private static final Pattern PSEUDONYM = Pattern.compile(MARK + "[0-9a-f]{" + 2 * CallerKeys.BYTES + "}");
    private static final int UUID_LENGTH = 36;

    private final PseudonymKey key;
    private final PhoneMask numbers;

    /**
     * Names under a key.
     *
     * @param key one that stays when callers get another: a name that is read again is to be the same
     * @param numbers those that a name may hold
     */
    RecordKey(PseudonymKey key, PhoneMask numbers) {
        this.key = key;
        this.numbers = numbers;
    }

    /** As the records of an ingest are named. */
    static RecordKey of(Reading reading) {
        return new RecordKey(reading.keys().names(), PhoneMask.of(reading.country()));
    }

    /** The key as a reject may keep it; null where there is none. */
    @Nullable
    String shown(@Nullable String text) {
        if (text == null || PSEUDONYM.matcher(text).matches()) {
            return text;
        }
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return text.length() <= LONGEST && !holdsNumber(bytes, 0, bytes.length) ? text : pseudonym(text);
    }

    /** Whether a name holds a phone number. Most are seen at a glance to hold none. */
    boolean holdsNumber(byte[] name, int from, int until) {
        if (!numbers.mayFind(name, from, until) || isUuid(name, from, until)) {
            return false;
        }
        var text = new String(name, from, until - from, StandardCharsets.UTF_8);
        return !numbers.masked(text).equals(text);
    }

    /** Chance gives some a row of ten digits. */
    private static boolean isUuid(byte[] name, int from, int until) {
        if (until - from != UUID_LENGTH) {
            return false;
        }
        for (int i = 0; i < UUID_LENGTH; i++) {
            boolean hyphen = i == 8 || i == 13 || i == 18 || i == 23;
            if (hyphen ? name[from + i] != '-' : Character.digit(name[from + i], 16) < 0) {
                return false;
            }
        }
        return true;
    }

    /** A name as tables may keep it: one that holds a phone number gives way to its pseudonym. */
    String withoutNumber(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return holdsNumber(bytes, 0, bytes.length) ? pseudonym(text) : text;
    }

    /** What stands for a text that may not be kept. */
    String pseudonym(String text) {
        return MARK + HexFormat.of().formatHex(key.ofText(text));
    }

    /** The key of a row. */
    static String of(Record row, List<String> columns) {
        return of(Arrays.stream(row.getClass().getRecordComponents())
                .filter(component -> columns.contains(Table.snakeCase(component.getName())))
                .map(component -> value(row, component))
                .toList());
    }

    /** The key of values, in the order of the row's columns. */
    static String of(List<Optional<Object>> values) {
        return values.stream()
                .map(value -> value.map(RecordKey::text).orElse(""))
                .collect(Collectors.joining("|"));
    }

    private static String text(Object value) {
        return value instanceof Enum<?> word ? word.name().toLowerCase(Locale.ROOT) : String.valueOf(value);
    }

    private static Optional<Object> value(Record row, RecordComponent component) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return Optional.ofNullable(accessor.invoke(row));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A record gives its components.", e);
        }
    }
}
