package fr.vigie.jobs.lake;

import fr.vigie.jobs.spark.RecordEncoder;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;

/**
 * A table of the lake, declared once: its name, the record of a row, and what it is partitioned by.
 *
 * <p>A component {@code startsAt} of the record is the column {@code starts_at}.
 *
 * @param name the table's name in the catalog
 * @param row the record of a row
 * @param partition how files are laid out
 * @param key the columns that name a row; empty where rows have no key
 */
public record Table<R extends Record>(String name, Class<R> row, Partition partition, List<String> key) {
    static final String CATALOG = "lake";
    static final String NAMESPACE = "vigie";

    /** How a table's files are laid out. Few partitions: hundreds of small ones cost seconds. */
    public enum Partition {
        NONE,
        /** By month of {@code local_date}. */
        MONTH,
        /** By {@code as_of}: a later date never touches an earlier one. */
        AS_OF;

        /** The partitioning columns. */
        List<Column> columns() {
            return switch (this) {
                case NONE -> List.of();
                case MONTH -> List.of(functions.months(functions.col("local_date")));
                case AS_OF -> List.of(functions.col("as_of"));
            };
        }
    }

    public Table {
        key = List.copyOf(key);
    }

    /** The table's name with its catalog. */
    public String qualifiedName() {
        return CATALOG + "." + NAMESPACE + "." + name;
    }

    /** The same to Iceberg. */
    TableIdentifier identifier() {
        return TableIdentifier.of(NAMESPACE, name);
    }

    /** Spark's encoder of a row. */
    public Encoder<R> encoder() {
        return RecordEncoder.of(row);
    }

    /** The columns in order, as the table names them. */
    public List<String> columns() {
        return Arrays.stream(row.getRecordComponents())
                .map(RecordComponent::getName)
                .map(Table::snakeCase)
                .toList();
    }

    /** The columns that a stored table has not and that may be null: those that newer versions of the record have. */
    List<StructField> lacking(Collection<String> stored) {
        var fields = encoder().schema();
        return Arrays.stream(row.getRecordComponents())
                .filter(c -> !c.getType().isPrimitive() && !stored.contains(snakeCase(c.getName())))
                .map(c -> new StructField(
                        snakeCase(c.getName()), fields.apply(c.getName()).dataType(), true, Metadata.empty()))
                .toList();
    }

    /** The rows' components renamed to the table's columns. */
    Column[] toColumns() {
        return Arrays.stream(row.getRecordComponents())
                .map(c -> lower(c, functions.col(c.getName())).as(snakeCase(c.getName())))
                .toArray(Column[]::new);
    }

    /** The table's columns renamed to the rows' components. */
    Column[] toComponents() {
        return Arrays.stream(row.getRecordComponents())
                .map(c -> upper(c, functions.col(snakeCase(c.getName()))).as(c.getName()))
                .toArray(Column[]::new);
    }

    /** Tables hold the words of the input files, in lower case, where a record has a Java enum. */
    private static Column lower(RecordComponent component, Column column) {
        return component.getType().isEnum() ? functions.lower(column) : column;
    }

    private static Column upper(RecordComponent component, Column column) {
        return component.getType().isEnum() ? functions.upper(column) : column;
    }

    /** {@code startsAt} to {@code starts_at}; {@code q05} and {@code over60} to {@code q05} and {@code over_60}. */
    public static String snakeCase(String component) {
        var words = component.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
        return words.replaceAll("over(\\d)", "over_$1");
    }
}
