package fr.vigie.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A published roster as a workbook: the week, and its pieces one by one. The same roster gives the same bytes. */
public final class RosterWorkbook {
    private static final String CREATED = "(<dcterms:created[^>]*>)[^<]*(</dcterms:created>)";
    private static final int WIDE = 24;
    private static final int NARROW = 14;

    private RosterWorkbook() {}

    /** The bytes of an XLSX file. */
    public static byte[] bytes(RosterView view, Locale locale) {
        var words = new Words(locale, "roster");
        var pieces = view.pieces().stream()
                .sorted(Comparator.comparing(ShiftPiece::operator)
                        .thenComparing(ShiftPiece::day)
                        .thenComparingInt(ShiftPiece::from))
                .toList();
        try (var out = new ByteArrayOutputStream()) {
            try (var workbook = new Workbook(out, "Vigie", null)) {
                week(workbook.newWorksheet(words.text("sheet.week")), view, pieces, words);
                pieces(workbook.newWorksheet(words.text("sheet.pieces")), pieces, words);
            }
            return dated(out.toByteArray(), view);
        } catch (IOException e) {
            throw new UncheckedIOException("A workbook in memory cannot be written.", e);
        }
    }

    private static void week(Worksheet sheet, RosterView view, List<ShiftPiece> pieces, Words words) {
        sheet.value(0, 0, text(words.text("subtitle", view.service(), words.date(view.week()))));
        sheet.style(0, 0).bold().set();
        sheet.value(2, 0, words.text("column.operator"));
        for (int day = 0; day < 7; day++) {
            sheet.value(2, day + 1, words.shortDay(view.week().plusDays(day)));
            sheet.width(day + 1, NARROW);
        }
        sheet.value(2, 8, words.text("column.hours"));
        sheet.range(2, 0, 2, 8).style().bold().set();
        sheet.width(0, WIDE);
        var operators = new TreeMap<String, TreeMap<LocalDate, List<ShiftPiece>>>();
        pieces.forEach(piece -> operators
                .computeIfAbsent(piece.operator(), operator -> new TreeMap<>())
                .merge(piece.day(), List.of(piece), RosterWorkbook::joined));
        int row = 3;
        for (var operator : operators.entrySet()) {
            sheet.value(row, 0, text(operator.getKey()));
            int minutes = 0;
            for (var day : operator.getValue().entrySet()) {
                int column = (int) (day.getKey().toEpochDay() - view.week().toEpochDay()) + 1;
                var own = day.getValue();
                sheet.value(
                        row,
                        column,
                        "%s-%s"
                                .formatted(
                                        clock(own.get(0).from()),
                                        clock(own.get(own.size() - 1).until())));
                minutes += own.stream()
                        .filter(piece -> !piece.activity().equals("break"))
                        .mapToInt(piece -> piece.until() - piece.from())
                        .sum();
            }
            sheet.value(row, 8, minutes / 60.0);
            row++;
        }
        sheet.freezePane(1, 3);
        sheet.pageOrientation("landscape");
        sheet.fitToWidth((short) 1);
    }

    private static void pieces(Worksheet sheet, List<ShiftPiece> pieces, Words words) {
        var heads = List.of("column.operator", "column.day", "column.from", "column.until", "column.activity");
        for (int column = 0; column < heads.size(); column++) {
            sheet.value(0, column, words.text(heads.get(column)));
            sheet.width(column, column == 0 ? WIDE : NARROW);
        }
        sheet.range(0, 0, 0, heads.size() - 1).style().bold().set();
        for (int i = 0; i < pieces.size(); i++) {
            var piece = pieces.get(i);
            sheet.value(i + 1, 0, text(piece.operator()));
            sheet.value(i + 1, 1, piece.day());
            sheet.style(i + 1, 1).format("yyyy-mm-dd").set();
            sheet.value(i + 1, 2, clock(piece.from()));
            sheet.value(i + 1, 3, clock(piece.until()));
            sheet.value(i + 1, 4, words.text("activity." + piece.activity()));
        }
        sheet.freezePane(0, 1);
    }

    private static List<ShiftPiece> joined(List<ShiftPiece> a, List<ShiftPiece> b) {
        return Stream.concat(a.stream(), b.stream()).toList();
    }

    /** A text that a spreadsheet would take for a formula once somebody edits its cell is given an apostrophe. */
    private static String text(String text) {
        return text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
    }

    private static String clock(int minute) {
        return "%02d:%02d".formatted(minute / 60 % 24, minute % 60);
    }

    /**
     * The workbook as if it had been made when the roster was published, not now. Its parts tell their sizes only at the
     * file's end, so that it is read from a file, which its owner alone can see.
     */
    private static byte[] dated(byte[] workbook, RosterView view) throws IOException {
        var draft = Files.createTempFile("roster", ".xlsx");
        var bytes = new ByteArrayOutputStream();
        try {
            Files.write(draft, workbook);
            try (var in = new ZipFile(draft.toFile());
                    var out = new ZipOutputStream(bytes)) {
                for (var entry : in.stream().toList()) {
                    var copy = new ZipEntry(entry.getName());
                    copy.setTimeLocal(LocalDate.of(1980, 1, 1).atStartOfDay());
                    out.putNextEntry(copy);
                    var content = in.getInputStream(entry).readAllBytes();
                    out.write(entry.getName().equals("docProps/core.xml") ? dated(content, view.published()) : content);
                    out.closeEntry();
                }
            }
        } finally {
            Files.deleteIfExists(draft);
        }
        return bytes.toByteArray();
    }

    private static byte[] dated(byte[] properties, LocalDateTime published) {
        var at = published.withNano(0).toInstant(ZoneOffset.UTC).toString();
        return new String(properties, StandardCharsets.UTF_8)
                .replaceAll(CREATED, "$1" + at + "$2")
                .getBytes(StandardCharsets.UTF_8);
    }
}
