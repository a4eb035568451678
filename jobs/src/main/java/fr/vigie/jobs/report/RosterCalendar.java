package fr.vigie.jobs.report;

import fr.vigie.input.Activity;
import fr.vigie.input.Shift;
import fr.vigie.report.ActivityWords;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Categories;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/**
 * Somebody's week as a calendar (RFC 5545): an event a piece, absences left out. An event is named by its person, its day and
 * its place among the pieces of that day, so that the next version of the week moves it; what has no such place any more is
 * cancelled.
 */
final class RosterCalendar {
    private final ZoneId zone;
    private final int version;
    private final Instant published;

    private RosterCalendar(ZoneId zone, int version, Instant published) {
        this.zone = zone;
        this.version = version;
        this.published = published;
    }

    /**
     * The calendars of a version, by operator: also of those who are only in a version before.
     *
     * @param zone the zone of days
     * @param version of the week
     * @param published when
     * @param pieces in order of time for each person
     * @param before the pieces of the versions before, in order of version
     */
    static SortedMap<String, String> all(
            ZoneId zone, int version, Instant published, List<Shift> pieces, List<List<Shift>> before) {
        var calendar = new RosterCalendar(zone, version, published);
        var all = new TreeMap<String, String>();
        Stream.concat(before.stream().flatMap(List::stream), pieces.stream())
                .map(Shift::operatorId)
                .distinct()
                .forEach(operator -> all.put(operator, calendar.of(operator, pieces, before)));
        return all;
    }

    private String of(String operator, List<Shift> pieces, List<List<Shift>> before) {
        var events = events(operator, pieces);
        var gone = new LinkedHashMap<String, Shift>();
        before.forEach(earlier -> gone.putAll(events(operator, earlier)));
        gone.keySet().removeAll(events.keySet());
        var calendar = new Calendar();
        calendar.add(new ProdId("-//Vigie//Roster//FR"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        events.forEach((uid, piece) -> calendar.add(event(uid, piece)));
        gone.forEach((uid, piece) -> {
            var event = event(uid, piece);
            event.add(ImmutableStatus.VEVENT_CANCELLED);
            calendar.add(event);
        });
        return text(calendar);
    }

    /** A person's pieces by the names of their events, in order. */
    private Map<String, Shift> events(String operator, List<Shift> pieces) {
        var events = new LinkedHashMap<String, Shift>();
        var ordinals = new TreeMap<LocalDate, Integer>();
        for (var piece : pieces) {
            if (piece.operatorId().equals(operator) && piece.activity() != Activity.ABSENCE) {
                var day = LocalDate.ofInstant(piece.startsAt(), zone);
                events.put("%s-%s-%d@vigie".formatted(operator, day, ordinals.merge(day, 1, Integer::sum)), piece);
            }
        }
        return events;
    }

    private VEvent event(String uid, Shift piece) {
        var word = ActivityWords.of(piece.activity().name().toLowerCase(Locale.ROOT), Locale.FRANCE);
        var event = new VEvent(false);
        event.add(new Uid(uid));
        event.add(new DtStamp(published));
        event.add(new Sequence(version));
        event.add(new DtStart<>(piece.startsAt()));
        event.add(new DtEnd<>(piece.endsAt()));
        event.add(new Summary(word));
        event.add(new Categories(word));
        return event;
    }

    private static String text(Calendar calendar) {
        var out = new StringWriter();
        try {
            new CalendarOutputter(false).output(calendar, out);
        } catch (IOException e) {
            throw new UncheckedIOException("A calendar in memory cannot be written.", e);
        }
        return out.toString();
    }
}
