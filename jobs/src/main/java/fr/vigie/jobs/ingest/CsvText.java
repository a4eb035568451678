package fr.vigie.jobs.ingest;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A delimited text with a header line, RFC 4180 quoting, read record by record. */
final class CsvText {
    private static final int HEADER_LOOK_AHEAD = 1 << 20;

    private final List<String> header;
    private final Iterator<CsvRecord> records;

    private CsvText(List<String> header, Iterator<CsvRecord> records) {
        this.header = header;
        this.records = records;
    }

    /**
     * Opens a text at its header.
     *
     * @param delimiter the field separator; null: {@code ;} where the header has more of them than {@code ,}
     */
    static CsvText open(BufferedReader text, @Nullable Character delimiter) {
        try {
            text.mark(HEADER_LOOK_AHEAD);
            if (text.read() != '\uFEFF') {
                text.reset();
            }
            text.mark(HEADER_LOOK_AHEAD);
            var first = text.readLine();
            text.reset();
            if (first == null || first.isBlank()) {
                throw new BadFile("is empty: it has no header line");
            }
            char separator = delimiter != null ? delimiter : guess(first);
            var records = CsvReader.builder()
                    .fieldSeparator(separator)
                    .allowUnclosedQuote(false)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .ofCsvRecord(text)
                    .iterator();
            var header = records.next().getFields().stream().map(String::strip).toList();
            return new CsvText(header, records);
        } catch (CsvParseException e) {
            throw unreadable(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A quote that is never closed would otherwise swallow every record after it. */
    private static BadFile unreadable(CsvParseException e) {
        return new BadFile("cannot be read as delimited text: " + e.getMessage() + " (maybe a quote is never closed)");
    }

    List<String> header() {
        return header;
    }

    /** The next record; null at the end. */
    @Nullable
    CsvRecord next() {
        try {
            return records.hasNext() ? records.next() : null;
        } catch (CsvParseException e) {
            throw unreadable(e);
        }
    }

    private static char guess(String header) {
        return header.chars().filter(c -> c == ';').count()
                        > header.chars().filter(c -> c == ',').count()
                ? ';'
                : ',';
    }

    /** Where a column stands; fails when a required one is absent. */
    static int[] positions(List<String> header, List<String> names, List<String> required) {
        var missing = required.stream().filter(c -> !header.contains(c)).toList();
        if (!missing.isEmpty()) {
            throw new BadFile("lacks the required column%s %s; its header has %s%s"
                    .formatted(
                            missing.size() > 1 ? "s" : "",
                            String.join(", ", missing),
                            String.join(
                                    ", ",
                                    header.stream()
                                            .map(CsvText::shown)
                                            .limit(30)
                                            .toList()),
                            header.size() == 1 ? " (maybe the delimiter is another one)" : ""));
        }
        return names.stream().mapToInt(header::indexOf).toArray();
    }

    private static String shown(String column) {
        return column.length() > 60 ? column.substring(0, 60) + "…" : column;
    }

    static @Nullable String field(CsvRecord record, int position) {
        if (position < 0 || position >= record.getFieldCount()) {
            return null;
        }
        var text = record.getField(position).strip();
        return text.isEmpty() ? null : text;
    }

    /** A record with another number of fields than the header has. */
    static @Nullable Problem fieldCount(CsvRecord record, int expected) {
        return record.getFieldCount() == expected
                ? null
                : new Problem("wrong-number-of-fields", "%d instead of %d".formatted(record.getFieldCount(), expected));
    }
}
