package fr.vigie.jobs.format;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.fortuna.ical4j.model.Recur;
import org.jspecify.annotations.Nullable;

/**
 * An event of a calendar and when it takes place.
 *
 * <p>Every occurrence begins and ends at the times of day at which the first does. RFC 5545 (3.8.5.3) gives each the first
 * one's exact length instead: a nightly 20:00 to 08:00, written in the week in which the clocks change, would end at 07:00
 * or 09:00 all year.
 */
final class CalendarEvent {
    private static final int MOST_OCCURRENCES = 10_000;
    private static final Duration LONGEST = Duration.ofDays(3 * 366);
    private static final LocalDate FOREVER = LocalDate.of(2100, 1, 1);
    private static final Set<String> FREQUENCIES = Set.of("YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY");

    private final CalendarComponent component;
    private final CalendarZones zones;

    CalendarEvent(CalendarComponent component, CalendarZones zones) {
        this.component = component;
        this.zones = zones;
    }

    /**
     * A time at which an event takes place.
     *
     * @param end after the start, on the start's clock; of whole days the beginning of the day after the last
     */
    record Occurrence(CalendarTime start, CalendarTime end) {}

    CalendarComponent component() {
        return component;
    }

    /**
     * When the event takes place.
     *
     * @param from the first day on which an occurrence may begin; null: any
     * @param until the day before which it must; null: any
     * @param replaced occurrences that other events of the file replace: their {@code RECURRENCE-ID}s
     */
    List<Occurrence> occurrences(@Nullable LocalDate from, @Nullable LocalDate until, List<CalendarTime> replaced)
            throws BadValue {
        var start = start();
        var length = length(start);
        var earliest = from == null ? LocalDateTime.MIN : from.atStartOfDay();
        var latest = (until == null ? FOREVER : until).atStartOfDay();
        var starts = new TreeSet<LocalDateTime>();
        var rule = component.first("RRULE");
        if (rule.isPresent()) {
            starts.addAll(recurring(rule.get(), start, earliest, latest, until != null));
        } else {
            starts.add(start.local());
        }
        for (var time : times("RDATE")) {
            starts.add(time.in(start.zone()));
        }
        remove(starts, start, times("EXDATE"));
        remove(starts, start, replaced);

        var occurrences = new ArrayList<Occurrence>();
        for (var local : starts) {
            if (!local.isBefore(earliest) && (until == null || local.isBefore(latest))) {
                occurrences.add(new Occurrence(start.at(local), start.at(local.plus(length))));
            }
        }
        return occurrences;
    }

    /** Which occurrence of a recurring event this one replaces; null where it stands for itself. */
    @Nullable
    CalendarTime recurrenceId() throws BadValue {
        var id = component.first("RECURRENCE-ID");
        if (id.isEmpty()) {
            return null;
        }
        if (!id.get().parameter("RANGE").isEmpty()) {
            throw new BadValue("unsupported-recurrence", "RECURRENCE-ID with RANGE");
        }
        return zones.time(id.get(), id.get().value());
    }

    private CalendarTime start() throws BadValue {
        var start = component.first("DTSTART").orElseThrow(() -> new BadValue("missing-value", "DTSTART"));
        return zones.time(start, start.value());
    }

    /** How much later the wall clock shows the end; a whole day without an end is one day. */
    private Duration length(CalendarTime start) throws BadValue {
        var end = component.first("DTEND");
        var duration = component.first("DURATION");
        Duration length;
        if (end.isPresent()) {
            length = Duration.between(
                    start.local(), zones.time(end.get(), end.get().value()).in(start.zone()));
        } else if (duration.isPresent()) {
            length = duration(duration.get().value());
        } else if (start.isDay()) {
            length = Duration.ofDays(1);
        } else {
            throw new BadValue("missing-value", "DTEND");
        }
        if (start.isDay() && length.isZero()) {
            return Duration.ofDays(1);
        }
        if (length.isNegative() || length.isZero()) {
            throw new BadValue("ends-before-it-begins", "DTEND is not after DTSTART " + start.local());
        }
        if (length.compareTo(LONGEST) > 0) {
            throw new BadValue("implausible-duration", "the event lasts more than %d days".formatted(LONGEST.toDays()));
        }
        return length;
    }

    /** {@code P2W}, {@code P1DT12H}: Java knows all but weeks. */
    private static Duration duration(String text) throws BadValue {
        var value = text.strip();
        try {
            return value.endsWith("W")
                    ? Duration.ofDays(Math.multiplyExact(
                            7, Long.parseLong(value.substring(value.indexOf('P') + 1, value.length() - 1))))
                    : Duration.parse(value);
        } catch (DateTimeException | NumberFormatException | ArithmeticException e) {
            throw new BadValue("bad-value", "DURATION '" + text + "' is not one such as PT8H");
        }
    }

    private List<LocalDateTime> recurring(
            ContentLine rule, CalendarTime start, LocalDateTime earliest, LocalDateTime latest, boolean isBounded)
            throws BadValue {
        var parts = Arrays.stream(rule.value().strip().toUpperCase(Locale.ROOT).split(";", -1))
                .filter(part -> !part.isEmpty())
                .toList();
        var end = part(parts, "UNTIL=");
        if (!isBounded && end == null && part(parts, "COUNT=") == null) {
            throw new BadValue(
                    "open-ended-recurrence", "RRULE %s never ends; set 'until' in icalendar".formatted(rule.value()));
        }
        var frequency = part(parts, "FREQ=");
        if (frequency == null || !FREQUENCIES.contains(frequency)) {
            throw new BadValue("unsupported-recurrence", "RRULE " + rule.value());
        }
        var last = end == null ? latest : last(rule, end, start);
        // UNTIL is compared here: it may be of another type than the start, which the library does not bear.
        var unbounded =
                parts.stream().filter(part -> !part.startsWith("UNTIL=")).collect(Collectors.joining(";"));
        List<LocalDateTime> starts;
        try {
            starts = new Recur<LocalDateTime>(unbounded)
                    .getDates(
                            start.local(),
                            earliest.isBefore(start.local()) ? start.local() : earliest,
                            latest.isBefore(last) ? latest : last,
                            MOST_OCCURRENCES + 1);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new BadValue("bad-value", "RRULE " + rule.value() + " cannot be read");
        }
        if (starts.size() > MOST_OCCURRENCES) {
            throw new BadValue(
                    "too-many-occurrences", "RRULE %s has more than %d".formatted(rule.value(), MOST_OCCURRENCES));
        }
        return starts.stream().filter(time -> !time.isAfter(last)).toList();
    }

    /** The last time at which an occurrence may begin: within the day, or at the time, that the rule names. */
    private LocalDateTime last(ContentLine rule, String text, CalendarTime start) throws BadValue {
        var until = zones.time(rule, text);
        if (until.isDay()) {
            return until.local().toLocalDate().atTime(LocalTime.MAX);
        }
        return text.endsWith("Z") ? until.in(start.zone()) : until.local();
    }

    private static @Nullable String part(List<String> parts, String name) {
        return parts.stream()
                .filter(part -> part.startsWith(name))
                .map(part -> part.substring(name.length()))
                .findFirst()
                .orElse(null);
    }

    private List<CalendarTime> times(String property) throws BadValue {
        var times = new ArrayList<CalendarTime>();
        for (var line : component.all(property)) {
            for (var value : line.value().split(",", -1)) {
                // Of a period the start: its end is taken to be the event's.
                times.add(zones.time(line, value.replaceFirst("/.*", "")));
            }
        }
        return times;
    }

    /** A whole day takes out what begins on it. */
    private static void remove(Set<LocalDateTime> starts, CalendarTime start, List<CalendarTime> times)
            throws BadValue {
        for (var time : times) {
            if (time.isDay()) {
                starts.removeIf(local -> local.toLocalDate().equals(time.local().toLocalDate()));
            } else {
                starts.remove(time.in(start.zone()));
            }
        }
    }
}
