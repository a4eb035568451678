package fr.vigie.jobs.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import fr.vigie.jobs.Printable;
import fr.vigie.jobs.lake.Table;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Flat records as CSV: a column a component in snake case, an empty cell for what is absent, texts as spreadsheets may have
 * them.
 */
final class RecordCsv {
    private RecordCsv() {}

    static String of(List<? extends Record> rows, Class<? extends Record> type) {
        var parts = Arrays.stream(type.getRecordComponents())
                .filter(part -> !List.class.isAssignableFrom(part.getType()))
                .toList();
        var out = new StringWriter();
        try (var csv = CsvWriter.builder().build(out)) {
            csv.writeRecord(
                    parts.stream().map(part -> Table.snakeCase(part.getName())).toList());
            for (var row : rows) {
                csv.writeRecord(
                        parts.stream().map(part -> cell(read(row, part))).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static String cell(@Nullable Object value) {
        if (value instanceof Optional<?> optional) {
            return cell(optional.orElse(null));
        }
        if (value instanceof OptionalDouble number) {
            return number.isPresent() ? String.valueOf(number.getAsDouble()) : "";
        }
        if (value instanceof OptionalInt number) {
            return number.isPresent() ? String.valueOf(number.getAsInt()) : "";
        }
        if (value == null) {
            return "";
        }
        return value instanceof Number ? value.toString() : Printable.spreadsheetCell(value.toString());
    }

    private static @Nullable Object read(Record row, RecordComponent part) {
        try {
            return part.getAccessor().invoke(row);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("The component " + part + " cannot be read.", e);
        }
    }
}
