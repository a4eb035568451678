package fr.vigie.jobs.format;

import java.io.IOException;
import java.util.List;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.Util;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.SeekableInputStream;

/**
 * What the headers of a Parquet file's pages say of their sizes, looked at before the library takes them at their word and
 * asks for as much memory.
 */
final class ParquetPages {
    /** Small files may be as empty as they like. */
    private static final long ALWAYS_FINE = 64L << 20;

    /** No row that could be told from others takes less. */
    private static final long LEAST_ROW_BYTES = 16;

    private final InputFile input;
    private final long length;
    private long left;

    private ParquetPages(InputFile input) {
        this.input = input;
        this.length = input.path().toFile().length();
        this.left = Math.max(ALWAYS_FINE, length * input.limits().inflation());
    }

    /**
     * Looks at the pages of some columns.
     *
     * @throws BadFile when they do not lie within the file, or unpack to more than the limits allow
     */
    static void check(InputFile input, List<BlockMetaData> rowGroups, List<String> columns) throws IOException {
        var pages = new ParquetPages(input);
        try (var bytes = new LocalInputFile(input.path()).newStream()) {
            for (var rowGroup : rowGroups) {
                pages.take(sized(rowGroup.getRowCount(), Long.MAX_VALUE / LEAST_ROW_BYTES) * LEAST_ROW_BYTES);
                for (var column : rowGroup.getColumns()) {
                    if (columns.contains(column.getPath().toDotString())) {
                        pages.check(bytes, column);
                    }
                }
            }
        }
    }

    private void check(SeekableInputStream bytes, ColumnChunkMetaData column) throws IOException {
        long at = column.getStartingPos();
        long values = column.getValueCount();
        while (values > 0) {
            bytes.seek(sized(at, length));
            var page = Util.readPageHeader(bytes);
            at = bytes.getPos() + sized(page.getCompressed_page_size(), length - bytes.getPos());
            take(sized(page.getUncompressed_page_size(), Integer.MAX_VALUE));
            values -= values(page);
        }
    }

    private void take(long unpacked) {
        left -= unpacked;
        if (left < 0) {
            throw new BadFile(
                    "grows to more than %d times its size (maybe it is damaged; if it is right, set ingest.inflation higher)"
                            .formatted(input.limits().inflation()));
        }
    }

    /** How many of the column's values a page holds. */
    private static long values(PageHeader page) {
        if (page.isSetData_page_header()) {
            return sized(page.getData_page_header().getNum_values(), Integer.MAX_VALUE);
        }
        if (page.isSetData_page_header_v2()) {
            return sized(page.getData_page_header_v2().getNum_values(), Integer.MAX_VALUE);
        }
        if (page.isSetDictionary_page_header()) {
            sized(page.getDictionary_page_header().getNum_values(), page.getUncompressed_page_size());
        }
        return 0;
    }

    private static long sized(long size, long most) {
        if (size < 0 || size > most) {
            throw new BadFile("is damaged: its parts have sizes that cannot be (maybe write it again)");
        }
        return size;
    }
}
