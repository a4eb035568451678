package fr.vigie.jobs.cli;

import fr.vigie.calendar.Occasion;
import fr.vigie.forecast.PlaceOccasions;
import fr.vigie.input.Event;
import fr.vigie.input.EventKind;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A file of events, as they concern a series.
 *
 * @param holidays public holidays
 * @param halfDays days on which work ends early
 * @param occasions events of the other kinds
 */
record EventsFile(Set<LocalDate> holidays, Set<LocalDate> halfDays, List<Occasion> occasions) {
    private static final int LONGEST_DAYS = 366;
    private static final int ISO_DAY = "2026-05-01".length();

    /** No file. */
    static EventsFile none() {
        return new EventsFile(Set.of(), Set.of(), List.of());
    }

    /** The events of a file with the columns starts_on, ends_on (the last day; empty: the first) and kind, an {@link EventKind}'s word. */
    static EventsFile read(Path file) {
        var events = PlainCsv.read(file, "starts_on", "ends_on", "kind").each(EventsFile::event);
        return new EventsFile(
                days(events, EventKind.HOLIDAY),
                days(events, EventKind.HALF_DAY),
                PlaceOccasions.of(events, List.of(), List.of(), LocalDate.MIN, LocalDate.MAX)
                        .ofWhole(""));
    }

    private static Set<LocalDate> days(List<Event> events, EventKind kind) {
        return events.stream()
                .filter(event -> event.kind() == kind)
                .flatMap(event -> event.startsOn().datesUntil(event.endsOn().plusDays(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Event event(PlainCsv.Row row) {
        var first = day(row.text("starts_on"), "starts_on");
        var last = row.text("ends_on").isEmpty() ? first : day(row.text("ends_on"), "ends_on");
        if (last.isBefore(first) || last.isAfter(first.plusDays(LONGEST_DAYS))) {
            throw new IllegalArgumentException(
                    "the event from %s to %s does not last 1 to %d days".formatted(first, last, LONGEST_DAYS));
        }
        return new Event("", first, last, kind(row.text("kind")), null, null);
    }

    private static EventKind kind(String word) {
        return Arrays.stream(EventKind.values())
                .filter(kind -> word(kind).equals(word.toLowerCase(Locale.ROOT).replace('_', '-')))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("%s for kind is none of %s"
                        .formatted(
                                PlainCsv.quoted(word),
                                Arrays.stream(EventKind.values())
                                        .map(EventsFile::word)
                                        .collect(Collectors.joining(", ")))));
    }

    private static String word(EventKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static LocalDate day(String text, String column) {
        try {
            if (text.length() == ISO_DAY) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(noDay(text, column), e);
        }
        throw new IllegalArgumentException(noDay(text, column));
    }

    private static String noDay(String text, String column) {
        return "%s for %s is not a day such as 2026-05-01".formatted(PlainCsv.quoted(text), column);
    }
}
