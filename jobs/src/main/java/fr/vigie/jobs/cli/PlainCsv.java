package fr.vigie.jobs.cli;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import fr.vigie.jobs.error.UserError;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A small CSV file for the tools that work on plain files: UTF-8, {@code ,} or {@code ;}, a header line, columns found
 * by name, {@code .gz} accepted. Whatever is wrong with it is one clear line.
 */
final class PlainCsv {
    private final Path file;
    private final List<String> header;
    private final List<Row> rows;

    /** A record and the line on which it begins. */
    final class Row {
        private final CsvRecord record;

        private Row(CsvRecord record) {
            this.record = record;
        }

        long line() {
            return record.getStartingLineNumber();
        }

        /** The text of a column, without blanks around; empty where the file has no such column. */
        String text(String column) {
            int at = header.indexOf(column);
            return at < 0 ? "" : record.getField(at).strip();
        }

        /** The finite number in a column. */
        double number(String column) {
            try {
                double number = Double.parseDouble(text(column));
                if (Double.isFinite(number)) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // Told below, as an infinite number is.
            }
            throw UserError.usage("'%s' for %s on line %d of %s is not a finite number."
                    .formatted(text(column), column, line(), file));
        }
    }

    private PlainCsv(Path file, List<String> header, List<CsvRecord> records) {
        this.file = file;
        this.header = header;
        rows = records.stream().map(Row::new).toList();
    }

    List<Row> rows() {
        return rows;
    }

    /** Reads a file that must have these columns and at least one row. */
    static PlainCsv read(Path file, String... required) {
        try (var in = Files.newInputStream(file);
                var text = reader(file, in)) {
            return read(file, text, required);
        } catch (NoSuchFileException e) {
            throw UserError.usage("The file %s does not exist.".formatted(file));
        } catch (CharacterCodingException e) {
            throw UserError.usage("The file %s is not UTF-8.".formatted(file));
        } catch (EOFException | ZipException e) {
            throw UserError.usage("The file %s is cut or is no gzip file.".formatted(file));
        } catch (IOException e) {
            throw UserError.usage("The file %s cannot be read (%s).".formatted(file, e.getMessage()));
        }
    }

    private static BufferedReader reader(Path file, InputStream in) throws IOException {
        var plain = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
        return new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8.newDecoder()));
    }

    private static PlainCsv read(Path file, BufferedReader text, String... required) throws IOException {
        text.mark(1 << 16);
        var first = text.readLine();
        if (first == null || first.isBlank()) {
            throw UserError.usage("The file %s is empty.".formatted(file));
        }
        text.reset();
        char separator = first.indexOf(';') >= 0 ? ';' : ',';
        var records = new ArrayList<CsvRecord>();
        try (var csv = CsvReader.builder()
                .fieldSeparator(separator)
                .detectBomHeader(false)
                .ofCsvRecord(text)) {
            csv.forEach(records::add);
        } catch (CsvParseException e) {
            throw UserError.usage("The file %s is no CSV file with the same number of fields on each line: %s"
                    .formatted(file, e.getMessage()));
        }
        var header = records.remove(0).getFields().stream()
                .map(name -> name.replace("\uFEFF", "").strip())
                .toList();
        var missing = Arrays.stream(required).filter(c -> !header.contains(c)).toList();
        if (!missing.isEmpty()) {
            throw UserError.usage("The file %s lacks the column %s; it has %s."
                    .formatted(file, String.join(", ", missing), String.join(", ", header)));
        }
        if (records.isEmpty()) {
            throw UserError.usage("The file %s has a header and no row.".formatted(file));
        }
        return new PlainCsv(file, header, records);
    }
}
