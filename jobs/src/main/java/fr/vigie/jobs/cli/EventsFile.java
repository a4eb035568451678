package fr.vigie.jobs.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The holidays of a file of events: its rows of the kinds holiday and half-day; the others are left out.
 *
 * @param holidays public holidays
 * @param halfDays days on which work ends early
 */
record HolidaysFile(Set<LocalDate> holidays, Set<LocalDate> halfDays) {
    private static final int LONGEST_DAYS = 366;

    /** No file. */
    static HolidaysFile none() {
        return new HolidaysFile(Set.of(), Set.of());
    }

    /** The days of a file with the columns starts_on, ends_on (the last day; empty: the first) and kind. */
    static HolidaysFile read(Path file) {
        var holidays = new TreeSet<LocalDate>();
        var halfDays = new TreeSet<LocalDate>();
        for (var event : PlainCsv.read(file, "starts_on", "ends_on", "kind").each(HolidaysFile::event)) {
            switch (event.kind()) {
                case "holiday" -> holidays.addAll(event.days());
                case "half-day" -> halfDays.addAll(event.days());
                default -> {}
            }
        }
        return new HolidaysFile(holidays, halfDays);
    }

    private record Event(String kind, List<LocalDate> days) {}

    private static Event event(PlainCsv.Row row) {
        var first = day(row.text("starts_on"), "starts_on");
        var last = row.text("ends_on").isEmpty() ? first : day(row.text("ends_on"), "ends_on");
        if (last.isBefore(first) || last.isAfter(first.plusDays(LONGEST_DAYS))) {
            throw new IllegalArgumentException(
                    "the event from %s to %s does not last 1 to %d days".formatted(first, last, LONGEST_DAYS));
        }
        return new Event(row.text("kind"), first.datesUntil(last.plusDays(1)).toList());
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
