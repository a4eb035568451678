package fr.vigie.jobs.lake;

import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import fr.vigie.jobs.error.Suggestion;
import fr.vigie.jobs.error.UserError;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.apache.spark.sql.Column;

/**
 * A condition {@code COLUMN=VALUE}, its value read as the column's type: a time with its offset or by the service's
 * clock, bytes as hexadecimal digits. A list has the value; no value at all is an empty column.
 *
 * @param column a column of the table
 * @param type the type of its values
 * @param value as it was written
 */
record Condition(String column, Class<?> type, String value) {

    static Condition of(String text, Table<?> table) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw UserError.usage("The condition '%s' is not like COLUMN=VALUE.".formatted(text));
        }
        var column = text.substring(0, equals).strip();
        int position = table.columns().indexOf(column);
        if (position < 0) {
            throw UserError.usage("The table '%s' has no column '%s'.%s"
                    .formatted(table.name(), column, Suggestion.of(column, table.columns())));
        }
        var type = table.row().getRecordComponents()[position].getType();
        return new Condition(column, type, text.substring(equals + 1).strip());
    }

    /** Whether a row fulfils it. */
    Column holds(ZoneId zone) {
        if (value.isEmpty()) {
            return col(column).isNull().or(col(column).cast("string").equalTo(""));
        }
        if (type == List.class) {
            return array_contains(col(column), value);
        }
        try {
            return col(column).equalTo(lit(parsed(zone)));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw UserError.usage("%s=%s: the column holds %s.".formatted(column, value, kind()));
        }
    }

    private Object parsed(ZoneId zone) {
        if (type == Instant.class) {
            return instant(zone);
        } else if (type == LocalDate.class) {
            return LocalDate.parse(value);
        } else if (type == byte[].class) {
            return HexFormat.of().parseHex(value);
        } else if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return Long.valueOf(value);
        } else if (type == double.class || type == Double.class) {
            return Double.valueOf(value);
        } else if (type == boolean.class || type == Boolean.class) {
            if (!List.of("true", "false").contains(value)) {
                throw new IllegalArgumentException(value);
            }
            return Boolean.valueOf(value);
        }
        return value;
    }

    private Instant instant(ZoneId zone) {
        var text = value.replace(' ', 'T');
        boolean hasOffset = text.matches(".*(Z|[+-]\\d\\d:?\\d\\d)");
        return hasOffset
                ? OffsetDateTime.parse(text).toInstant()
                : LocalDateTime.parse(text).atZone(zone).toInstant();
    }

    private String kind() {
        if (type == Instant.class) {
            return "times such as 2026-03-30T08:00:00Z";
        } else if (type == LocalDate.class) {
            return "days such as 2026-03-30";
        } else if (type == byte[].class) {
            return "bytes as hexadecimal digits, two a byte";
        } else if (Arrays.asList(boolean.class, Boolean.class).contains(type)) {
            return "true or false";
        }
        return "numbers";
    }
}
