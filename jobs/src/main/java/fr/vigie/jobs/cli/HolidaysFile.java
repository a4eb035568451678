package fr.vigie.jobs.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Set;
import java.util.TreeSet;

/** The public holidays of a file of events: its rows of kind {@code holiday}; the others are left out. */
final class HolidaysFile {
    private static final int LONGEST_DAYS = 366;

    private HolidaysFile() {}

    /** The days of a file with the columns starts_on, ends_on (the last day; empty: the first) and kind. */
    static Set<LocalDate> read(Path file) {
        var days = new TreeSet<LocalDate>();
        for (var own : PlainCsv.read(file, "starts_on", "ends_on", "kind").each(HolidaysFile::days)) {
            days.addAll(own);
        }
        return days;
    }

    private static Set<LocalDate> days(PlainCsv.Row row) {
        var first = day(row.text("starts_on"), "starts_on");
        var last = row.text("ends_on").isEmpty() ? first : day(row.text("ends_on"), "ends_on");
        if (last.isBefore(first) || last.isAfter(first.plusDays(LONGEST_DAYS))) {
            throw new IllegalArgumentException(
                    "the event from %s to %s does not last 1 to %d days".formatted(first, last, LONGEST_DAYS));
        }
        var days = new TreeSet<LocalDate>();
        if (row.text("kind").equals("holiday")) {
            first.datesUntil(last.plusDays(1)).forEach(days::add);
        }
        return days;
    }

    private static LocalDate day(String text, String column) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "'%s' for %s is not a day such as 2026-05-01".formatted(text, column), e);
        }
    }
}
