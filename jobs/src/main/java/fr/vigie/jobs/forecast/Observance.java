package fr.vigie.jobs.forecast;

import com.fasterxml.jackson.annotation.JsonProperty;
import fr.vigie.calendar.Ramadan;
import fr.vigie.input.Event;
import fr.vigie.input.EventKind;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Dated events that the calendar knows, where they matter to a service. */
public enum Observance {
    @JsonProperty("ramadan")
    RAMADAN;

    /** By which an announced month may differ from the computed one, and far less than two months are apart. */
    private static final int DAYS_APART = 14;

    /**
     * As everybody's events between two dates (half-open).
     *
     * @param told events that somebody tells: an everybody's month among them that begins within a fortnight of a computed one takes its
     *     place
     */
    List<Event> between(LocalDate from, LocalDate until, List<Event> told) {
        return Ramadan.between(from, until).stream()
                .filter(month -> told.stream().noneMatch(event -> replaces(event, month.from())))
                .map(month -> new Event(
                        "ramadan-" + month.from().getYear(),
                        month.from(),
                        month.until().minusDays(1),
                        EventKind.RAMADAN,
                        null,
                        null))
                .toList();
    }

    private static boolean replaces(Event event, LocalDate month) {
        var scope = event.scope();
        return event.kind() == EventKind.RAMADAN
                && (scope == null || scope.isEmpty() || scope.equals("all"))
                && Math.abs(ChronoUnit.DAYS.between(event.startsOn(), month)) <= DAYS_APART;
    }
}
