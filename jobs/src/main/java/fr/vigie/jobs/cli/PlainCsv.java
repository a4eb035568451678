package fr.vigie.jobs.cli;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import fr.vigie.jobs.error.UserError;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/**
 * A small CSV file for the tools that work on plain files: UTF-8, {@code ,} or {@code ;}, a header line, columns found
 * by name, {@code .gz} accepted. Whatever is wrong with it is one line that names the file, and the line in it.
 */
final class PlainCsv {
    private static final int LOOK_AHEAD = 1 << 16;
    /** What may be a column; a telephone number may not. */
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\d_.-]*");

    private static final int LONGEST_SHOWN = 60;
    /** Possessive, so that a text of many digits that is no number is refused at once. */
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d++\\.?+\\d*+|\\.\\d++)([eE][-+]?\\d{1,4})?");

    private final Path file;
    private final List<String> header;
    private final List<Row> rows;

    /** A record and the line on which it begins. */
    final class Row {
        private final CsvRecord record;
        private final String subject;

        private Row(CsvRecord record, String subject) {
            this.record = record;
            this.subject = subject;
        }

        /** The same record, as complaints shall speak of it, e.g. {@code series 'a'}. */
        Row about(String whom) {
            return new Row(record, ", " + shown(whom));
        }

        /** The text of a column, without blanks around; empty where the file has no such column. */
        String text(String column) {
            int at = header.indexOf(column);
            return at < 0 ? "" : record.getField(at).strip();
        }

        /** The finite number in a column. */
        double number(String column) {
            var text = text(column);
            double number = parsed(text);
            if (!Double.isFinite(number)) {
                throw wrong("%s for %s is not a finite number%s"
                        .formatted(quoted(text), column, text.indexOf(',') < 0 ? "" : "; decimals follow a point"));
            }
            return number;
        }

        /** What is made of the record; what its maker refuses is refused with file and line. */
        <T> T as(Function<Row, T> maker) {
            try {
                return maker.apply(this);
            } catch (IllegalArgumentException e) {
                throw wrong(String.valueOf(e.getMessage()));
            }
        }

        /** A complaint about this record. */
        UserError wrong(String what) {
            return UserError.failed("%s, line %d%s: %s"
                    .formatted(
                            file,
                            record.getStartingLineNumber(),
                            subject,
                            what.replaceAll("[\\p{Cntrl}&&[^\n]]", " ")));
        }
    }

    private PlainCsv(Path file, List<String> header, List<CsvRecord> records) {
        this.file = file;
        this.header = header;
        rows = records.stream().map(record -> new Row(record, "")).toList();
    }

    List<Row> rows() {
        return rows;
    }

    /** What is made of each record. */
    <T> List<T> each(Function<Row, T> maker) {
        return rows.stream().map(row -> row.as(maker)).toList();
    }

    /** The same file, in which no two records may have the same texts in these columns. */
    PlainCsv withKey(String... columns) {
        var seen = new HashMap<List<String>, Row>();
        for (var row : rows) {
            var key = Arrays.stream(columns).map(row::text).toList();
            var first = seen.putIfAbsent(key, row);
            if (first != null) {
                throw row.wrong("%s '%s' stands there twice, first on line %d"
                        .formatted(
                                String.join(", ", columns),
                                shown(String.join(", ", key)),
                                first.record.getStartingLineNumber()));
            }
        }
        return this;
    }

    /** Reads a file that must have these columns and at least one row. */
    static PlainCsv read(Path file, String... required) {
        if (Files.isDirectory(file)) {
            throw UserError.failed(
                    "The file %s cannot be read: it is a folder.\nMaybe name a file in it.".formatted(file));
        }
        try (var in = Files.newInputStream(file);
                var text = reader(file, in)) {
            return read(file, text, required);
        } catch (NoSuchFileException e) {
            throw UserError.failed("The file %s does not exist.\nMaybe its name is misspelt.".formatted(file));
        } catch (AccessDeniedException e) {
            throw UserError.failed("The file %s cannot be read: it belongs to somebody else.".formatted(file));
        } catch (CharacterCodingException e) {
            throw UserError.failed(
                    "The file %s is not UTF-8.\nMaybe convert it (iconv -f windows-1252 -t utf-8), or it is compressed and its name does not end in .gz."
                            .formatted(file));
        } catch (IOException e) {
            throw UserError.failed(
                    isPacked(file)
                            ? "The file %s is cut off in the middle, damaged, or is not compressed as its name says.\nMaybe copy it again."
                                    .formatted(file)
                            : "The file %s cannot be read: %s.".formatted(file, e.getMessage()));
        }
    }

    private static boolean isPacked(Path file) {
        return file.toString().endsWith(".gz");
    }

    private static BufferedReader reader(Path file, InputStream in) throws IOException {
        var plain = isPacked(file) ? new GzipCompressorInputStream(in, true) : in;
        return new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8.newDecoder()), LOOK_AHEAD);
    }

    private static PlainCsv read(Path file, BufferedReader text, String... required) throws IOException {
        var records = new ArrayList<CsvRecord>();
        try (var csv = CsvReader.builder()
                .fieldSeparator(separator(file, text))
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            csv.forEach(records::add);
        } catch (UncheckedIOException e) {
            throw Objects.requireNonNull(e.getCause());
        } catch (CsvParseException e) {
            throw UserError.failed(
                    "The file %s is no CSV file: %s.\nMaybe a quote is never closed.".formatted(file, e.getMessage()));
        }
        if (records.isEmpty()) {
            throw UserError.failed("The file %s is empty.\nMaybe its export failed.".formatted(file));
        }
        var header = records.remove(0).getFields().stream().map(String::strip).toList();
        var missing = Arrays.stream(required).filter(c -> !header.contains(c)).toList();
        if (!missing.isEmpty()) {
            throw UserError.failed(
                    "The file %s lacks the column %s; its first line %s.\nMaybe rename its columns: %s are looked for."
                            .formatted(
                                    file,
                                    String.join(", ", missing),
                                    header.stream().allMatch(name -> NAME.matcher(name)
                                                    .matches())
                                            ? "has " + shown(String.join(", ", header))
                                            : "is no header",
                                    String.join(", ", required)));
        }
        var seen = new HashSet<String>();
        var twice = header.stream().filter(c -> !c.isEmpty() && !seen.add(c)).findFirst();
        if (twice.isPresent()) {
            throw UserError.failed("The file %s has the column %s twice.\nMaybe remove one of them."
                    .formatted(file, shown(twice.get())));
        }
        if (records.isEmpty()) {
            throw UserError.failed("The file %s has a header and no row.\nMaybe its export failed.".formatted(file));
        }
        var csv = new PlainCsv(file, header, records);
        for (var row : csv.rows) {
            if (row.record.getFieldCount() != header.size()) {
                throw row.wrong(
                        "%d fields instead of the header's %d.\nMaybe a text with a separator in it lacks its quotes."
                                .formatted(row.record.getFieldCount(), header.size()));
            }
        }
        return csv;
    }

    /** Looks at the beginning, past a byte order mark, without moving on. */
    private static char separator(Path file, BufferedReader text) throws IOException {
        text.mark(1);
        if (text.read() != '\uFEFF') {
            text.reset();
        }
        text.mark(LOOK_AHEAD);
        var head = new char[LOOK_AHEAD];
        int length = Math.max(0, text.read(head));
        text.reset();
        var beginning = new String(head, 0, length);
        if (beginning.indexOf('\0') >= 0) {
            throw UserError.failed("The file %s is no text.\nMaybe it is a spreadsheet or UTF-16.".formatted(file));
        }
        var first = beginning.lines().findFirst().orElse("");
        return first.indexOf(';') >= 0 ? ';' : ',';
    }

    /** A number as programs write it, without the letters and words that Java takes too; NaN if it is none. */
    static double parsed(String text) {
        return NUMBER.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
    }

    /** A word of the file as it stands there; of more than a word, which may tell of somebody, only how long it is. */
    static String quoted(String text) {
        return text.indexOf(' ') < 0 && text.indexOf('\u00a0') < 0
                ? "'" + shown(text) + "'"
                : "a text of %d characters".formatted(text.length());
    }

    /** A text of the file as a message may show it: on one line, and not too long. */
    static String shown(String text) {
        var line = text.replaceAll("\\p{Cntrl}", "?");
        return line.length() > LONGEST_SHOWN ? line.substring(0, LONGEST_SHOWN) + "…" : line;
    }
}
