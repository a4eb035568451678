package fr.vigie.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.calendar.OpeningHours;
import fr.vigie.calendar.OpeningHours.Stretch;
import fr.vigie.call.Outcome;
import fr.vigie.load.DayLoad.Level;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DayLoadTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 30);
    private static final OpeningHours HOURS =
            new OpeningHours(Map.of(DayOfWeek.MONDAY, List.of(Stretch.parse("07:00-19:00"))), Set.of());
    private static final DayLoad RULES = new DayLoad(
            PARIS,
            Map.of("P1", "north", "P2", "south"),
            HOURS,
            Map.of(),
            15,
            new LoadRules(20_000, 5_000, 300_000, 10_000));

    private static long at(String time) {
        return Instant.parse("2026-03-30T" + time + "Z").toEpochMilli();
    }

    private static LoadCall answered(String practice, String arrived, int wait, int talk, int wrap) {
        long start = at(arrived);
        return new LoadCall(
                practice, start, start, start + 1000L * wait, start + 1000L * (wait + talk), wrap, Outcome.ANSWERED, 1);
    }

    private static LoadCall lost(String practice, String arrived, int wait, Outcome outcome, int attempt) {
        long start = at(arrived);
        return new LoadCall(practice, start, start, -1, start + 1000L * wait, 0, outcome, attempt);
    }

    private static LoadCount count(List<DayLoad.Interval> day, Level level, String id, String start) {
        return day.stream()
                .filter(i -> i.level() == level && i.id().equals(id) && i.startsAt() == at(start))
                .findFirst()
                .orElseThrow()
                .count();
    }

    @Test
    void countsACallWhereItArrivedAtEveryLevel() {
        var day = RULES.of(MONDAY, List.of(answered("P1", "08:14:59", 10, 60, 5)));
        for (var place : List.of(
                Map.entry(Level.PRACTICE, "P1"),
                Map.entry(Level.GROUP, "north"),
                Map.entry(Level.NETWORK, "network"))) {
            var n = count(day, place.getKey(), place.getValue(), "08:00:00");
            assertEquals(1, n.arrivals());
            assertEquals(1, n.offered());
            assertEquals(1, n.answeredWithin());
            assertEquals(65_000, n.handledMillis());
            assertEquals(10_000, n.waitMillis());
        }
        assertEquals(
                1,
                count(day, Level.NETWORK, "network", "08:15:00").maxConcurrent(),
                "it is handled in the next interval");
        assertEquals(0, count(day, Level.GROUP, "south", "08:00:00").arrivals());
    }

    @Test
    void everyOutcomeHasItsPlace() {
        var day = RULES.of(
                MONDAY,
                List.of(
                        answered("P1", "08:00:00", 30, 60, 5),
                        lost("P1", "08:00:01", 4, Outcome.ABANDONED, 1),
                        lost("P1", "08:00:02", 301, Outcome.ABANDONED, 2),
                        lost("P1", "08:00:03", 60, Outcome.OVERFLOWED, 1),
                        lost("P1", "08:00:04", 60, Outcome.VOICEMAIL, 1),
                        lost("P1", "08:00:05", 0, Outcome.BLOCKED, 1),
                        lost("P1", "08:00:06", 0, Outcome.CLOSED, 1),
                        lost("P1", "08:00:07", 20, Outcome.DEFLECTED, 1)));
        var n = count(day, Level.PRACTICE, "P1", "08:00:00");
        assertEquals(8, n.arrivals());
        assertEquals(5, n.offered());
        assertEquals(5, n.firstAttempts(), "the blocked one wanted an operator too; one of the abandoned is a redial");
        assertEquals(0, n.answeredWithin());
        assertEquals(1, n.abandonedShort());
        assertEquals(1, n.abandonedWithin());
        assertEquals(1, n.waitedLong());
        assertEquals(1, n.blocked());
        assertEquals(1, n.closed());
        assertEquals(1, n.deflected());
        assertEquals((30 + 4 + 301 + 60 + 60) * 1000L, n.waitMillis());
    }

    @Test
    void aShortTalkCountsAsACallButNotForTheHandlingTime() {
        var day =
                RULES.of(MONDAY, List.of(answered("P1", "08:00:00", 0, 9, 30), answered("P1", "08:01:00", 0, 10, 30)));
        var n = count(day, Level.PRACTICE, "P1", "08:00:00");
        assertEquals(2, n.answered());
        assertEquals(1, n.handled());
        assertEquals(40_000, n.handledMillis());
        assertEquals(19_000, n.talkMillis());
    }

    @Test
    void callersBeforeOpeningAreCarriedIntoTheFirstStaffedInterval() {
        var day = RULES.of(
                MONDAY, List.of(answered("P1", "04:50:00", 700, 60, 0), answered("P1", "04:30:00", 2000, 60, 0)));
        var first = count(day, Level.PRACTICE, "P1", "05:00:00");
        assertEquals(1, first.arrivals());
        assertEquals(1, first.carried());
        assertEquals(1, count(day, Level.PRACTICE, "P1", "04:30:00").arrivals(), "too early to queue");
    }

    @Test
    void groupsAndTheNetworkHaveTheirOpenHoursEvenWithoutCalls() {
        var day = RULES.of(MONDAY, List.of());
        assertEquals(48, day.stream().filter(i -> i.level() == Level.NETWORK).count());
        assertEquals(96, day.stream().filter(i -> i.level() == Level.GROUP).count());
        assertTrue(day.stream().allMatch(i -> i.count().arrivals() == 0));
        assertTrue(RULES.of(MONDAY.plusDays(1), List.of()).isEmpty(), "closed on a Tuesday");
    }

    @Test
    void aDayOfTheClockChangeHasItsOwnLength() {
        var always = new OpeningHours(Map.of(DayOfWeek.SUNDAY, List.of(Stretch.parse("00:00-24:00"))), Set.of());
        var rules = new DayLoad(PARIS, Map.of("P1", "north"), always, Map.of(), 0, RULES.rules());
        assertEquals(4 * 23, network(rules, LocalDate.of(2026, 3, 29)));
        assertEquals(4 * 25, network(rules, LocalDate.of(2026, 10, 25)));
    }

    private static long network(DayLoad rules, LocalDate day) {
        return rules.of(day, List.of()).stream()
                .filter(i -> i.level() == Level.NETWORK)
                .count();
    }

    @Test
    void concurrencyIsTheMostHandledAtOnceInEachInterval() {
        var day = RULES.of(
                MONDAY,
                List.of(
                        answered("P1", "08:00:00", 0, 600, 0),
                        answered("P1", "08:05:00", 0, 1500, 0),
                        answered("P2", "08:10:00", 0, 60, 0)));
        assertEquals(2, count(day, Level.PRACTICE, "P1", "08:00:00").maxConcurrent());
        assertEquals(2, count(day, Level.NETWORK, "network", "08:00:00").maxConcurrent());
        assertEquals(1, count(day, Level.NETWORK, "network", "08:15:00").maxConcurrent(), "one talk goes on");
        assertEquals(0, count(day, Level.NETWORK, "network", "08:45:00").maxConcurrent());
    }

    @Test
    void theOrderOfTheCallsDoesNotMatter() {
        var random = new Random(7);
        var calls = new java.util.ArrayList<>(IntStream.range(0, 500)
                .mapToObj(i -> {
                    var time =
                            "%02d:%02d:%02d".formatted(5 + random.nextInt(12), random.nextInt(60), random.nextInt(60));
                    return answered(
                            random.nextBoolean() ? "P1" : "P2", time, random.nextInt(400), random.nextInt(200), 5);
                })
                .toList());
        var before = describe(RULES.of(MONDAY, calls));
        Collections.shuffle(calls, random);
        assertEquals(before, describe(RULES.of(MONDAY, calls)));
    }

    private static List<String> describe(List<DayLoad.Interval> day) {
        return day.stream()
                .map(i -> "%s %s %d %d %d %d %d"
                        .formatted(
                                i.level(),
                                i.id(),
                                i.startsAt(),
                                i.count().arrivals(),
                                i.count().handledMillis(),
                                i.count().waitMillis(),
                                i.count().maxConcurrent()))
                .toList();
    }
}
