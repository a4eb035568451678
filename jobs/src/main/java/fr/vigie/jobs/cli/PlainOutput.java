package fr.vigie.jobs.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import fr.vigie.jobs.error.UserError;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** A CSV table into a file, or to standard output where none is named; all of it or nothing. */
final class PlainOutput {
    private PlainOutput() {}

    static void write(@Nullable Path file, CommandSpec spec, List<String> header, List<List<String>> rows) {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord(header);
            rows.forEach(csv::writeRecord);
        } catch (IOException e) {
            throw new IllegalStateException("A text in memory cannot be written.", e);
        }
        if (file == null) {
            spec.commandLine().getOut().print(text);
            spec.commandLine().getOut().flush();
            return;
        }
        try {
            Files.writeString(file, text.toString());
        } catch (IOException e) {
            throw UserError.failed("The file %s cannot be written (%s)."
                    .formatted(file, e.getClass().getSimpleName()));
        }
    }
}
