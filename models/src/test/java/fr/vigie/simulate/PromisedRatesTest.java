package fr.vigie.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.calendar.OpeningHours;
import fr.vigie.calendar.OpeningHours.Stretch;
import fr.vigie.calendar.SchoolHolidays;
import fr.vigie.calendar.SchoolZone;
import fr.vigie.call.Disposition;
import fr.vigie.call.Outcome;
import fr.vigie.call.Request;
import fr.vigie.call.TransferResult;
import fr.vigie.input.Call;
import fr.vigie.input.Practice;
import fr.vigie.input.Practitioner;
import fr.vigie.load.DayLoad;
import fr.vigie.load.LoadCall;
import fr.vigie.load.LoadRules;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A year of the default service keeps what the description of the service promises. */
@NullUnmarked // A null where a value belongs fails the test.
class PromisedRatesTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalDate FROM = LocalDate.of(2025, 1, 1);
    private static final LocalDate UNTIL = LocalDate.of(2026, 1, 1);
    private static final LocalDate FIRST_MONDAY = LocalDate.of(2025, 1, 6);
    private static final int WEEKS = 51;

    private static final class Day {
        int calls;
        int inQueueAtOpening;
        int longWaitsAfterOpening;
        int lost;
        long unserved;
        long redials;
    }

    private static final Map<LocalDate, Day> days = new TreeMap<>();
    private static final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
    private static final Map<TransferResult, Integer> transfers = new EnumMap<>(TransferResult.class);
    private static final Map<Request, long[]> handling = new EnumMap<>(Request.class);
    private static final Map<String, int[]> weekly = new TreeMap<>();
    private static final Map<String, List<Instant>> unanswered = new HashMap<>();
    private static final List<LoadCall> today = new ArrayList<>();
    private static long handlingSeconds;
    private static int bookings;
    private static int withoutSlot;
    private static LocalDate lastDay = FROM;
    private static Recording recording;

    @BeforeAll
    static void simulateAYear() {
        recording = Recording.of(ServicePlan.defaults(20_251_121, FROM, UNTIL), PromisedRatesTest::count);
        countAsLoad(lastDay, days.get(lastDay));
    }

    private static void count(Call call) {
        outcomes.merge(call.outcome(), 1, Integer::sum);
        var date = LocalDate.ofInstant(call.arrivedAt(), PARIS);
        if (!date.equals(lastDay) && !today.isEmpty()) {
            countAsLoad(lastDay, days.get(lastDay));
        }
        lastDay = date;
        var day = days.computeIfAbsent(date, d -> new Day());
        day.calls++;
        day.lost += call.outcome() == Outcome.ABANDONED ? 1 : 0;
        var opening = date.atTime(LocalTime.of(7, 0)).atZone(PARIS).toInstant();
        var left = call.answeredAt() == null ? call.endedAt() : call.answeredAt();
        boolean early = call.arrivedAt().isBefore(opening);
        if (early && call.outcome() != Outcome.CLOSED && !left.isBefore(opening)) {
            day.inQueueAtOpening++;
        }
        if (call.answeredAt() != null) {
            if (!early && Duration.between(call.arrivedAt(), call.answeredAt()).toSeconds() > 300) {
                day.longWaitsAfterOpening++;
            }
            long seconds = Duration.between(call.answeredAt(), call.endedAt()).toSeconds() + call.wrapSeconds();
            handlingSeconds += seconds;
            if (call.request() != null) {
                var sums = handling.computeIfAbsent(call.request(), r -> new long[2]);
                sums[0] += seconds;
                sums[1]++;
            }
            if (call.request() == Request.BOOKING && call.transferResult() == null) {
                bookings++;
                withoutSlot += call.disposition() == Disposition.NO_SLOT ? 1 : 0;
            }
        }
        if (call.transferResult() != null) {
            transfers.merge(call.transferResult(), 1, Integer::sum);
        }
        var practice = call.practiceId() == null ? call.calledNumber() : call.practiceId();
        long week = Math.floorDiv(ChronoUnit.DAYS.between(FIRST_MONDAY, date), 7L);
        if (week >= 0 && week < WEEKS) {
            weekly.computeIfAbsent(practice, p -> new int[WEEKS])[(int) week]++;
        }
        today.add(loadCall(call, practice, attempt(call, practice)));
    }

    /** 1 and the caller's unanswered calls of the hour before, as calls are taken in. */
    private static int attempt(Call call, String practice) {
        if (call.caller() == null) {
            return 1;
        }
        var before = unanswered.computeIfAbsent(practice + call.caller(), key -> new ArrayList<>());
        before.removeIf(lost -> Duration.between(lost, call.arrivedAt()).toMinutes() >= 60);
        int attempt = 1 + before.size();
        if (call.answeredAt() == null && call.outcome() != Outcome.DEFLECTED) {
            before.add(call.arrivedAt());
        }
        return attempt;
    }

    private static LoadCall loadCall(Call call, String practice, int attempt) {
        return new LoadCall(
                practice,
                call.arrivedAt().toEpochMilli(),
                (call.queuedAt() == null ? call.arrivedAt() : call.queuedAt()).toEpochMilli(),
                call.answeredAt() == null ? -1 : call.answeredAt().toEpochMilli(),
                call.endedAt().toEpochMilli(),
                call.wrapSeconds() == null ? 0 : call.wrapSeconds(),
                call.outcome(),
                attempt);
    }

    private static int calls() {
        return outcomes.values().stream().mapToInt(i -> i).sum();
    }

    private static double mean(DayOfWeek weekday, ToIntFunction<Day> value) {
        return days.entrySet().stream()
                .filter(e -> e.getKey().getDayOfWeek() == weekday && isOrdinary(e.getKey()))
                .mapToInt(e -> value.applyAsInt(e.getValue()))
                .average()
                .orElseThrow();
    }

    private static boolean isOrdinary(LocalDate day) {
        return !SchoolHolidays.isHoliday(SchoolZone.B, day)
                && days.get(day).calls > 500
                && days.getOrDefault(day.minusDays(1), new Day()).calls
                                + days.getOrDefault(day.minusDays(2), new Day()).calls
                        > 600;
    }

    @Test
    void aYearHas900000Calls() {
        assertEquals(900_000, calls(), 18_000);
    }

    @Test
    void anOrdinaryWorkingDayHas3000To4000Calls() {
        var ordinary = days.keySet().stream()
                .filter(d -> d.getDayOfWeek().getValue() <= 5 && isOrdinary(d))
                .toList();
        long within = ordinary.stream()
                .filter(d -> days.get(d).calls >= 3000 && days.get(d).calls <= 4000)
                .count();
        assertTrue(ordinary.size() > 150, ordinary.size() + " ordinary days");
        assertTrue(within >= 0.75 * ordinary.size(), within + " of " + ordinary.size());
    }

    @Test
    void mondayHas15To20PercentMoreThanTuesdayToFriday() {
        double others = (mean(DayOfWeek.TUESDAY, d -> d.calls)
                        + mean(DayOfWeek.WEDNESDAY, d -> d.calls)
                        + mean(DayOfWeek.THURSDAY, d -> d.calls)
                        + mean(DayOfWeek.FRIDAY, d -> d.calls))
                / 4;
        assertEquals(1.175, mean(DayOfWeek.MONDAY, d -> d.calls) / others, 0.035);
    }

    @Test
    void someTenCallersWaitWhenTheLinesOpenOnMondays() {
        assertEquals(10.5, mean(DayOfWeek.MONDAY, d -> d.inQueueAtOpening), 2.5);
    }

    @Test
    void mondayIsTheWorstDayForCallers() {
        double monday = mean(DayOfWeek.MONDAY, d -> d.lost) / mean(DayOfWeek.MONDAY, d -> d.calls);
        for (var weekday : EnumSet.range(DayOfWeek.TUESDAY, DayOfWeek.SATURDAY)) {
            double other = mean(weekday, d -> d.lost) / mean(weekday, d -> d.calls);
            assertTrue(other < monday, weekday + " loses " + other + ", Monday " + monday);
        }
        long mondaysWithLongWaits = days.entrySet().stream()
                .filter(e -> e.getKey().getDayOfWeek() == DayOfWeek.MONDAY)
                .filter(e -> e.getValue().longWaitsAfterOpening > 0)
                .count();
        assertTrue(mondaysWithLongWaits >= 10, mondaysWithLongWaits + " Mondays with waits over five minutes");
    }

    @Test
    void handlingTakes65SecondsAndDependsOnTheRequest() {
        assertEquals(65, handlingSeconds / (double) outcomes.get(Outcome.ANSWERED), 2);
        assertTrue(meanHandling(Request.NEW_PATIENT) > meanHandling(Request.BOOKING) + 10);
        assertTrue(meanHandling(Request.BOOKING) > meanHandling(Request.CANCELLATION) + 10);
    }

    private static double meanHandling(Request request) {
        return (double) handling.get(request)[0] / handling.get(request)[1];
    }

    @Test
    void ofItsSixtyNineCallsAWeekAPracticeHasSevenToFourteenTransferred() {
        double week = calls() / 250.0 / (365 / 7.0);
        assertEquals(69, week, 2);
        double transferred = transfers.values().stream().mapToInt(i -> i).sum() * 69.0 / calls();
        assertTrue(transferred >= 7 && transferred <= 14, transferred + " transfers");
    }

    @Test
    void mostTransfersAreAccepted() {
        double all = transfers.values().stream().mapToInt(i -> i).sum();
        assertEquals(0.86, transfers.get(TransferResult.ACCEPTED) / all, 0.05);
        assertEquals(0.055, transfers.get(TransferResult.DECLINED) / all, 0.02);
        assertEquals(0.09, transfers.get(TransferResult.NO_ANSWER) / all, 0.03);
    }

    @Test
    void weeklyCountsVaryByMoreThanChance() {
        // School holidays apart: what is left is not the calendar's doing.
        var dispersions = weekly.values().stream()
                .map(PromisedRatesTest::termWeeks)
                .filter(counts -> Arrays.stream(counts).average().orElse(0) > 30)
                .mapToDouble(PromisedRatesTest::dispersion)
                .sorted()
                .toArray();
        assertTrue(dispersions.length > 150);
        assertTrue(dispersions[dispersions.length / 10] > 1.2, "first tenth " + dispersions[dispersions.length / 10]);
    }

    private static int[] termWeeks(int[] counts) {
        return IntStream.range(0, WEEKS)
                .filter(w -> !SchoolHolidays.isHoliday(SchoolZone.B, FIRST_MONDAY.plusWeeks(w)))
                .map(w -> counts[w])
                .toArray();
    }

    private static double dispersion(int[] counts) {
        double mean = Arrays.stream(counts).average().orElseThrow();
        return Arrays.stream(counts).mapToDouble(c -> (c - mean) * (c - mean)).sum() / (counts.length - 1) / mean;
    }

    @Test
    void theOtherOutcomesAreRare() {
        double all = calls();
        assertEquals(0.90, outcomes.get(Outcome.ANSWERED) / all, 0.03);
        assertEquals(0.06, outcomes.get(Outcome.ABANDONED) / all, 0.03);
        for (var outcome :
                new Outcome[] {Outcome.OVERFLOWED, Outcome.VOICEMAIL, Outcome.DEFLECTED, Outcome.BLOCKED, Outcome.CLOSED
                }) {
            double share = outcomes.get(outcome) / all;
            assertTrue(share > 0.0001 && share < 0.03, outcome + " " + share);
        }
    }

    @Test
    void nearlyHalfOfTheLostCallAgain() {
        long lost = days.values().stream().mapToLong(day -> day.unserved).sum();
        long redials = days.values().stream().mapToLong(day -> day.redials).sum();
        // One caller in 25 withholds the number and is never seen again.
        assertEquals(0.45 * 0.96, (double) redials / lost, 0.015);
    }

    /** Counts the last day's calls as load. */
    private static void countAsLoad(LocalDate date, Day day) {
        var hours = new OpeningHours(
                Arrays.stream(DayOfWeek.values())
                        .collect(Collectors.toMap(d -> d, d -> List.of(Stretch.parse("07:00-19:00")))),
                Set.of());
        new DayLoad(PARIS, Map.of(), hours, Map.of(), 15, new LoadRules(20_000, 5_000, 300_000, 10_000))
                .of(date, today).stream()
                        .filter(interval -> interval.level() == DayLoad.Level.NETWORK)
                        .map(DayLoad.Interval::count)
                        .forEach(count -> {
                            day.unserved += count.abandoned() + count.blocked();
                            day.redials += count.offered() + count.blocked() - count.firstAttempts();
                        });
        today.clear();
    }

    @Test
    void sixOfTenPracticesAgreeToTerritorialFigures() {
        var practices = recording.rows(Practice.class);
        assertEquals(250, practices.size());
        assertEquals(
                150.0,
                (double) practices.stream().filter(p -> p.agreedFrom() != null).count(),
                2);
        long doctors = recording.rows(Practitioner.class).stream()
                .map(Practitioner::practitionerId)
                .distinct()
                .count();
        assertEquals(330.0, (double) doctors, 25);
    }

    @Test
    void oneBookingInTwelveFindsNoSlot() {
        assertEquals(1 / 12.0, withoutSlot / (double) bookings, 0.03);
    }

    @Test
    void nothingIsAnsweredOnSundaysAndPublicHolidays() {
        var closed = new TreeSet<LocalDate>();
        days.forEach((day, counts) -> {
            if (counts.lost == 0 && counts.calls < 200) {
                closed.add(day);
            }
        });
        assertTrue(closed.contains(LocalDate.of(2025, 5, 1)));
        assertTrue(closed.contains(LocalDate.of(2025, 12, 25)));
        assertTrue(closed.contains(LocalDate.of(2025, 3, 2)));
        assertEquals(52 + 11, closed.size());
    }
}
