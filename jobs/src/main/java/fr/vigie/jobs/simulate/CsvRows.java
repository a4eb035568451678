package fr.vigie.jobs.simulate;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import fr.vigie.jobs.lake.Table;
import java.io.Closeable;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A CSV file of the records of one class in the canonical layout: a column a component, its name in snake case. */
final class CsvRows implements Closeable {
    private static final int BUFFER_BYTES = 1 << 16;

    private final Method[] accessors;
    private final @Nullable String[] cells;
    private final CsvWriter writer;
    private final Cells text = new Cells();

    /** Creates the file and writes its header. */
    CsvRows(Path file, Class<? extends Record> row) throws IOException {
        var components = row.getRecordComponents();
        accessors = Arrays.stream(components).map(RecordComponent::getAccessor).toArray(Method[]::new);
        cells = new String[components.length];
        writer = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .bufferSize(BUFFER_BYTES)
                .build(file, StandardCharsets.UTF_8);
        writer.writeRecord(
                Arrays.stream(components).map(c -> Table.snakeCase(c.getName())).toArray(String[]::new));
    }

    void write(Record row) {
        try {
            for (int i = 0; i < accessors.length; i++) {
                cells[i] = text.of(accessors[i].invoke(row));
            }
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("A record did not show its own component.", e);
        }
        writer.writeRecord(cells);
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
