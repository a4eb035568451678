package fr.vigie.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.input.Activity;
import fr.vigie.input.Shift;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeastUnderstaffingTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final Rostering BY_LAW = new Rostering(LabourProfile.CODE_DU_TRAVAIL, 20_000);

    /** Monday to Saturday from 7:00 to 19:00, 288 quarters of an hour. */
    private static Need need(int people) {
        var agents = new HashMap<Instant, Integer>();
        for (int day = 0; day < 6; day++) {
            for (int hour = 7; hour < 19; hour++) {
                agents.put(MONDAY.plusDays(day).atTime(hour, 0).atZone(PARIS).toInstant(), people);
            }
        }
        return Need.of(MONDAY, PARIS, 60, agents);
    }

    private static Employee fullTime(String id, Set<LocalDate> away) {
        return new Employee(id, 35 * 60, away, 0, null, 48 * 60);
    }

    @Test
    void onePersonCannotCoverMoreThanTheContract() {
        var one = List.of(fullTime("a", Set.of()));
        assertEquals(OptionalInt.of(288 - 35 * 4), BY_LAW.leastUnderstaffing(need(1), one));
    }

    @Test
    void paidBreaksAreMissed() {
        // 35 hours on five days: a quarter of break in a day of six hours or less, and two in a longer one.
        var callCentre = new Rostering(LabourProfile.IDCC_2098_CENTRES_APPELS, 0);
        var one = List.of(fullTime("a", Set.of()));
        int missed = callCentre.leastUnderstaffing(need(1), one).orElseThrow();
        assertTrue(missed >= 288 - 35 * 4 + 5 && missed <= 288 - 35 * 4 + 10, () -> missed + " quarters");
    }

    @Test
    void leaveIsMissed() {
        // A day of 7 hours is left.
        var away = MONDAY.plusDays(1).datesUntil(MONDAY.plusDays(7)).collect(Collectors.toSet());
        assertEquals(OptionalInt.of(288 - 7 * 4), BY_LAW.leastUnderstaffing(need(1), List.of(fullTime("a", away))));
    }

    @Test
    void withoutAnybodyAllIsMissed() {
        assertEquals(OptionalInt.of(2 * 288), BY_LAW.leastUnderstaffing(need(2), List.of()));
    }

    @Test
    void enoughPeopleMissNothing() {
        var ten = IntStream.range(0, 10)
                .mapToObj(i -> fullTime("op" + i, Set.of()))
                .toList();
        assertEquals(OptionalInt.of(0), BY_LAW.leastUnderstaffing(need(2), ten));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4})
    void noRosterMissesLess(int needed) {
        var six = IntStream.range(0, 6)
                .mapToObj(i -> new Employee("op" + i, (i < 3 ? 35 : 28) * 60))
                .toList();
        var bound = BY_LAW.leastUnderstaffing(need(needed), six).orElseThrow();
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
        var plan = BY_LAW.plan(need(needed), six, random);
        assertTrue(bound <= plan.under(), () -> plan.under() + " quarters, and " + bound + " at least");
        assertEquals(Math.max(0, needed * 288 - (3 * 35 + 3 * 28) * 4), bound);
    }

    private static Consideration meeting(int day, int from, int until) {
        var date = MONDAY.plusDays(day);
        var piece = new Shift(
                "",
                date.atTime(from, 0).atZone(PARIS).toInstant(),
                date.atTime(until, 0).atZone(PARIS).toInstant(),
                Activity.MEETING);
        return new Consideration(List.of(), Set.of(), List.of(piece));
    }

    @Test
    void whatIsFixedIsMissed() {
        var one = List.of(fullTime("a", Set.of()));
        assertEquals(
                OptionalInt.of(288 - 35 * 4 + 3 * 4),
                BY_LAW.leastUnderstaffing(need(1), one, Map.of("a", meeting(1, 9, 12))));
    }

    @Test
    void whatIsFixedOnADayWithoutNeedTakesTheDay() {
        // On Monday somebody is needed from seven to eight and from six to seven: whoever is in for the meeting, for
        // four hours at
        // least, meets neither or little of it.
        var mornings = new HashMap<Instant, Integer>();
        for (int day = 0; day < 5; day++) {
            for (int hour = 7; hour < 19; hour++) {
                var at = MONDAY.plusDays(day).atTime(hour, 0).atZone(PARIS).toInstant();
                mornings.put(at, day == 0 && hour > 7 && hour < 18 ? 0 : 1);
            }
        }
        var need = Need.of(MONDAY, PARIS, 60, mornings);
        var part = List.of(new Employee("a", 28 * 60));
        int free = BY_LAW.leastUnderstaffing(need, part).orElseThrow();
        int held = BY_LAW.leastUnderstaffing(need, part, Map.of("a", meeting(0, 11, 12)))
                .orElseThrow();
        assertEquals(50 * 4 - 28 * 4, free);
        assertEquals(free + 4 * 4, held);
    }

    @Test
    void whatNobodyCanBeThereForCountsNothing() {
        var one = List.of(fullTime("a", Set.of()));
        assertEquals(
                BY_LAW.leastUnderstaffing(need(1), one),
                BY_LAW.leastUnderstaffing(need(1), one, Map.of("a", meeting(1, 20, 22))));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4})
    void noRosterWithMeetingsMissesLess(int needed) {
        var six = IntStream.range(0, 6)
                .mapToObj(i -> new Employee("op" + i, (i < 3 ? 35 : 28) * 60))
                .toList();
        var meetings = Map.of("op0", meeting(1, 9, 11), "op1", meeting(1, 9, 11), "op4", meeting(3, 14, 15));
        var callCentre = new Rostering(LabourProfile.IDCC_2098_CENTRES_APPELS, 20_000);
        int bound = callCentre.leastUnderstaffing(need(needed), six, meetings).orElseThrow();
        var plan = callCentre.plan(
                need(needed),
                six,
                meetings,
                RandomGeneratorFactory.of("L64X128MixRandom").create(1));
        assertTrue(bound <= plan.under(), () -> plan.under() + " quarters, and " + bound + " at least");
        assertTrue(
                bound >= callCentre.leastUnderstaffing(need(needed), six).orElseThrow() + (needed == 2 ? 0 : 20),
                () -> bound + " quarters");
    }
}
