package fr.vigie.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.input.Activity;
import fr.vigie.input.Shift;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody calls in sick. */
class ReplanningTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 9);
    private static final RosterCheck CHECK =
            new RosterCheck(LabourProfile.IDCC_2098_CENTRES_APPELS, PARIS, DayOfWeek.MONDAY);
    private static final int WORTH = 30;
    private static final Replanning REPLANNING = new Replanning(CHECK, WORTH);
    private static final Instant EVENING_BEFORE = at(MONDAY.minusDays(1), 20 * 60);
    private static final int CLOSED = 0;

    /** Calls from and until a minute of the day. */
    private static Shift calls(String operator, int from, int until) {
        return new Shift(operator, at(MONDAY, from), at(MONDAY, until), Activity.CALLS);
    }

    private static Shift pause(String operator, int from, int until) {
        return new Shift(operator, at(MONDAY, from), at(MONDAY, until), Activity.BREAK);
    }

    private static Instant at(LocalDate day, int minute) {
        return day.atTime(minute / 60, minute % 60).atZone(PARIS).toInstant();
    }

    private static int clock(int hour, int minute) {
        return 60 * hour + minute;
    }

    /** So many from 8 to 12 on Monday. */
    private static Need morning(int agents) {
        return need(clock(8, 0), clock(12, 0), agents);
    }

    private static Need need(int from, int until, int agents) {
        var need = new TreeMap<Instant, Integer>();
        for (int minute = from; minute < until; minute += 15) {
            need.put(at(MONDAY, minute), agents);
        }
        need.put(at(MONDAY, clock(19, 0)), CLOSED);
        return Need.of(MONDAY, PARIS, 15, need);
    }

    private static List<Employee> team(String... ids) {
        return Stream.of(ids).map(id -> new Employee(id, 35 * 60)).toList();
    }

    private static Away ill(String operator, int from, int until) {
        return new Away(operator, at(MONDAY, from), at(MONDAY, until));
    }

    private static Replan replan(Need need, List<Employee> team, List<Shift> published, Instant now, Away... away) {
        return REPLANNING.plan(need, team, published, List.of(), List.of(away), now);
    }

    @Test
    void whoIsOffTakesTheDayOfWhoIsIll() {
        var published = List.of(calls("ill", clock(8, 0), clock(10, 45)), calls("there", clock(8, 0), clock(10, 45)));
        var plan = replan(
                need(clock(8, 0), clock(10, 45), 2),
                team("ill", "off", "there"),
                published,
                EVENING_BEFORE,
                ill("ill", 0, clock(24, 0) - 1));
        assertEquals(1, plan.changedPieces());
        assertEquals(
                List.of(calls("off", clock(8, 0), clock(10, 45))),
                plan.changes().get(0).after());
        assertEquals(0, plan.missingBefore());
        assertEquals(165, plan.missingWithout());
        assertEquals(0, plan.missingAfter());
        assertTrue(plan.pieces().stream()
                .anyMatch(piece -> piece.operatorId().equals("ill") && piece.activity() == Activity.ABSENCE));
    }

    @Test
    void whoComesEarlyInAWeekPublishedAfterIsNotCalledInLateOnSunday() {
        var sunday = MONDAY.plusDays(6);
        var need = new TreeMap<Instant, Integer>();
        for (int minute = clock(19, 0); minute < clock(21, 45); minute += 15) {
            need.put(at(sunday, minute), 1);
        }
        var late = new Shift("ill", at(sunday, clock(19, 0)), at(sunday, clock(21, 45)), Activity.CALLS);
        var early = new Shift(
                "off1", at(sunday.plusDays(1), clock(6, 0)), at(sunday.plusDays(1), clock(7, 30)), Activity.CALLS);
        var team = team("ill", "off1", "off2").stream()
                .map(employee -> employee.with(Standing.ANY_DAY))
                .toList();
        var away = List.of(new Away("ill", at(sunday, 0), at(sunday, clock(23, 0))));
        var week = Need.of(MONDAY, PARIS, 15, need);
        var free = REPLANNING.plan(week, team, List.of(late), List.of(), away, EVENING_BEFORE);
        var bound = REPLANNING.plan(week, team, List.of(late), List.of(early), away, EVENING_BEFORE);
        assertEquals(List.of("off1"), people(free));
        assertEquals(List.of("off2"), people(bound));
    }

    private static List<String> people(Replan plan) {
        return plan.changes().stream().map(Replan.Change::operatorId).toList();
    }

    @Test
    void nothingChangesWhereNobodyIsMissed() {
        var published = List.of(calls("ill", clock(8, 0), clock(10, 45)), calls("there", clock(8, 0), clock(10, 45)));
        var plan =
                replan(morning(0), team("ill", "off", "there"), published, EVENING_BEFORE, ill("ill", 0, clock(20, 0)));
        assertEquals(List.of(), plan.changes());
    }

    @Test
    void aChangeThatSavesTooLittleIsNotMade() {
        // A quarter is missing, and a piece is to save half an hour.
        var published = List.of(calls("ill", clock(10, 30), clock(10, 45)), calls("there", clock(8, 0), clock(10, 30)));
        var away = ill("ill", 0, clock(20, 0));
        var need = need(clock(8, 0), clock(10, 45), 1);
        var team = team("ill", "there");
        assertEquals(
                List.of(), replan(need, team, published, EVENING_BEFORE, away).changes());
        var willing = new Replanning(CHECK, 0).plan(need, team, published, List.of(), List.of(away), EVENING_BEFORE);
        assertEquals(1, willing.changedPieces());
        assertEquals(0, willing.missingAfter());
    }

    @Test
    void whatHasBegunStays() {
        var published = List.of(calls("ill", clock(8, 0), clock(12, 0)), calls("there", clock(8, 0), clock(10, 0)));
        var now = at(MONDAY, clock(9, 0));
        var plan = replan(
                need(clock(8, 0), clock(12, 0), 1),
                team("ill", "off", "there"),
                List.of(published.get(0), published.get(1)),
                now,
                ill("ill", clock(9, 0), clock(20, 0)));
        // Three hours would earn a pause.
        assertEquals(
                List.of(calls("there", clock(10, 0), clock(10, 45))),
                plan.changes().get(0).after().stream()
                        .filter(piece -> !published.contains(piece))
                        .toList());
        assertTrue(plan.pieces().contains(calls("ill", clock(8, 0), clock(9, 0))), "what was worked was worked");
        assertTrue(plan.pieces().contains(published.get(1)));
        assertEquals(75, plan.missingAfter());
    }

    @Test
    void nobodyIsCalledInAgainstTheRules() {
        var published = List.of(calls("ill", clock(7, 0), clock(9, 45)));
        var late = new Shift(
                "off", at(MONDAY.minusDays(1), clock(19, 0)), at(MONDAY.minusDays(1), clock(21, 45)), Activity.CALLS);
        var need = need(clock(7, 0), clock(9, 45), 1);
        var away = List.of(ill("ill", 0, clock(20, 0)));
        var rested = REPLANNING.plan(need, team("ill", "off"), published, List.of(), away, EVENING_BEFORE);
        var tired = REPLANNING.plan(need, team("ill", "off"), published, List.of(late), away, EVENING_BEFORE);
        assertEquals(1, rested.changes().size());
        assertEquals(List.of(), tired.changes(), "nine hours of rest");
    }

    @Test
    void twoAbsencesOfADayAreMendedTogether() {
        var published = List.of(calls("a", clock(8, 0), clock(10, 45)), calls("b", clock(8, 0), clock(10, 45)));
        var plan = replan(
                need(clock(8, 0), clock(10, 45), 2),
                team("a", "b", "c", "d"),
                published,
                EVENING_BEFORE,
                ill("a", 0, clock(20, 0)),
                ill("b", 0, clock(20, 0)));
        assertEquals(
                List.of("c", "d"),
                plan.changes().stream().map(Replan.Change::operatorId).toList());
        assertEquals(0, plan.missingAfter());
    }

    @Test
    void aBreakMovesWhereThatIsAllThatIsMissing() {
        // Whoever is ill would have covered the other's break.
        var published = List.of(
                calls("ill", clock(9, 30), clock(9, 45)),
                calls("there", clock(8, 0), clock(9, 30)),
                pause("there", clock(9, 30), clock(9, 45)),
                calls("there", clock(9, 45), clock(11, 30)));
        var need = new TreeMap<Instant, Integer>();
        IntStream.range(0, 14).forEach(q -> need.put(at(MONDAY, clock(8, 0) + 15 * q), q == 8 ? 0 : 1));
        var plan = new Replanning(CHECK, 1)
                .plan(
                        Need.of(MONDAY, PARIS, 15, need),
                        team("ill", "there"),
                        published,
                        List.of(),
                        List.of(ill("ill", 0, clock(20, 0))),
                        EVENING_BEFORE);
        assertEquals(15, plan.missingWithout());
        assertEquals(0, plan.missingAfter());
        assertTrue(plan.pieces().contains(pause("there", clock(10, 0), clock(10, 15))), plan::toString);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void neverBreaksARuleNorLacksMoreThanBefore(long seed) {
        var need = new TreeMap<Instant, Integer>();
        for (int day = 0; day < 6; day++) {
            for (int quarter = 0; quarter < 48; quarter++) {
                need.put(at(MONDAY.plusDays(day), clock(7, 0) + 15 * quarter), 4);
            }
        }
        var week = Need.of(MONDAY, PARIS, 15, need);
        var team = IntStream.rangeClosed(1, 10)
                .mapToObj(i -> new Employee("op" + i, i < 3 ? 24 * 60 : 35 * 60))
                .toList();
        var published = new Rostering(LabourProfile.IDCC_2098_CENTRES_APPELS, 3_000)
                .plan(week, team, new java.util.SplittableRandom(seed))
                .pieces();
        var tuesday = MONDAY.plusDays(1);
        var now = at(tuesday, clock(9, 0));
        var away = List.of(new Away("op5", now, at(tuesday.plusDays(2), 0)));
        var plan = REPLANNING.plan(week, team, published, List.of(), away, now);
        var review =
                new RosterReview(CHECK, new OpenLines(List.of(OpenLinesTest.open("07:00-19:00", Set.of())), PARIS));
        assertEquals(List.of(), review.violations(team, plan.pieces(), List.of(), MONDAY, MONDAY.plusWeeks(1)));
        assertTrue(plan.missingAfter() <= plan.missingWithout());
        var unmended = new ArrayList<>(published);
        unmended.removeIf(piece -> piece.operatorId().equals("op5"));
        plan.pieces().stream().filter(piece -> piece.operatorId().equals("op5")).forEach(unmended::add);
        int saved = weighed(week, unmended) - weighed(week, plan.pieces());
        assertTrue(saved >= WORTH * plan.changedPieces(), () -> saved + " weighed minutes saved by " + plan.changes());
        assertTrue(
                plan.changes().stream()
                        .allMatch(change -> !change.operatorId().equals("op5")
                                && !change.day().isBefore(tuesday)
                                && change.day().isBefore(tuesday.plusDays(2))),
                plan::toString);
        var past = new ArrayList<>(published);
        past.removeIf(
                piece -> !piece.startsAt().isBefore(now) || piece.operatorId().equals("op5"));
        assertTrue(plan.pieces().containsAll(past), "what has begun stays");
        assertEquals(plan, REPLANNING.plan(week, team, published, List.of(), away, now), "the same again");
    }

    private static int weighed(Need week, List<Shift> pieces) {
        return new Cover(week, pieces).weighedMinutes(at(MONDAY, 0), at(MONDAY.plusDays(6), 0));
    }

    @Test
    void anAbsenceThatEndsBeforeItBeginsIsRefused() {
        var error = assertThrows(IllegalArgumentException.class, () -> ill("a", clock(10, 0), clock(9, 0)));
        assertTrue(String.valueOf(error.getMessage()).contains("Maybe swap its times"), error::getMessage);
    }
}
