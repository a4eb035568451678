package fr.vigie.jobs.forecast;

import fr.vigie.calendar.Almanac;
import fr.vigie.calendar.SchoolZone;
import fr.vigie.forecast.PlaceOccasions;
import fr.vigie.input.Event;
import fr.vigie.input.EventKind;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The special days of everybody and of each planning group: the calendar's and those that events of the kinds holiday and
 * half-day tell, and the occasions that other events and the absences of doctors make.
 *
 * @param publicHolidays the calendar's public holidays
 * @param holidays further days that count as public holidays, by group; those of {@link #EVERYBODY} are everybody's
 * @param halfDays days on which work ends early, likewise
 * @param schoolZone whose school holidays matter
 * @param occasions by place
 * @param shares by group and practice: what of the group's calls the practice makes up
 */
record SpecialDays(
        Set<LocalDate> publicHolidays,
        Map<String, Set<LocalDate>> holidays,
        Map<String, Set<LocalDate>> halfDays,
        @Nullable SchoolZone schoolZone,
        PlaceOccasions occasions,
        Map<String, Map<String, Double>> shares)
        implements Serializable {
    private static final String EVERYBODY = "all";

    /** The days of the calendar and of those events that lie between two dates (half-open). */
    static SpecialDays of(
            Set<LocalDate> publicHolidays,
            List<Event> events,
            LocalDate from,
            LocalDate until,
            @Nullable SchoolZone schoolZone,
            PlaceOccasions occasions,
            Map<String, Map<String, Double>> shares) {
        return new SpecialDays(
                publicHolidays,
                byScope(events, EventKind.HOLIDAY, from, until),
                byScope(events, EventKind.HALF_DAY, from, until),
                schoolZone,
                occasions,
                shares);
    }

    private static Map<String, Set<LocalDate>> byScope(
            List<Event> events, EventKind kind, LocalDate from, LocalDate until) {
        var days = new TreeMap<String, Set<LocalDate>>();
        for (var event : events) {
            var first = event.startsOn().isBefore(from) ? from : event.startsOn();
            var end = event.endsOn().isBefore(until) ? event.endsOn().plusDays(1) : until;
            if (event.kind() == kind && first.isBefore(end)) {
                var scope = event.scope() == null ? EVERYBODY : event.scope();
                days.computeIfAbsent(scope, s -> new TreeSet<>())
                        .addAll(first.datesUntil(end).toList());
            }
        }
        return days;
    }

    /** The special days of a group, with the occasions of one of its practices. */
    Almanac almanac(String group, String practice) {
        return calendar(group).with(occasions.ofPart(practice));
    }

    /** What is known of the days of a group, what happens at its practices included, or of the network. */
    Almanac almanac(String group) {
        return calendar(group).with(occasions.ofWhole(group, shares.getOrDefault(group, Map.of())));
    }

    /** The same of some of its practices, as if they were all of it. */
    Almanac almanac(String group, Set<String> practices) {
        var own = new TreeMap<>(shares.getOrDefault(group, Map.of()));
        own.keySet().retainAll(practices);
        double all = own.values().stream().mapToDouble(share -> share).sum();
        own.replaceAll((practice, share) -> all > 0 ? share / all : 0);
        return calendar(group).with(occasions.ofWhole(group, own));
    }

    private Almanac calendar(String group) {
        var closed = together(holidays, group);
        closed.addAll(publicHolidays);
        return new Almanac(closed, together(halfDays, group), Optional.ofNullable(schoolZone));
    }

    private static Set<LocalDate> together(Map<String, Set<LocalDate>> byScope, String group) {
        var days = new HashSet<>(byScope.getOrDefault(EVERYBODY, Set.of()));
        days.addAll(byScope.getOrDefault(group, Set.of()));
        return days;
    }
}
