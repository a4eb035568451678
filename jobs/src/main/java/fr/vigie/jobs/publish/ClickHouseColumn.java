package fr.vigie.jobs.publish;

import fr.vigie.jobs.lake.Table;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column of a published table, as declared by a component of the row's record.
 *
 * <p>Instants are columns in UTC, whatever the server's zone. Binary columns have no type here: they hold callers'
 * keys, which never leave the lake.
 */
record ClickHouseColumn(RecordComponent component, String type) {

    static List<ClickHouseColumn> of(Class<? extends Record> row) {
        return Arrays.stream(row.getRecordComponents())
                .map(c -> new ClickHouseColumn(c, columnType(c)))
                .toList();
    }

    String name() {
        return '`' + Table.snakeCase(component.getName()) + '`';
    }

    String declaration() {
        return name() + ' ' + type;
    }

    @Nullable
    Object valueIn(Record row) {
        try {
            return component.getAccessor().invoke(row);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("A row's " + component.getName() + " cannot be read.", e);
        }
    }

    private static String columnType(RecordComponent component) {
        boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        if (component.getType() == String.class) {
            return nullable ? "LowCardinality(Nullable(String))" : "LowCardinality(String)";
        }
        String type = plainType(component);
        return nullable ? "Nullable(" + type + ")" : type;
    }

    private static String plainType(RecordComponent component) {
        Class<?> type = component.getType();
        if (type == int.class || type == Integer.class) return "Int32";
        if (type == long.class || type == Long.class) return "Int64";
        if (type == double.class || type == Double.class) return "Float64";
        if (type == boolean.class || type == Boolean.class) return "Bool";
        if (type == Instant.class) return "DateTime64(3, 'UTC')";
        if (type == LocalDate.class) return "Date";
        throw new IllegalArgumentException("The column %s of %s is %s, which is not published."
                .formatted(component.getName(), component.getDeclaringRecord().getSimpleName(), type.getSimpleName()));
    }
}
