package fr.vigie.forecast;

import fr.vigie.calendar.Occasion;
import fr.vigie.input.Absence;
import fr.vigie.input.AbsenceKind;
import fr.vigie.input.Event;
import fr.vigie.input.EventKind;
import fr.vigie.input.Practitioner;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The occasions of each place, from events and from the absences of doctors who are not replaced. Those of everybody and of a group show
 * in the group's calls, to which its practices are scaled; those of a practice in its own.
 *
 * @param byScope by practice, by group, and {@link #EVERYBODY}'s
 */
public record PlaceOccasions(Map<String, List<Occasion>> byScope) implements Serializable {
    private static final String EVERYBODY = "all";

    /** None at all. */
    public static PlaceOccasions none() {
        return new PlaceOccasions(Map.of());
    }

    /** The occasions that touch a span of days (half-open). */
    public static PlaceOccasions of(
            List<Event> events,
            List<Absence> absences,
            List<Practitioner> practitioners,
            LocalDate from,
            LocalDate until) {
        var byScope = new HashMap<String, List<Occasion>>();
        var practices = new HashMap<String, String>();
        var doctors = new HashMap<String, Integer>();
        for (var practitioner : practitioners) {
            practices.put(practitioner.practitionerId(), practitioner.practiceId());
            doctors.merge(practitioner.practiceId(), 1, Integer::sum);
        }
        for (var event : events) {
            var scope = event.scope() == null || event.scope().isEmpty() ? EVERYBODY : event.scope();
            kind(event.kind(), scope)
                    .flatMap(kind -> occasion(kind, event.startsOn(), event.endsOn(), 1, from, until))
                    .ifPresent(occasion -> byScope.computeIfAbsent(scope, s -> new ArrayList<>())
                            .add(occasion));
        }
        for (var absence : absences) {
            var practice = practices.get(absence.practitionerId());
            if (practice != null && !Boolean.TRUE.equals(absence.replaced())) {
                var kind = absence.kind() == AbsenceKind.SICK ? Occasion.Kind.ILLNESS : Occasion.Kind.LEAVE;
                occasion(
                                kind,
                                absence.startsOn(),
                                absence.endsOn(),
                                1.0 / doctors.getOrDefault(practice, 1),
                                from,
                                until)
                        .ifPresent(occasion -> byScope.computeIfAbsent(practice, s -> new ArrayList<>())
                                .add(occasion));
            }
        }
        return new PlaceOccasions(byScope);
    }

    /** Holidays of everybody, and of a group, are special days of the calendar; a practice's are its own. */
    private static Optional<Occasion.Kind> kind(EventKind kind, String scope) {
        return switch (kind) {
            case EPIDEMIC -> Optional.of(Occasion.Kind.EPIDEMIC);
            case CAMPAIGN -> Optional.of(Occasion.Kind.CAMPAIGN);
            case TRIAL -> Optional.of(Occasion.Kind.TRIAL);
            case OUTAGE -> Optional.of(Occasion.Kind.OUTAGE);
            case STRIKE -> Optional.of(Occasion.Kind.STRIKE);
            case RAMADAN -> Optional.of(Occasion.Kind.RAMADAN);
            case HOLIDAY -> scope.equals(EVERYBODY) ? Optional.empty() : Optional.of(Occasion.Kind.PRACTICE_HOLIDAY);
            case HALF_DAY -> Optional.empty();
            case OTHER -> Optional.of(Occasion.Kind.OTHER);
        };
    }

    private static Optional<Occasion> occasion(
            Occasion.Kind kind, LocalDate first, LocalDate last, double share, LocalDate from, LocalDate until) {
        return last.isBefore(first) || last.isBefore(from) || !first.isBefore(until)
                ? Optional.empty()
                : Optional.of(new Occasion(kind, first, last.plusDays(1), share));
    }

    /** The occasions of a group, or of the network, and everybody's. */
    public List<Occasion> ofWhole(String group) {
        var all = new ArrayList<>(byScope.getOrDefault(EVERYBODY, List.of()));
        all.addAll(byScope.getOrDefault(group, List.of()));
        all.removeIf(occasion -> occasion.kind() == Occasion.Kind.PRACTICE_HOLIDAY);
        return all;
    }

    /**
     * The occasions of a whole and of its parts, each of which concerns as much of the whole as the part makes up.
     *
     * @param group the whole
     * @param shares by part, of the calls of the whole, together at most 1
     */
    public List<Occasion> ofWhole(String group, Map<String, Double> shares) {
        var all = new ArrayList<>(ofWhole(group));
        shares.forEach((part, share) -> {
            if (share > 0) {
                ofPart(part)
                        .forEach(occasion -> all.add(new Occasion(
                                occasion.kind(), occasion.from(), occasion.until(), share * occasion.share())));
            }
        });
        return all;
    }

    /** A practice's own occasions. */
    public List<Occasion> ofPart(String practice) {
        return byScope.getOrDefault(practice, List.of());
    }
}
