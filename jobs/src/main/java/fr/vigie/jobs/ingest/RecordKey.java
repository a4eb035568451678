package fr.vigie.jobs.ingest;

import fr.vigie.jobs.lake.Table;
import fr.vigie.privacy.PhoneMask;
import fr.vigie.privacy.PseudonymKey;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What names a record, as a reject may keep it: the values of its table's key, separated by {@code |}; a text that holds a
 * phone number, as the call names of some exchanges do, or is too long is replaced by its pseudonym. Belongs to one thread.
 */
final class RecordKey {
    private static final int LONGEST = 200;

    private final PseudonymKey key;

    RecordKey(PseudonymKey key) {
        this.key = key;
    }

    /** The key as it may be kept; null where there is none. */
    @Nullable
    String shown(@Nullable String text) {
        if (text == null || (text.length() <= LONGEST && !holdsNumber(text))) {
            return text;
        }
        return "#" + HexFormat.of().formatHex(key.ofText(text));
    }

    /** Most keys are seen at a glance to hold none. */
    private static boolean holdsNumber(String text) {
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            digits += c >= '0' && c <= '9' ? 1 : 0;
        }
        return digits >= 7 && !PhoneMask.maskIn(text).equals(text);
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
