package fr.vigie.jobs.format;

import fr.vigie.input.InputKind;
import fr.vigie.jobs.format.CalendarEvent.Occurrence;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The records of a calendar file, collected: an event may replace what one far before it says. */
final class CalendarRecords {
    /** Slots that begin later are the afternoon's. */
    private static final LocalTime AFTERNOON = LocalTime.of(13, 0);

    private static final int MOST_RECORDS = 200_000;
    private static final Set<String> NOT_PEOPLE = Set.of("RESOURCE", "ROOM");

    private final Icalendar format;
    private final Wanted wanted;
    private final String fileName;
    private final List<RawRecord> records = new ArrayList<>();
    private final Map<List<String>, HalfDay> agenda = new LinkedHashMap<>();

    CalendarRecords(Icalendar format, Wanted wanted, String fileName) {
        this.format = format;
        this.wanted = wanted;
        this.fileName = fileName;
    }

    /** Half a day's slots. */
    private static final class HalfDay {
        private final long line;
        private long minutes;
        private int slots;
        private int booked;

        HalfDay(long line) {
            this.line = line;
        }
    }

    /** All records of what was added. */
    List<RawRecord> all() {
        var all = new ArrayList<>(records);
        agenda.forEach((key, half) -> all.add(record(
                half.line,
                Map.of(
                        "practitioner_id", key.get(0),
                        "practice_id", key.get(1),
                        "day", key.get(2),
                        "half", key.get(3),
                        "opened_minutes", String.valueOf(half.minutes),
                        "opened_slots", String.valueOf(half.slots),
                        "booked_slots", String.valueOf(half.booked)))));
        all.sort(Comparator.comparingLong(RawRecord::line));
        return all;
    }

    /** Takes the events of a calendar, the last version of each. */
    void add(CalendarComponent calendar) {
        var zones = new CalendarZones(calendar, wanted.zone());
        boolean isCancelling = calendar.word("METHOD").equals("CANCEL");
        var latest = new LinkedHashMap<String, CalendarEvent>();
        calendar.parts("VEVENT")
                .map(component -> new CalendarEvent(component, zones))
                .forEach(event -> latest.merge(version(event), event, CalendarRecords::later));
        var readable = new ArrayList<CalendarEvent>();
        var replaced = new HashMap<String, List<CalendarTime>>();
        for (var event : latest.values()) {
            try {
                event.component().check();
                var id = event.recurrenceId();
                if (id != null) {
                    replaced.computeIfAbsent(event.component().word("UID"), uid -> new ArrayList<>())
                            .add(id);
                }
                readable.add(event);
            } catch (BadValue e) {
                reject(event, e);
            }
        }
        for (var event : readable) {
            try {
                add(event, isCancelling, replaced);
            } catch (BadValue e) {
                reject(event, e);
            }
        }
    }

    /** What versions of the same event have in common; an event without a name is like no other. */
    private static String version(CalendarEvent event) {
        var uid = event.component().word("UID");
        return uid.isEmpty()
                ? "line " + event.component().line()
                : uid + "\n" + event.component().word("RECURRENCE-ID");
    }

    private static CalendarEvent later(CalendarEvent one, CalendarEvent other) {
        return sequence(one) > sequence(other) ? one : other;
    }

    private static long sequence(CalendarEvent event) {
        var sequence = event.component().word("SEQUENCE");
        return sequence.matches("\\d{1,9}") ? Long.parseLong(sequence) : 0;
    }

    private void add(CalendarEvent event, boolean isCancelling, Map<String, List<CalendarTime>> replaced)
            throws BadValue {
        var component = event.component();
        if (isCancelling || component.word("STATUS").equals("CANCELLED")) {
            throw new BadValue("cancelled", "the event does not take place; rows kept of it before stay");
        }
        boolean isTransparent = component.word("TRANSP").equals("TRANSPARENT");
        if (isTransparent && wanted.kind() == InputKind.SHIFTS) {
            throw new BadValue("transparent", "the event takes no time (TRANSP:TRANSPARENT)");
        }
        boolean replaces = event.recurrenceId() != null;
        var others = replaces ? List.<CalendarTime>of() : replaced.getOrDefault(component.word("UID"), List.of());
        for (var occurrence : event.occurrences(format.from(), format.until(), others)) {
            for (var person : people(component)) {
                try {
                    add(event, occurrence, person, isTransparent);
                } catch (BadValue e) {
                    reject(event, e);
                }
            }
        }
    }

    private void add(CalendarEvent event, Occurrence occurrence, List<String> person, boolean isFree) throws BadValue {
        var values = new HashMap<String, String>();
        for (var column : wanted.columns()) {
            var value = format.value(wanted.kind(), column, texts(event.component(), column, person));
            if (value != null) {
                values.put(column, value);
            }
        }
        var start = occurrence.start();
        var end = occurrence.end();
        switch (wanted.kind()) {
            case SHIFTS -> {
                values.put("starts_at", instant(start));
                values.put("ends_at", instant(end));
            }
            case INSTRUCTIONS -> {
                values.put("valid_from", instant(start));
                values.put("valid_until", instant(end));
            }
            case ABSENCES -> {
                values.put("starts_on", start.local().toLocalDate().toString());
                values.put("ends_on", end.local().minusNanos(1).toLocalDate().toString());
            }
            default -> {
                slot(event.component().line(), values, occurrence, isFree);
                return;
            }
        }
        if (records.size() == MOST_RECORDS) {
            throw new BadFile(
                    "has more than %d occurrences (maybe set 'from' and 'until' in icalendar)".formatted(MOST_RECORDS));
        }
        records.add(record(event.component().line(), values));
    }

    private void slot(long line, Map<String, String> values, Occurrence slot, boolean isFree) throws BadValue {
        var length = Duration.between(slot.start().instant(), slot.end().instant());
        if (slot.start().isDay() || length.compareTo(Duration.ofHours(12)) > 0) {
            throw new BadValue("bad-value", "DTSTART a slot of an agenda lasts less than half a day");
        }
        var local = slot.start().in(wanted.zone().getRules());
        LocalDate day = local.toLocalDate();
        var key = List.of(
                values.getOrDefault("practitioner_id", ""),
                values.getOrDefault("practice_id", ""),
                day.toString(),
                local.toLocalTime().isBefore(AFTERNOON) ? "am" : "pm");
        var half = agenda.computeIfAbsent(key, k -> new HalfDay(line));
        half.minutes += length.toMinutes();
        half.slots++;
        half.booked += isFree ? 0 : 1;
    }

    /** Times on the source's clock stay on it: whoever binds them counts those that stand for two instants. */
    private String instant(CalendarTime time) throws BadValue {
        return time.zone().equals(wanted.zone().getRules())
                ? time.local().toString()
                : time.instant().toString();
    }

    /** Those for each of whom the event is a record; one that is empty where it is not told by person. */
    private List<List<String>> people(CalendarComponent event) {
        boolean isByPerson =
                wanted.columns().stream().anyMatch(c -> format.field(wanted.kind(), c) == Icalendar.Field.ATTENDEE);
        if (!isByPerson) {
            return List.of(List.of());
        }
        var people = event.all("ATTENDEE").stream()
                .filter(a -> !a.parameter("PARTSTAT").equalsIgnoreCase("DECLINED"))
                .filter(a -> !NOT_PEOPLE.contains(a.parameter("CUTYPE").toUpperCase(Locale.ROOT)))
                .map(CalendarRecords::person)
                .distinct()
                .toList();
        return people.isEmpty() ? List.of(List.of()) : people;
    }

    /** A mail address and a name. */
    private static List<String> person(ContentLine line) {
        var names = new ArrayList<String>();
        names.add(line.value().strip().replaceFirst("(?i)^mailto:", ""));
        names.add(line.parameter("CN"));
        names.removeIf(String::isBlank);
        return names;
    }

    private List<String> texts(CalendarComponent event, String column, List<String> person) {
        var field = format.field(wanted.kind(), column);
        if (field == null) {
            return List.of();
        }
        var texts =
                switch (field) {
                    case FILE -> List.of(fileName);
                    case ATTENDEE -> person;
                    case ORGANIZER -> event.first("ORGANIZER")
                            .map(CalendarRecords::person)
                            .orElse(List.of());
                    case CATEGORIES -> event.all("CATEGORIES").stream()
                            .flatMap(line -> line.texts().stream())
                            .toList();
                    case SUMMARY, DESCRIPTION, LOCATION -> event.first(field.name()).map(ContentLine::text).stream()
                            .toList();
                };
        return texts.stream().filter(text -> !text.isBlank()).toList();
    }

    private void reject(CalendarEvent event, BadValue problem) {
        records.add(new RawRecord(
                0,
                event.component().line(),
                new @Nullable String[wanted.columns().size()],
                new Problem(problem.reason(), String.valueOf(problem.getMessage()))));
    }

    private RawRecord record(long line, Map<String, String> values) {
        return new RawRecord(0, line, wanted.columns().stream().map(values::get).toArray(String[]::new), null);
    }
}
