package fr.vigie.jobs.lake;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.apache.iceberg.parquet.ParquetValueWriter;
import org.apache.iceberg.parquet.TripleWriter;
import org.apache.iceberg.shaded.org.apache.parquet.column.ColumnDescriptor;
import org.apache.iceberg.shaded.org.apache.parquet.column.ColumnWriteStore;
import org.apache.iceberg.shaded.org.apache.parquet.column.ColumnWriter;
import org.apache.iceberg.shaded.org.apache.parquet.io.api.Binary;
import org.apache.iceberg.shaded.org.apache.parquet.schema.MessageType;
import org.apache.spark.sql.catalyst.expressions.XXH64;
import org.apache.spark.unsafe.Platform;

/**
 * The cells of a row as it is written to a data file, one after the other in the order of the table's columns: several
 * times as fast as rows of Spark, since no value is boxed or copied on the way.
 */
public final class Cells {
    /** The seed of Spark's xxhash64. */
    private static final long SEED = 42;

    private final List<ColumnDescriptor> types;
    private final ColumnWriter[] columns;
    private int at;

    // The hash of the row so far, as Spark's xxhash64 has it, and the sum over all rows as one number of 128 bits.
    private long hash;
    private long rows;
    private long low;
    private long high;

    Cells(MessageType type) {
        types = type.getColumns();
        columns = new ColumnWriter[types.size()];
    }

    /** How a row is taken apart into cells: as many as the table has columns. */
    @FunctionalInterface
    public interface Layout<T> {
        void write(T row, Cells cells);
    }

    /** A text, in UTF-8, or any bytes. */
    public void bytes(byte[] bytes) {
        bytes(bytes, 0, bytes.length);
    }

    /** A part of some bytes, which may change afterwards. */
    public void bytes(byte[] bytes, int from, int length) {
        hash = XXH64.hashUnsafeBytes(bytes, Platform.BYTE_ARRAY_OFFSET + from, length, hash);
        columns[at].write(Binary.fromReusedByteArray(bytes, from, length), 0, defined());
        at++;
    }

    public void number(int value) {
        hash = XXH64.hashInt(value, hash);
        columns[at].write(value, 0, defined());
        at++;
    }

    /** A whole number, or an instant as microseconds since 1970-01-01T00:00Z. */
    public void number(long value) {
        hash = XXH64.hashLong(value, hash);
        columns[at].write(value, 0, defined());
        at++;
    }

    public void number(double value) {
        hash = XXH64.hashLong(Double.doubleToLongBits(value == 0 ? 0 : value), hash);
        columns[at].write(value, 0, defined());
        at++;
    }

    /** No value. */
    public void none() {
        columns[at].writeNull(0, defined() - 1);
        at++;
    }

    private int defined() {
        return types.get(at).getMaxDefinitionLevel();
    }

    private void begin() {
        at = 0;
        hash = SEED;
    }

    private void end() {
        if (at != columns.length) {
            throw new IllegalStateException(
                    "A row of %d cells for a table of %d columns.".formatted(at, columns.length));
        }
        rows++;
        long sum = low + hash;
        high += (hash >> 63) + (Long.compareUnsigned(sum, low) < 0 ? 1 : 0);
        low = sum;
    }

    /** What has been written: the same as {@link Lake#digest} says of a table of these rows. */
    Digest digest() {
        var sum = BigInteger.valueOf(high).shiftLeft(64).add(new BigInteger(Long.toUnsignedString(low)));
        return new Digest(rows, new BigDecimal(sum));
    }

    /** Parquet's view of it. */
    static <T> ParquetValueWriter<T> writer(Cells cells, Layout<T> layout) {
        return new ParquetValueWriter<>() {
            @Override
            public void write(int repetition, T row) {
                cells.begin();
                layout.write(row, cells);
                cells.end();
            }

            @Override
            public List<TripleWriter<?>> columns() {
                return List.of();
            }

            @Override
            public void setColumnStore(ColumnWriteStore store) {
                for (int i = 0; i < cells.columns.length; i++) {
                    cells.columns[i] = store.getColumnWriter(cells.types.get(i));
                }
            }
        };
    }
}
