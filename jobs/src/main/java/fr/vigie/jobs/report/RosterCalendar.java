package fr.vigie.jobs.report;

import fr.vigie.input.Activity;
import fr.vigie.input.Shift;
import fr.vigie.report.ActivityWords;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
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
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/** Somebody's week as a calendar (RFC 5545): an event a piece, absences left out. */
final class RosterCalendar {
    private RosterCalendar() {}

    /**
     * The text of a calendar.
     *
     * @param week its first day
     * @param version of the week
     * @param published when
     * @param pieces one person's, in order
     */
    static String of(LocalDate week, int version, Instant published, List<Shift> pieces) {
        var calendar = new Calendar();
        calendar.add(new ProdId("-//Vigie//Roster//FR"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        for (var piece : pieces) {
            if (piece.activity() == Activity.ABSENCE) {
                continue;
            }
            var word = ActivityWords.of(piece.activity().name().toLowerCase(Locale.ROOT), Locale.FRANCE);
            var event = new VEvent(false);
            event.add(new Uid("%s-%s-%s@vigie".formatted(week, piece.startsAt(), piece.operatorId())));
            event.add(new DtStamp(published));
            event.add(new Sequence(version));
            event.add(new DtStart<>(piece.startsAt()));
            event.add(new DtEnd<>(piece.endsAt()));
            event.add(new Summary(word));
            event.add(new Categories(word));
            calendar.add(event);
        }
        var out = new StringWriter();
        try {
            new CalendarOutputter(false).output(calendar, out);
        } catch (IOException e) {
            throw new UncheckedIOException("A calendar in memory cannot be written.", e);
        }
        return out.toString();
    }
}
