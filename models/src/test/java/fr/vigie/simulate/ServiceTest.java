package fr.vigie.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.call.Outcome;
import fr.vigie.input.Absence;
import fr.vigie.input.Activity;
import fr.vigie.input.Agenda;
import fr.vigie.input.Call;
import fr.vigie.input.Commune;
import fr.vigie.input.InputKind;
import fr.vigie.input.InputRow;
import fr.vigie.input.Key;
import fr.vigie.input.Operator;
import fr.vigie.input.Practice;
import fr.vigie.input.Practitioner;
import fr.vigie.input.Presence;
import fr.vigie.input.PresenceState;
import fr.vigie.input.Shift;
import fr.vigie.input.Supply;
import fr.vigie.input.Travel;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@NullUnmarked // A null where a value belongs fails the test.
class ServiceTest {
    private static final ServicePlan PLAN = ServicePlan.defaults(7, LocalDate.of(2025, 9, 1), LocalDate.of(2025, 12, 1))
            .withPractices(50);

    private static Recording recording;

    @BeforeAll
    static void simulate() {
        recording = Recording.everythingOf(PLAN);
    }

    @Test
    void theSameSeedGivesTheSameRows() {
        assertEquals(recording.rows(), Recording.everythingOf(PLAN).rows());
    }

    @Test
    void anotherSeedGivesOtherRows() {
        var other =
                new ServicePlan(8, PLAN.practices(), PLAN.operators(), PLAN.from(), PLAN.until(), PLAN.callsPerYear());
        assertNotEquals(
                recording.rows(Call.class), Recording.everythingOf(other).rows(Call.class));
    }

    @Test
    void practicesCallsAndOperatorsScaleTogether() {
        assertEquals(180_000, PLAN.callsPerYear());
        assertEquals(4, PLAN.operators());
        assertEquals(
                32,
                ServicePlan.defaults(1, PLAN.from(), PLAN.until())
                        .withPractices(500)
                        .operators());
        assertEquals(50, recording.rows(Practice.class).size());
        assertEquals(4, recording.rows(Operator.class).size());
        assertEquals(180_000 * 91 / 365.0, recording.rows(Call.class).size(), 5_000);
    }

    @Test
    void everyKindOfInputFileHasRows() {
        for (var kind : InputKind.values()) {
            assertFalse(recording.rows(kind.row()).isEmpty(), kind.word());
        }
    }

    @Test
    void noKeyIsThereTwice() throws ReflectiveOperationException {
        for (var kind : InputKind.values()) {
            var seen = new HashSet<List<Object>>();
            for (var row : recording.rows(kind.row())) {
                var key = key(row);
                assertTrue(seen.add(key), kind.word() + " " + key);
            }
        }
    }

    private static List<Object> key(InputRow row) throws ReflectiveOperationException {
        var values = new java.util.ArrayList<Object>();
        for (var component : row.getClass().getRecordComponents()) {
            if (component.isAnnotationPresent(Key.class)) {
                var value = component.getAccessor().invoke(row);
                values.add(value == null ? "" : value);
            }
        }
        return values;
    }

    @Test
    void callsComeInOrderAndEndAfterTheyBegan() {
        var before = Instant.MIN;
        for (var call : recording.rows(Call.class)) {
            assertFalse(call.arrivedAt().isBefore(before), call::toString);
            before = call.arrivedAt();
            var times = Stream.of(
                            call.arrivedAt(),
                            call.queuedAt(),
                            call.answeredAt(),
                            call.transferAnsweredAt(),
                            call.endedAt())
                    .filter(java.util.Objects::nonNull)
                    .toList();
            assertEquals(times.stream().sorted().toList(), times, call::toString);
            assertEquals(call.outcome() == Outcome.ANSWERED, call.answeredAt() != null, call::toString);
            assertEquals(call.outcome() == Outcome.ANSWERED, call.operatorId() != null, call::toString);
            assertEquals(call.practiceId() == null, call.calledNumber() != null, call::toString);
        }
    }

    @Test
    void anOperatorAnswersOneCallAtATimeAndOnlyWhileAvailable() {
        var available = new HashMap<String, TreeMap<Instant, Instant>>();
        for (var presence : recording.rows(Presence.class)) {
            if (presence.state() == PresenceState.AVAILABLE) {
                available
                        .computeIfAbsent(presence.operatorId(), o -> new TreeMap<>())
                        .put(presence.startsAt(), presence.endsAt());
            }
        }
        var busyUntil = new HashMap<String, Instant>();
        for (var call : byAnswer()) {
            var free = busyUntil.getOrDefault(call.operatorId(), Instant.MIN);
            assertFalse(call.answeredAt().isBefore(free), call::toString);
            // Wrap-up is rounded to seconds.
            busyUntil.put(call.operatorId(), call.endedAt().plusSeconds(Math.max(0, call.wrapSeconds() - 1)));
            var stretch = available.get(call.operatorId()).floorEntry(call.answeredAt());
            assertTrue(stretch != null && !call.endedAt().isAfter(stretch.getValue()), call::toString);
        }
    }

    private static List<Call> byAnswer() {
        return recording.rows(Call.class).stream()
                .filter(c -> c.answeredAt() != null)
                .sorted(java.util.Comparator.comparing(Call::answeredAt))
                .toList();
    }

    @Test
    void numbersAreFictionAndPracticesAreNotTheirOwnCallers() {
        var called = recording.rows(Practice.class).stream()
                .map(Practice::calledNumbers)
                .collect(Collectors.toSet());
        var fiction = Set.of("035301", "026191", "053649", "046571", "063998");
        var ranges = new TreeSet<String>();
        for (var call : recording.rows(Call.class)) {
            if (call.caller() != null) {
                assertEquals(10, call.caller().length());
                assertFalse(called.contains(call.caller()));
                ranges.add(call.caller().substring(0, 6));
            }
            if (call.calledNumber() != null) {
                assertTrue(called.contains(call.calledNumber()));
            }
        }
        assertEquals(new TreeSet<>(fiction), ranges);
        assertTrue(called.stream().allMatch(n -> n.startsWith("019900")));
        assertTrue(recording.rows(Practitioner.class).stream()
                .allMatch(p -> p.practitionerId().matches("999\\d{8}")));
    }

    @Test
    void communesAreInventedAndLieInTheRealArrondissements() {
        var communes = recording.rows(Commune.class);
        assertEquals(60, communes.size());
        assertEquals(60, communes.stream().map(Commune::name).distinct().count());
        for (var commune : communes) {
            int insee = Integer.parseInt(commune.insee());
            assertTrue((insee >= 59_700 && insee < 60_000) || (insee >= 62_910 && insee < 63_000), commune::insee);
            assertEquals(commune.insee().substring(0, 2), commune.department());
            assertTrue(commune.lat() > 49.8 && commune.lat() < 51.2, commune::toString);
            assertTrue(commune.lon() > 1.4 && commune.lon() < 4.3, commune::toString);
        }
    }

    @Test
    void theFullRegionHas240DifferentCommunes() {
        var places = new Region(ServicePlan.defaults(1, PLAN.from(), PLAN.until())).places();
        assertEquals(240, places.size());
        assertEquals(
                240, places.stream().map(p -> p.commune().name()).distinct().count());
        assertEquals(
                240, places.stream().map(p -> p.commune().insee()).distinct().count());
        assertEquals(
                13,
                places.stream()
                        .map(p -> p.commune().arrondissement())
                        .distinct()
                        .count());
    }

    @Test
    void clientsAreAPartOfTheSupply() {
        var plan = ServicePlan.defaults(3, PLAN.from(), PLAN.from().plusDays(1));
        var all = Recording.everythingOf(plan);
        double generalists = all.rows(Supply.class).stream()
                .filter(s -> s.specialty().equals("general") && s.year() == 2025)
                .mapToDouble(Supply::practitioners)
                .sum();
        double clients = all.rows(Practitioner.class).stream()
                .filter(p -> "general".equals(p.specialty()))
                .count();
        assertEquals(0.4, clients / generalists, 0.1);
        for (var supply : all.rows(Supply.class)) {
            assertTrue(supply.over65() <= supply.over62() && supply.over62() <= supply.over60(), supply::toString);
            assertTrue(supply.over60() <= supply.practitioners(), supply::toString);
        }
        assertTrue(all.rows(Travel.class).stream().allMatch(t -> t.minutes() >= 0 && t.minutes() <= 30));
    }

    @Test
    void everyChangeIsPlantedOnceInASmallServiceAndSeveralTimesInALargeOne() {
        var changes = recording.truths().stream()
                .map(Truth::kind)
                .filter(Planted::isChange)
                .sorted()
                .toList();
        assertEquals(List.of(Planted.REFUSAL, Planted.WIND_DOWN, Planted.STRESS, Planted.SATURATION), changes);
        var large = Recording.everythingOf(
                ServicePlan.defaults(1, PLAN.from(), PLAN.from().plusDays(3)));
        for (var kind : Planted.values()) {
            assertTrue(large.truths().stream().filter(t -> t.kind() == kind).count() >= 2, kind.name());
        }
        assertEquals(
                large.truths().size(),
                large.truths().stream().map(Truth::practiceId).distinct().count());
    }

    @Test
    void aDoctorWhoWindsDownOpensAQuarterLessAfterHalfAYear() {
        var plan = ServicePlan.defaults(5, LocalDate.of(2025, 1, 1), LocalDate.of(2026, 7, 1))
                .withPractices(20);
        var year = Recording.of(plan, call -> {});
        var truth = year.truths().stream()
                .filter(t -> t.kind() == Planted.WIND_DOWN)
                .findFirst()
                .orElseThrow();
        var doctor = truth.practitionerId();
        double before = openedPerDay(year, doctor, truth.from().minusDays(60), truth.from());
        var full = truth.from().plusDays(182);
        double after = openedPerDay(year, doctor, full, plan.until());
        assertEquals(0.75, after / before, 0.08);
        int birth = year.rows(Practitioner.class).stream()
                .filter(p -> p.practitionerId().equals(doctor))
                .mapToInt(Practitioner::birthYear)
                .findFirst()
                .orElseThrow();
        assertTrue(truth.from().getYear() - birth > 62);
    }

    /** Minutes opened a day on which the doctor's agenda has any, leave apart. */
    private static double openedPerDay(Recording recording, String doctor, LocalDate from, LocalDate until) {
        var days = new TreeMap<LocalDate, Integer>();
        for (var agenda : recording.rows(Agenda.class)) {
            if (agenda.practitionerId().equals(doctor)
                    && !agenda.day().isBefore(from)
                    && agenda.day().isBefore(until)) {
                days.merge(agenda.day(), agenda.openedMinutes(), Integer::sum);
            }
        }
        var weeks = new TreeMap<LocalDate, Integer>();
        var away = recording.rows(Absence.class).stream()
                .filter(a -> a.practitionerId().equals(doctor))
                .toList();
        days.forEach((day, minutes) -> {
            var monday = day.with(java.time.DayOfWeek.MONDAY);
            boolean disturbed = away.stream()
                    .anyMatch(a -> !a.endsOn().isBefore(monday) && !a.startsOn().isAfter(monday.plusDays(6)));
            if (!disturbed && days.containsKey(monday)) {
                weeks.merge(monday, minutes, Integer::sum);
            }
        });
        return weeks.values().stream()
                .mapToInt(i -> i)
                .sorted()
                .skip(weeks.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theTrueRatesAddUpToTheCalls() {
        var intensity = new Service(PLAN).intensity();
        double expected = 0;
        for (var day = PLAN.from(); day.isBefore(PLAN.until()); day = day.plusDays(1)) {
            for (int p = 0; p < PLAN.practices(); p++) {
                for (int q = 0; q < DayShape.QUARTERS; q++) {
                    expected += intensity.expected(p, day, q);
                }
            }
        }
        assertEquals(1, recording.rows(Call.class).size() / expected, 0.06);
    }

    @Test
    void aDayCanBePlayedAgainWithAnotherRosterAndOtherChance() {
        var service = new Service(PLAN);
        var monday = LocalDate.of(2025, 9, 15);
        var few = service.replay(monday, roster(monday, 3), 1);
        assertEquals(few, service.replay(monday, roster(monday, 3), 1), "the same draw is the same day");
        var other = service.replay(monday, roster(monday, 3), 2);
        assertNotEquals(few.size(), other.size());
        assertEquals(Set.of("OP001", "OP002", "OP003"), operators(few));
        assertTrue(answered(service.replay(monday, roster(monday, 1), 1)) < answered(few));
        var stranger = new Shift("OP999", at(monday, 8), at(monday, 12), Activity.CALLS);
        assertThrows(IllegalArgumentException.class, () -> service.replay(monday, List.of(stranger), 1));
    }

    private static List<Shift> roster(LocalDate day, int operators) {
        return IntStream.rangeClosed(1, operators)
                .mapToObj(i -> new Shift("OP%03d".formatted(i), at(day, 7), at(day, 19), Activity.CALLS))
                .toList();
    }

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(hour, 0).atZone(ServiceDay.ZONE).toInstant();
    }

    private static Set<String> operators(List<Call> calls) {
        return calls.stream().map(Call::operatorId).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    private static long answered(List<Call> calls) {
        return calls.stream().filter(call -> call.outcome() == Outcome.ANSWERED).count();
    }

    @Test
    void aPlanThatCannotBeIsRefused() {
        var error =
                assertThrows(IllegalArgumentException.class, () -> ServicePlan.defaults(1, PLAN.until(), PLAN.from()));
        assertTrue(error.getMessage().contains("ends (2025-09-01) before it begins (2025-12-01)"));
        assertThrows(IllegalArgumentException.class, () -> ServicePlan.defaults(1, PLAN.from(), PLAN.until())
                .withPractices(0));
    }

    @Test
    void diceKeepTheirMeans() {
        var dice = Dice.of(1, Dice.Purpose.NETWORK);
        int n = 40_000;
        var sums = new double[5];
        for (int i = 0; i < n; i++) {
            sums[0] += dice.poisson(47.3);
            sums[1] += dice.frailty(0.4);
            sums[2] += dice.logNormal(66, 0.55);
            sums[3] += dice.probability(0.07, 0.02);
            sums[4] += dice.exponential(300);
        }
        assertEquals(47.3, sums[0] / n, 0.15);
        assertEquals(1, sums[1] / n, 0.01);
        assertEquals(66, sums[2] / n, 1);
        assertEquals(0.07, sums[3] / n, 0.001);
        assertEquals(300, sums[4] / n, 7);
    }
}
