package fr.vigie.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.calendar.PublicHolidays;
import fr.vigie.calendar.SchoolHolidays;
import fr.vigie.calendar.SchoolZone;
import fr.vigie.call.Disposition;
import fr.vigie.call.Outcome;
import fr.vigie.call.Request;
import fr.vigie.call.TransferResult;
import fr.vigie.input.Absence;
import fr.vigie.input.AbsenceKind;
import fr.vigie.input.Activity;
import fr.vigie.input.Agenda;
import fr.vigie.input.Call;
import fr.vigie.input.Event;
import fr.vigie.input.EventKind;
import fr.vigie.input.Forwarding;
import fr.vigie.input.ForwardingMode;
import fr.vigie.input.Instruction;
import fr.vigie.input.InstructionKind;
import fr.vigie.input.Message;
import fr.vigie.input.Observation;
import fr.vigie.input.Operator;
import fr.vigie.input.Practice;
import fr.vigie.input.Practitioner;
import fr.vigie.input.Presence;
import fr.vigie.input.PresenceState;
import fr.vigie.input.Review;
import fr.vigie.input.Shift;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a year of the default service promises about its hours, its callers, its doctors and what is hidden in it. */
@NullUnmarked // A null where a value belongs fails the test.
class PromisedLivesTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalDate FROM = LocalDate.of(2025, 1, 1);
    private static final LocalDate UNTIL = LocalDate.of(2026, 1, 1);

    /** What callers of a practice met on a day. */
    private static final class Met {
        private int calls;
        private int transfers;
        private int declined;
        private int asked;
        private int withoutSlot;
    }

    private static final Map<String, TreeMap<LocalDate, Met>> practices = new HashMap<>();
    private static final Map<LocalDate, Integer> calls = new TreeMap<>();
    private static final Map<Request, Integer> requests = new EnumMap<>(Request.class);
    private static final Map<String, Set<Integer>> hours = new HashMap<>();

    /** Lost and all calls by weekday and by morning (before 10), late morning, afternoon and evening (from 16). */
    private static final int[][][] lost = new int[8][4][2];

    private static int tooEarlyOrLate;
    private static int abandoned;
    private static long waitedSeconds;
    private static Recording year;

    @BeforeAll
    static void simulateAYear() {
        year = Recording.of(ServicePlan.defaults(20_251_121, FROM, UNTIL), PromisedLivesTest::count);
    }

    private static void count(Call call) {
        var at = call.arrivedAt().atZone(PARIS);
        calls.merge(at.toLocalDate(), 1, Integer::sum);
        int quarter = at.getHour() < 10 ? 0 : at.getHour() < 13 ? 1 : at.getHour() < 16 ? 2 : 3;
        lost[at.getDayOfWeek().getValue()][quarter][0] += call.outcome() == Outcome.ABANDONED ? 1 : 0;
        lost[at.getDayOfWeek().getValue()][quarter][1]++;
        if (call.answeredAt() != null) {
            var answered = call.answeredAt().atZone(PARIS);
            boolean open = answered.getHour() >= 7 && at.getHour() < 19 && at.getDayOfWeek() != DayOfWeek.SUNDAY;
            tooEarlyOrLate += open ? 0 : 1;
        }
        switch (call.outcome()) {
            case ANSWERED, ABANDONED, VOICEMAIL, OVERFLOWED -> {
                var queued = call.queuedAt() == null ? call.arrivedAt() : call.queuedAt();
                var left = call.answeredAt() == null ? call.endedAt() : call.answeredAt();
                waitedSeconds += Duration.between(queued, left).toSeconds();
                abandoned += call.outcome() == Outcome.ABANDONED ? 1 : 0;
            }
            default -> {}
        }
        var practice = call.practiceId() == null ? call.calledNumber() : call.practiceId();
        hours.computeIfAbsent(practice, p -> new HashSet<>()).add(at.getHour());
        var met = practices
                .computeIfAbsent(practice, p -> new TreeMap<>())
                .computeIfAbsent(at.toLocalDate(), day -> new Met());
        met.calls++;
        met.transfers += call.transferResult() == null ? 0 : 1;
        met.declined += call.transferResult() == TransferResult.DECLINED ? 1 : 0;
        if (call.request() != null) {
            requests.merge(call.request(), 1, Integer::sum);
        }
        if (call.request() == Request.BOOKING && call.transferResult() == null) {
            met.asked++;
            met.withoutSlot += call.disposition() == Disposition.NO_SLOT ? 1 : 0;
        }
    }

    @Test
    void sixteenOperatorsOf35HoursAnswerFromSevenToSevenMondayToSaturday() {
        var operators = year.rows(Operator.class);
        assertEquals(16, operators.size());
        assertTrue(operators.stream().allMatch(o -> o.contractHoursPerWeek() == 35));
        assertEquals(0, tooEarlyOrLate);
    }

    @Test
    void mondayMorningIsTheWorstTimeOfTheWeek() {
        double monday = share(lost[1][0]);
        for (int weekday = 1; weekday <= 6; weekday++) {
            for (int quarter = 0; quarter < 4; quarter++) {
                if (weekday > 1 || quarter > 0) {
                    double other = share(lost[weekday][quarter]);
                    assertTrue(other < 0.8 * monday, DayOfWeek.of(weekday) + " " + quarter + ": " + other);
                }
            }
        }
    }

    private static double share(int[] part) {
        return part[0] / (double) part[1];
    }

    @Test
    void callersHaveAMeanPatienceOf300Seconds() {
        // Exponential and cut short by an answer: all the time waited, over those whose patience ended.
        assertEquals(300, waitedSeconds / (double) abandoned, 5);
    }

    @Test
    void everyRequestHasItsShare() {
        var expected = Map.of(
                Request.BOOKING, 0.38,
                Request.NEW_PATIENT, 0.07,
                Request.CHANGE, 0.11,
                Request.CANCELLATION, 0.08,
                Request.URGENT, 0.08,
                Request.PRESCRIPTION, 0.09,
                Request.INFORMATION, 0.13,
                Request.OTHER, 0.06);
        double all = requests.values().stream().mapToInt(i -> i).sum();
        expected.forEach((request, share) -> assertEquals(share, requests.get(request) / all, 0.005, request.name()));
    }

    @Test
    void schoolHolidaysAreQuietAndTheDayAfterAPublicHolidayIsNot() {
        double term = mean(day -> isMidweek(day) && isTerm(day));
        double summer =
                mean(day -> isMidweek(day) && (day.getMonthValue() == 7 || day.getMonthValue() == 8) && !isTerm(day));
        assertTrue(summer < 0.85 * term, summer + " and " + term);
        var closed = PublicHolidays.ofFrance(FROM, UNTIL);
        double after = mean(day -> closed.contains(day.minusDays(1))
                && day.getDayOfWeek().getValue() >= 2
                && day.getDayOfWeek().getValue() <= 4);
        assertTrue(after > 1.02 * mean(day -> isMidweek(day) && !closed.contains(day.minusDays(1))), after + "");
    }

    @Test
    void epidemicsFillTheWinter() {
        var epidemics = year.rows(Event.class).stream()
                .filter(event -> event.kind() == EventKind.EPIDEMIC)
                .toList();
        assertTrue(epidemics.size() >= 2, epidemics::toString);
        assertTrue(
                epidemics.stream().allMatch(e -> e.scope().equals("all") && isWinter(e.startsOn())),
                epidemics::toString);
        var flu = epidemics.get(0);
        var peak = flu.startsOn().plusDays(ChronoUnit.DAYS.between(flu.startsOn(), flu.endsOn()) / 2);
        double wave = mean(day -> isMidweek(day) && isTerm(day) && Math.abs(ChronoUnit.DAYS.between(peak, day)) < 10);
        assertTrue(wave > 1.1 * mean(day -> isMidweek(day) && isTerm(day) && !isWinter(day)), wave + " a day");
    }

    private static boolean isMidweek(LocalDate day) {
        int weekday = day.getDayOfWeek().getValue();
        return weekday >= 2 && weekday <= 5 && calls.get(day) > 500;
    }

    private static boolean isTerm(LocalDate day) {
        return !SchoolHolidays.isHoliday(SchoolZone.B, day);
    }

    private static boolean isWinter(LocalDate day) {
        return day.getMonthValue() == 12 || day.getMonthValue() <= 3;
    }

    private static double mean(Predicate<LocalDate> days) {
        return calls.entrySet().stream()
                .filter(day -> days.test(day.getKey()))
                .mapToInt(Map.Entry::getValue)
                .average()
                .orElseThrow();
    }

    @Test
    void aFifthOfTheLinesIsForwardedOnlyPartOfTheTimeAndCallsComeOnlyThen() {
        var first = new TreeMap<String, Forwarding>();
        year.rows(Forwarding.class).forEach(row -> first.putIfAbsent(row.practiceId(), row));
        long partly = first.values().stream()
                .filter(row -> row.mode() != ForwardingMode.ALWAYS)
                .count();
        assertEquals(0.2, partly / (double) first.size(), 0.06);
        var mornings = first.values().stream()
                .filter(row -> "MON-FRI 07:00-12:00".equals(row.schedule()))
                .map(row -> line(row.practiceId()))
                .toList();
        assertTrue(mornings.size() >= 3, mornings::toString);
        for (var practice : mornings) {
            // A redial may come up to an hour later.
            assertTrue(hours.get(practice).stream().allMatch(hour -> hour >= 7 && hour <= 12), practice);
        }
    }

    /** How the calls of a practice name it. */
    private static String line(String practiceId) {
        return practices.containsKey(practiceId)
                ? practiceId
                : year.rows(Practice.class).stream()
                        .filter(practice -> practice.practiceId().equals(practiceId))
                        .map(Practice::calledNumbers)
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void doctorsAreAwayForSomeWeeksWithAndWithoutAReplacement() {
        var leave = year.rows(Absence.class).stream()
                .filter(absence -> absence.kind() == AbsenceKind.LEAVE)
                .toList();
        double days = leave.stream()
                .mapToDouble(absence -> 1 + ChronoUnit.DAYS.between(absence.startsOn(), absence.endsOn()))
                .sum();
        double doctors = year.rows(Practitioner.class).stream()
                .map(Practitioner::practitionerId)
                .distinct()
                .count();
        assertEquals(7.5, days / 7 / doctors, 1);
        double replaced = leave.stream().filter(Absence::replaced).count() / (double) leave.size();
        assertEquals(0.38, replaced, 0.08);
        assertTrue(Stream.of(AbsenceKind.values())
                .allMatch(kind -> year.rows(Absence.class).stream().anyMatch(absence -> absence.kind() == kind)));
    }

    @Test
    void nothingIsPutThroughWhileTheOnlyDoctorIsAwayAndInstructionsSaySo() {
        var alone = year.rows(Practitioner.class).stream()
                .collect(Collectors.groupingBy(Practitioner::practiceId, Collectors.counting()));
        int checked = 0;
        for (var instruction : year.rows(Instruction.class)) {
            if (instruction.kind() != InstructionKind.MESSAGE_ONLY || instruction.practitionerId() == null) {
                continue;
            }
            assertEquals(1, alone.get(instruction.practiceId()), instruction::toString);
            var first = LocalDate.ofInstant(instruction.validFrom(), PARIS);
            var until = LocalDate.ofInstant(instruction.validUntil(), PARIS);
            for (var met : practices
                    .getOrDefault(line(instruction.practiceId()), new TreeMap<>())
                    .subMap(first, until)
                    .values()) {
                assertEquals(0, met.transfers, instruction::toString);
                checked += met.calls;
            }
        }
        assertTrue(checked > 10_000, checked + " calls");
    }

    @Test
    void operatorsKeepToTheirShiftsBarIllness() {
        double planned = 0;
        for (var shift : year.rows(Shift.class)) {
            if (shift.activity() == Activity.CALLS
                    && shift.startsAt().isBefore(UNTIL.atStartOfDay(PARIS).toInstant())) {
                planned += Duration.between(shift.startsAt(), shift.endsAt()).toSeconds();
            }
        }
        double there = year.rows(Presence.class).stream()
                .filter(presence -> presence.state() == PresenceState.AVAILABLE)
                .mapToDouble(presence ->
                        Duration.between(presence.startsAt(), presence.endsAt()).toSeconds())
                .sum();
        assertEquals(0.98, there / planned, 0.02);
        assertTrue(Stream.of(
                        Activity.CALLS,
                        Activity.BREAK,
                        Activity.TRAINING,
                        Activity.MEETING,
                        Activity.WORK,
                        Activity.ABSENCE)
                .allMatch(activity -> year.rows(Shift.class).stream().anyMatch(shift -> shift.activity() == activity)));
    }

    @Test
    void reviewsPraiseAndComplain() {
        var reviews = year.rows(Review.class);
        assertTrue(reviews.size() > 500, reviews.size() + " reviews");
        for (int rating = 1; rating <= 5; rating++) {
            int stars = rating;
            long count =
                    reviews.stream().filter(review -> review.rating() == stars).count();
            assertTrue(count > 0.05 * reviews.size(), stars + ": " + count);
        }
    }

    @Test
    void refusalsGrowWhereTheyWerePlantedAndNowhereElse() {
        for (var truth : year.truths()) {
            double before = rate(truth.practiceId(), FROM, truth.from(), met -> met.declined, met -> met.transfers);
            var after = truth.from().plusDays(14);
            double then = rate(truth.practiceId(), after, UNTIL, met -> met.declined, met -> met.transfers);
            switch (truth.kind()) {
                case REFUSAL -> assertEquals(0.34, then, 0.1, truth::toString);
                case STRESS -> assertEquals(0.08, then - before, 0.08, truth::toString);
                case JOINED, LEFT -> {}
                default -> assertEquals(before, then, 0.07, truth::toString);
            }
        }
    }

    @Test
    void slotsRunOutWhereThatWasPlantedAndNowhereElse() {
        for (var truth : year.truths()) {
            double before = rate(truth.practiceId(), FROM, truth.from(), met -> met.withoutSlot, met -> met.asked);
            var after = truth.from().plusDays(56);
            double then = rate(truth.practiceId(), after, UNTIL, met -> met.withoutSlot, met -> met.asked);
            switch (truth.kind()) {
                case SATURATION -> assertEquals(0.40, then, 0.07, truth::toString);
                case JOINED, LEFT -> {}
                default -> assertEquals(before, then, 0.08, truth::toString);
            }
        }
    }

    private interface Figure {
        int of(Met met);
    }

    private static double rate(
            String practiceId, LocalDate from, LocalDate until, Figure numerator, Figure denominator) {
        var days = practices
                .get(line(practiceId))
                .subMap(from, until.isAfter(from) ? until : from)
                .values();
        return days.stream().mapToInt(numerator::of).sum()
                / (double) Math.max(1, days.stream().mapToInt(denominator::of).sum());
    }

    @Test
    void strainShowsInLateClosuresAndUnreadMessages() {
        for (var truth : year.truths()) {
            if (truth.kind() == Planted.STRESS) {
                var full = truth.from().plusDays(28);
                assertTrue(lateSlots(truth, FROM, truth.from()) < 0.3, truth::toString);
                assertTrue(lateSlots(truth, full, UNTIL) > 1.5, truth::toString);
                double ratio = hoursUnread(truth, full, UNTIL) / hoursUnread(truth, FROM, truth.from());
                assertEquals(3, ratio, 1, truth::toString);
            }
        }
    }

    /** Slots closed late a half-day. */
    private static double lateSlots(Truth truth, LocalDate from, LocalDate until) {
        return year.rows(Agenda.class).stream()
                .filter(agenda -> agenda.practiceId().equals(truth.practiceId()))
                .filter(agenda -> !agenda.day().isBefore(from) && agenda.day().isBefore(until))
                .mapToInt(Agenda::closedLateSlots)
                .average()
                .orElseThrow();
    }

    /** The median of the hours until a message is read. */
    private static double hoursUnread(Truth truth, LocalDate from, LocalDate until) {
        var start = from.atStartOfDay(PARIS).toInstant();
        Instant end = until.atStartOfDay(PARIS).toInstant();
        var hours = year.rows(Message.class).stream()
                .filter(message -> message.practiceId().equals(truth.practiceId()) && message.readAt() != null)
                .filter(message ->
                        !message.leftAt().isBefore(start) && message.leftAt().isBefore(end))
                .map(message ->
                        Duration.between(message.leftAt(), message.readAt()).toSeconds() / 3600.0)
                .sorted()
                .toList();
        return hours.get(hours.size() / 2);
    }

    @Test
    void operatorsNoticeWhatIsPlanted() {
        var changing = year.truths().stream()
                .filter(truth -> truth.kind().isChange())
                .map(Truth::practiceId)
                .collect(Collectors.toSet());
        var observations = year.rows(Observation.class);
        double there = observations.stream()
                        .filter(observation -> changing.contains(observation.practiceId()))
                        .count()
                / (double) changing.size();
        double elsewhere = observations.stream()
                        .filter(observation -> !changing.contains(observation.practiceId()))
                        .count()
                / (250.0 - changing.size());
        assertTrue(there > 5 * elsewhere && elsewhere > 0.2, there + " and " + elsewhere);
    }

    @Test
    void manyOnlyLookAsIfTheyChanged() {
        var kinds = year.truths().stream().collect(Collectors.groupingBy(Truth::kind, Collectors.counting()));
        assertEquals(
                Map.of(Planted.REFUSAL, 3L, Planted.WIND_DOWN, 3L, Planted.STRESS, 2L, Planted.SATURATION, 3L),
                kinds.entrySet().stream()
                        .filter(kind -> kind.getKey().isChange())
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        long lookAlikes =
                year.truths().stream().filter(truth -> !truth.kind().isChange()).count();
        assertTrue(lookAlikes > 11, lookAlikes + " look-alikes");
        for (var truth : year.truths()) {
            if (truth.kind() == Planted.REPLACEMENT) {
                assertTrue(
                        List.copyOf(year.rows(Absence.class)).stream()
                                .anyMatch(absence -> absence.practitionerId().equals(truth.practitionerId())
                                        && absence.replaced()
                                        && absence.startsOn().equals(truth.from())),
                        truth::toString);
            }
            if (truth.kind() == Planted.CAMPAIGN) {
                assertTrue(
                        callsADay(truth, truth.from(), truth.until())
                                > 1.3 * callsADay(truth, truth.from().minusDays(60), truth.from()),
                        truth::toString);
            }
        }
    }

    private static double callsADay(Truth truth, LocalDate from, LocalDate until) {
        return practices.get(line(truth.practiceId())).subMap(from, until).values().stream()
                .mapToInt(met -> met.calls)
                .filter(count -> count > 3)
                .average()
                .orElseThrow();
    }
}
