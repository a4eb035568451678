package fr.vigie.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.input.Activity;
import fr.vigie.input.Shift;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What counts beside the need: wishes, fairness, what is published and what is fixed. */
class ConsiderationsTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final Rostering ROSTERING =
            new Rostering(LabourProfile.IDCC_2098_CENTRES_APPELS, 5_000, 1, RosterWeights.DEFAULT);

    @Test
    void aWishThatWeighsEnoughIsFulfilled() {
        var wish = new Consideration(List.of(), Set.of(new Wish.FreeDay(DayOfWeek.TUESDAY)), List.of());
        // A day more a week saves breaks, which are worth less than this wish.
        var weights = new RosterWeights(4, 0.1, 10, 1, 0.1);
        var plan = new Rostering(LabourProfile.IDCC_2098_CENTRES_APPELS, 5_000, 1, weights)
                .plan(need(3), people(), Map.of("op1", wish), random());
        assertTrue(pieces(plan, "op1").stream().noneMatch(piece -> date(piece).equals(MONDAY.plusDays(1))));
        assertFalse(pieces(plan, "op1").isEmpty());
    }

    @Test
    void whoWishesToBeginEarlyBeginsInTheFirstHour() {
        var plan = plan(Map.of("op2", new Consideration(List.of(), Set.of(new Wish.Early()), List.of())));
        for (var start : starts(plan, "op2")) {
            assertTrue(start.isBefore(LocalTime.of(9, 0)), start::toString);
        }
    }

    @Test
    void whoHadManyEarlyDaysHasFewer() {
        var before = new ArrayList<Shift>();
        for (var day = MONDAY.minusWeeks(10); day.isBefore(MONDAY); day = day.plusDays(1)) {
            if (day.getDayOfWeek().getValue() < 6) {
                before.add(shift("op3", day, 8, 12, Activity.CALLS));
            }
        }
        var plan = plan(Map.of("op3", new Consideration(before, Set.of(), List.of())));
        assertEquals(
                List.of(),
                starts(plan, "op3").stream()
                        .filter(start -> start.isBefore(LocalTime.of(9, 0)))
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void whatIsFixedStaysAndNobodyAnswersCallsThen(LabourProfile profile) {
        var training = shift("op1", MONDAY.plusDays(2), 10, 12, Activity.TRAINING);
        var meeting = shift("op2", MONDAY.plusDays(3), 14, 15, Activity.MEETING);
        var plan = new Rostering(profile, 5_000, 1, RosterWeights.DEFAULT)
                .plan(
                        need(2),
                        people(),
                        Map.of(
                                "op1", new Consideration(List.of(), Set.of(), List.of(training)),
                                "op2", new Consideration(List.of(), Set.of(), List.of(meeting))),
                        random());
        assertTrue(plan.pieces().contains(training), () -> pieces(plan, "op1").toString());
        assertTrue(plan.pieces().contains(meeting), () -> pieces(plan, "op2").toString());
        for (var quarter : plan.coverage()) {
            long calls = plan.pieces().stream()
                    .filter(piece -> piece.activity() == Activity.CALLS
                            && !piece.startsAt().isAfter(quarter.startsAt())
                            && piece.endsAt().isAfter(quarter.startsAt()))
                    .count();
            assertEquals(quarter.planned(), calls, quarter.startsAt().toString());
        }
    }

    @Test
    void aPublishedRosterThatCoversTheNeedStaysAndSoDoMostDaysWhenSomebodyFallsIll() {
        var first = plan(Map.of());
        var published = new HashMap<String, Consideration>();
        people().forEach(e ->
                published.put(e.operatorId(), new Consideration(List.of(), Set.of(), pieces(first, e.operatorId()))));
        var again = plan(published);
        assertEquals(0, moved(first, again, ""), "nothing changed");
        var ill = new ArrayList<>(people());
        ill.set(0, new Employee("op1", 35 * 60, Set.of(MONDAY), 0, null, 48 * 60));
        var after = ROSTERING.plan(need(2), ill, published, random());
        var unbound = ROSTERING.plan(need(2), ill, Map.of(), random());
        assertTrue(
                moved(first, after, "op1") <= Math.min(6, moved(first, unbound, "op1")),
                () -> moved(first, after, "op1") + " and " + moved(first, unbound, "op1"));
    }

    /** Days of which coming or leaving is another one's, of everybody but one. */
    private static long moved(RosterPlan one, RosterPlan other, String but) {
        var before = spans(one);
        var after = spans(other);
        var all = new java.util.TreeSet<>(before);
        all.addAll(after);
        return all.stream()
                .filter(span ->
                        (but.isEmpty() || !span.startsWith(but)) && !(before.contains(span) && after.contains(span)))
                .map(span -> span.substring(0, span.indexOf(' ')))
                .distinct()
                .count();
    }

    private static List<String> spans(RosterPlan plan) {
        return people().stream()
                .flatMap(e -> Timesheet.days(PARIS, pieces(plan, e.operatorId())).stream()
                        .map(day -> "%s-%s %s %s".formatted(e.operatorId(), day.day(), day.start(), day.end())))
                .toList();
    }

    @Test
    void wishesAreReadInTwoLanguagesAndWhatIsNoneIsKnown() {
        assertEquals(
                List.of(
                        Optional.of(new Wish.FreeDay(DayOfWeek.WEDNESDAY)),
                        Optional.of(new Wish.Early()),
                        Optional.of(new Wish.FreeDay(DayOfWeek.FRIDAY)),
                        Optional.empty()),
                Wish.parse("libre mercredi| early ;free friday, a desk by the window"));
        assertEquals(List.of(), Wish.parse(" "));
    }

    @Test
    void aWeightBelowZeroIsRefusedByName() {
        var refused = assertThrows(IllegalArgumentException.class, () -> new RosterWeights(1, 1, -1, 1, 1));
        assertTrue(String.valueOf(refused.getMessage()).startsWith("The weight wish (-1"), refused::getMessage);
    }

    private static RosterPlan plan(Map<String, Consideration> considerations) {
        return ROSTERING.plan(need(2), people(), considerations, random());
    }

    private static List<Shift> pieces(RosterPlan plan, String operatorId) {
        return plan.pieces().stream()
                .filter(piece -> piece.operatorId().equals(operatorId))
                .toList();
    }

    private static List<LocalTime> starts(RosterPlan plan, String operatorId) {
        return Timesheet.days(PARIS, pieces(plan, operatorId)).stream()
                .map(day -> LocalTime.ofInstant(day.start(), PARIS))
                .toList();
    }

    /** So many from eight to six on five days. */
    private static Need need(int agents) {
        var need = new HashMap<Instant, Integer>();
        for (int day = 0; day < 5; day++) {
            for (int half = 0; half < 20; half++) {
                need.put(
                        MONDAY.plusDays(day)
                                .atTime(8, 0)
                                .plusMinutes(30L * half)
                                .atZone(PARIS)
                                .toInstant(),
                        agents);
            }
        }
        return Need.of(MONDAY, PARIS, 30, need);
    }

    private static List<Employee> people() {
        return IntStream.rangeClosed(1, 5)
                .mapToObj(i -> new Employee("op" + i, 28 * 60))
                .toList();
    }

    private static Shift shift(String operatorId, LocalDate day, int from, int until, Activity activity) {
        return new Shift(
                operatorId,
                day.atTime(from, 0).atZone(PARIS).toInstant(),
                day.atTime(until, 0).atZone(PARIS).toInstant(),
                activity);
    }

    private static LocalDate date(Shift piece) {
        return LocalDate.ofInstant(piece.startsAt(), PARIS);
    }

    private static RandomGenerator random() {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(7);
    }
}
