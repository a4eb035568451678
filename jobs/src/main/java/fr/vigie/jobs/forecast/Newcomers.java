package fr.vigie.jobs.forecast;

import fr.vigie.forecast.Footing;
import fr.vigie.forecast.Kin;
import fr.vigie.input.Practitioner;
import fr.vigie.jobs.lake.PracticeRow;
import fr.vigie.load.DayLoad;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Practices of whom few days are known.
 *
 * @param expected what their kind suggests of those without a call of their own, by practice
 * @param young what it suggests of those that have called since a few days, by practice
 * @param without why others have no forecast, by practice; those that have left within half a year among them
 */
record Newcomers(Map<String, Kin> expected, Map<String, Kin> young, Map<String, Footing> without)
        implements Serializable {
    /** By then a practice's own calls say all, and who has not called does not call. */
    static final int DAYS_TO_KNOW = 28;

    /** For so long one that has left is told. */
    private static final int DAYS_TOLD = 182;

    /** None at all. */
    static Newcomers none() {
        return new Newcomers(Map.of(), Map.of(), Map.of());
    }

    /**
     * Sorts out who has called.
     *
     * @param practices all of them
     * @param practitioners their doctors
     * @param callsPerDay recent calls of a calendar day, by practice; those of whom any call is known
     * @param clients from when to when they are clients
     * @param asOf the first day ahead
     * @param until the first day after those ahead
     */
    static Newcomers of(
            List<PracticeRow> practices,
            List<Practitioner> practitioners,
            Map<String, Double> callsPerDay,
            Map<String, ForecastPlan.Client> clients,
            LocalDate asOf,
            LocalDate until) {
        var kinship = new Kinship(practices, doctors(practitioners, asOf), callsPerDay, clients, asOf);
        var expected = new TreeMap<String, Kin>();
        var young = new TreeMap<String, Kin>();
        var without = new TreeMap<String, Footing>();
        for (var practice : practices) {
            var id = practice.practiceId();
            var client = clients.getOrDefault(id, ForecastPlan.Client.ALWAYS);
            long days = client.since().equals(LocalDate.MAX)
                    ? DAYS_TO_KNOW
                    : Math.max(0, ChronoUnit.DAYS.between(client.since(), asOf));
            if (client.until().isBefore(asOf)) {
                if (!client.until().isBefore(asOf.minusDays(DAYS_TOLD))) {
                    without.put(id, Footing.LEFT);
                }
            } else if (callsPerDay.containsKey(id)) {
                if (days < DAYS_TO_KNOW) {
                    kinship.of(practice).ifPresent(kin -> young.put(id, kin));
                }
            } else if (days >= DAYS_TO_KNOW) {
                without.put(id, Footing.NEVER_CALLED);
            } else if (client.since().isBefore(until)) {
                kinship.of(practice)
                        .ifPresentOrElse(
                                kin -> expected.put(id, kin.ifAtAll(1 - (double) days / DAYS_TO_KNOW)),
                                () -> without.put(id, Footing.UNKNOWN_KIND));
            }
        }
        return new Newcomers(expected, young, without);
    }

    /** Whether a practice has no calls that count, whatever tests there were. */
    boolean isSilent(String practice) {
        var reason = without.get(practice);
        return expected.containsKey(practice) || (reason != null && reason != Footing.LEFT);
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
            List<PracticeRow> practices,
            Map<String, Double> doctors,
            Map<String, Double> callsPerDay,
            Map<String, ForecastPlan.Client> clients,
            LocalDate asOf) {
        /** Those of its specialty in its group, of its specialty anywhere, or of its group: the first that are enough. */
        Optional<Kin> of(PracticeRow practice) {
            Predicate<PracticeRow> others = other -> !other.practiceId().equals(practice.practiceId());
            var group = others.and(other -> inGroup(other, practice));
            if (recent(group).findAny().isEmpty()) {
                // A group without calls has no shape.
                return Optional.empty();
            }
            var specialty = others.and(
                    other -> practice.specialty() != null && Objects.equals(other.specialty(), practice.specialty()));
            return Stream.of(specialty.and(group), specialty, group)
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
                    .filter(other -> !clients.getOrDefault(other.practiceId(), ForecastPlan.Client.ALWAYS)
                            .until()
                            .isBefore(asOf))
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
