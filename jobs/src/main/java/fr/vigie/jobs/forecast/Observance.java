package fr.vigie.jobs.forecast;

import com.fasterxml.jackson.annotation.JsonProperty;
import fr.vigie.calendar.Ramadan;
import fr.vigie.input.Event;
import fr.vigie.input.EventKind;
import java.time.LocalDate;
import java.util.List;

/** Dated events that the calendar knows, where they matter to a service. */
public enum Observance {
    @JsonProperty("ramadan")
    RAMADAN;

    /** As everybody's events between two dates (half-open). */
    List<Event> between(LocalDate from, LocalDate until) {
        return Ramadan.between(from, until).stream()
                .map(month -> new Event(
                        "ramadan-" + month.from().getYear(),
                        month.from(),
                        month.until().minusDays(1),
                        EventKind.RAMADAN,
                        null,
                        null))
                .toList();
    }
}
