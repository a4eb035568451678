package fr.vigie.jobs.forecast;

import fr.vigie.forecast.Footing;
import fr.vigie.forecast.Kin;
import fr.vigie.input.Practitioner;
import fr.vigie.jobs.lake.PracticeRow;
import fr.vigie.load.DayLoad;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Practices without a call of their own.
 *
 * @param expected what their kind suggests, by practice
 * @param without why others have no forecast, by practice; those that have left among them
 */
record Newcomers(Map<String, Kin> expected, Map<String, Footing> without) implements Serializable {
    /** Who has not called so many days after becoming a client does not call. */
    private static final int DAYS_TO_CALL = 28;

    /** None at all. */
    static Newcomers none() {
        return new Newcomers(Map.of(), Map.of());
    }

    /**
     * Sorts out who has called.
     *
     * @param practices all of them
     * @param practitioners their doctors
     * @param callsPerDay recent calls of a calendar day, by practice; those of whom any call is known
     * @param asOf the first day ahead
     * @param until the first day after those ahead
     */
    static Newcomers of(
            List<PracticeRow> practices,
            List<Practitioner> practitioners,
            Map<String, Double> callsPerDay,
            LocalDate asOf,
            LocalDate until) {
        var kinship = new Kinship(practices, doctors(practitioners, asOf), callsPerDay, asOf);
        var expected = new TreeMap<String, Kin>();
        var without = new TreeMap<String, Footing>();
        for (var practice : practices) {
            var id = practice.practiceId();
            var since = practice.clientSince();
            if (practice.clientUntil() != null && practice.clientUntil().isBefore(asOf)) {
                without.put(id, Footing.LEFT);
            } else if (callsPerDay.containsKey(id) || (since != null && !since.isBefore(until))) {
                continue;
            } else if (since == null || since.isBefore(asOf.minusDays(DAYS_TO_CALL))) {
                without.put(id, Footing.NEVER_CALLED);
            } else {
                kinship.of(practice)
                        .ifPresentOrElse(kin -> expected.put(id, kin), () -> without.put(id, Footing.UNKNOWN_KIND));
            }
        }
        return new Newcomers(expected, without);
    }

    /** Full-time doctors by practice; who does not say is one. */
    private static Map<String, Double> doctors(List<Practitioner> practitioners, LocalDate asOf) {
        var doctors = new HashMap<String, Double>();
        for (var doctor : practitioners) {
            if (doctor.activeUntil() == null || !doctor.activeUntil().isBefore(asOf)) {
                doctors.merge(
                        doctor.practiceId(), doctor.activityFte() == null ? 1 : doctor.activityFte(), Double::sum);
            }
        }
        return doctors;
    }

    private record Kinship(
            List<PracticeRow> practices, Map<String, Double> doctors, Map<String, Double> callsPerDay, LocalDate asOf) {
        /** Those of its specialty in its group, of its specialty anywhere, or of its group: the first that are enough. */
        Optional<Kin> of(PracticeRow practice) {
            if (recent(other -> inGroup(other, practice)).findAny().isEmpty()) {
                // A group without calls has no shape.
                return Optional.empty();
            }
            Predicate<PracticeRow> specialty =
                    other -> practice.specialty() != null && Objects.equals(other.specialty(), practice.specialty());
            return Stream.of(specialty.and(other -> inGroup(other, practice)), specialty, (Predicate<PracticeRow>)
                            other -> inGroup(other, practice))
                    .flatMap(alike -> kin(practice, alike).stream())
                    .findFirst();
        }

        private static boolean inGroup(PracticeRow one, PracticeRow other) {
            return Objects.requireNonNullElse(one.group(), DayLoad.NO_GROUP)
                    .equals(Objects.requireNonNullElse(other.group(), DayLoad.NO_GROUP));
        }

        private Stream<PracticeRow> recent(Predicate<PracticeRow> alike) {
            return practices.stream()
                    .filter(alike)
                    .filter(other ->
                            other.clientUntil() == null || !other.clientUntil().isBefore(asOf))
                    .filter(other -> callsPerDay.getOrDefault(other.practiceId(), 0.0) > 0);
        }

        /** By doctor where it says how many it has. */
        private Optional<Kin> kin(PracticeRow practice, Predicate<PracticeRow> alike) {
            double size = size(practice);
            return size == 0
                    ? Kin.of(recent(alike).map(this::calls).toList())
                    : Kin.of(recent(alike)
                                    .filter(other -> size(other) > 0)
                                    .map(other -> calls(other) / size(other))
                                    .toList())
                            .map(kin -> kin.times(size));
        }

        private double size(PracticeRow practice) {
            return doctors.getOrDefault(practice.practiceId(), 0.0);
        }

        private double calls(PracticeRow practice) {
            return callsPerDay.getOrDefault(practice.practiceId(), 0.0);
        }
    }
}
