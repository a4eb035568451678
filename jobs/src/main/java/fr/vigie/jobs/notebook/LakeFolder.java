package fr.vigie.jobs.notebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.hadoop.HadoopTables;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.types.Types.NestedField;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * A lake that stands in a folder, read straight into Tablesaw tables: what a notebook needs, in about a second and
 * without a Spark session. Large tables are read through a filter, since a table in a notebook stands in memory.
 */
public final class LakeFolder {
    private final Path folder;

    private LakeFolder(Path folder) {
        this.folder = folder.toAbsolutePath();
    }

    /** The lake in that folder, for instance {@code workspace/lake}. */
    public static LakeFolder at(Path folder) {
        return new LakeFolder(folder);
    }

    /** All rows of a table. */
    public Table table(String name) {
        return table(name, Map.of());
    }

    /**
     * The rows of a table whose columns have the given values.
     *
     * <p>Columns that Tablesaw has no type for are left out, callers' keys among them.
     *
     * @param name the table, e.g. {@code load}
     * @param where values by column, e.g. {@code level} to {@code network}
     */
    public Table table(String name, Map<String, ?> where) {
        var source = new HadoopTables(new Configuration())
                .load(folder.resolve("vigie").resolve(name).toString());
        Table table = Table.create(name);
        List<ColumnFiller> fillers = new ArrayList<>();
        for (NestedField field : source.schema().columns()) {
            ColumnFiller filler = ColumnFiller.of(field);
            if (filler != null) {
                fillers.add(filler);
                table.addColumns(filler.column());
            }
        }
        Expression filter = where.entrySet().stream()
                .map(entry -> (Expression) Expressions.equal(entry.getKey(), entry.getValue()))
                .reduce(Expressions.alwaysTrue(), Expressions::and);
        try (CloseableIterable<Record> rows =
                IcebergGenerics.read(source).where(filter).build()) {
            for (Record row : rows) {
                fillers.forEach(filler -> filler.append(row));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The table " + name + " in " + folder + " cannot be read.", e);
        }
        return table;
    }

    /** A column and the way a value of the lake gets into it. */
    private record ColumnFiller(Column<?> column, Consumer<Object> append) {

        static @Nullable ColumnFiller of(NestedField field) {
            String name = field.name();
            return switch (field.type().typeId()) {
                case STRING -> of(StringColumn.create(name), String.class, StringColumn::append);
                case INTEGER -> of(IntColumn.create(name), Integer.class, IntColumn::append);
                case LONG -> of(LongColumn.create(name), Long.class, LongColumn::append);
                case DOUBLE -> of(DoubleColumn.create(name), Double.class, DoubleColumn::append);
                case BOOLEAN -> of(BooleanColumn.create(name), Boolean.class, BooleanColumn::append);
                case DATE -> of(DateColumn.create(name), LocalDate.class, DateColumn::append);
                case TIMESTAMP -> of(
                        InstantColumn.create(name),
                        OffsetDateTime.class,
                        (column, value) -> column.append(value.toInstant()));
                default -> null;
            };
        }

        private static <C extends Column<?>, T> ColumnFiller of(C column, Class<T> type, BiConsumer<C, T> append) {
            return new ColumnFiller(column, value -> append.accept(column, type.cast(value)));
        }

        void append(Record row) {
            Object value = row.getField(column.name());
            if (value == null) {
                column.appendMissing();
            } else {
                append.accept(value);
            }
        }
    }
}
