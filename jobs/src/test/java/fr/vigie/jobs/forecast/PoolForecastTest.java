package fr.vigie.jobs.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.calendar.Almanac;
import fr.vigie.calendar.OpeningHours;
import fr.vigie.forecast.Kin;
import fr.vigie.forecast.PlaceOccasions;
import fr.vigie.jobs.lake.EffectRow;
import fr.vigie.jobs.lake.ForecastRow;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Thirty weeks of a group that is open on weekday mornings: four hours of five days. */
class PoolForecastTest {
    private static final LocalDate FIRST = LocalDate.of(2025, 9, 1);
    private static final LocalDate AS_OF = FIRST.plusWeeks(30);
    private static final LocalDate LATELY = AS_OF.minusWeeks(8);
    private static final String MODEL = "hour-of-week-regression";

    private static ForecastPlan plan(
            boolean isOpen, Map<String, ForecastPlan.Client> clients, Newcomers newcomers, String... practices) {
        return plan(isOpen, 4, clients, newcomers, practices);
    }

    private static ForecastPlan plan(
            boolean isOpen,
            int backtestWeeks,
            Map<String, ForecastPlan.Client> clients,
            Newcomers newcomers,
            String... practices) {
        var mornings = new OpeningHours(
                Stream.of(DayOfWeek.values())
                        .filter(day -> isOpen && day.getValue() < 6)
                        .collect(Collectors.toMap(
                                day -> day, day -> List.of(OpeningHours.Stretch.parse("08:00-12:00")))),
                Set.of());
        return new ForecastPlan(
                new ForecastConfig(
                        14,
                        60,
                        ForecastConfig.Demand.FIRST_ATTEMPTS,
                        List.of(MODEL),
                        800,
                        backtestWeeks,
                        List.of(),
                        8,
                        Duration.ofMinutes(3)),
                ZoneId.of("Europe/Paris"),
                FIRST,
                AS_OF,
                Stream.of(practices).collect(Collectors.toMap(each -> each, each -> "g")),
                Map.of("g", mornings, "other", OPEN),
                new SpecialDays(Set.of(), Map.of(), Map.of(), null, PlaceOccasions.none(), Map.of()),
                DayOfWeek.MONDAY,
                clients,
                newcomers);
    }

    private static final OpeningHours OPEN =
            new OpeningHours(Map.of(DayOfWeek.MONDAY, List.of(OpeningHours.Stretch.parse("08:00-12:00"))), Set.of());

    private static List<Forecasts.Made> made(ForecastPlan plan, Map<String, ToIntFunction<LocalDate>> hourly) {
        var timeline = plan.timeline();
        var whole = new PoolForecast.Place(timeline.length());
        var places = new TreeMap<String, PoolForecast.Place>();
        hourly.forEach((id, calls) -> {
            var place = new PoolForecast.Place(timeline.length());
            for (int i = 0; i < plan.present(timeline); i++) {
                var day = timeline.date(timeline.day(i));
                int hour = timeline.slotOfDay(i);
                if (day.getDayOfWeek().getValue() < 6 && hour >= 8 && hour < 12) {
                    int came = calls.applyAsInt(day);
                    place.add(i, came, came, 90_000L * came);
                    whole.add(i, came, came, 90_000L * came);
                }
            }
            places.put(id, place);
        });
        return new PoolForecast(plan, timeline).group("g", whole, places);
    }

    private static double sum(List<Forecasts.Made> made, String id) {
        return made.stream()
                .map(Forecasts.Made::forecast)
                .filter(Objects::nonNull)
                .filter(row -> row.id().equals(id))
                .mapToDouble(ForecastRow::mean)
                .sum();
    }

    private static List<String> footings(List<Forecasts.Made> made) {
        return made.stream()
                .map(Forecasts.Made::effect)
                .filter(Objects::nonNull)
                .filter(effect -> effect.level().equals("practice"))
                .map(EffectRow::effect)
                .toList();
    }

    private static ForecastPlan.Client since(LocalDate day) {
        return new ForecastPlan.Client(day, LocalDate.MAX);
    }

    @Test
    void aBusyPracticeBesideSilentOnesIsForecast() {
        var plan = plan(true, Map.of("busy", since(LATELY)), Newcomers.none(), "quiet", "mute", "busy");
        var made = made(
                plan,
                Map.of(
                        "quiet", day -> day.equals(FIRST) ? 1 : 0,
                        "mute", day -> day.equals(FIRST) ? 1 : 0,
                        "busy", day -> day.isBefore(LATELY) ? 0 : 10));
        assertEquals(400, sum(made, "busy"), 20);
        assertEquals(sum(made, "g"), sum(made, "busy") + sum(made, "quiet") + sum(made, "mute"), 1e-9);
    }

    @Test
    void whoCameIsRememberedSinceBeforeTheFirstOrigin() {
        var came = AS_OF.minusWeeks(25);
        // Eight weekly origins, and the fourteen weeks of a level before them; or twelve.
        assertFalse(passes(4, came));
        assertTrue(passes(8, came));
    }

    private static boolean passes(int backtestWeeks, LocalDate came) {
        var plan = plan(true, backtestWeeks, Map.of("late", since(came)), Newcomers.none(), "late");
        var timeline = plan.timeline();
        var open = plan.open(timeline, "g");
        var calls = new double[timeline.length()];
        for (int i = 0; i < calls.length; i++) {
            calls[i] = open[i] && !timeline.date(timeline.day(i)).isBefore(came) ? 5 : 0;
        }
        return new Lives(plan, timeline)
                .part("late", open, calls, Almanac.none())
                .passes();
    }

    @Test
    void aGroupThatIsNeverOpenHasNoForecast() {
        var made = made(
                plan(
                        false,
                        Map.of(),
                        new Newcomers(Map.of("coming", new Kin(3, 1)), Map.of(), Map.of()),
                        "a",
                        "coming"),
                Map.of("a", day -> 5));
        assertTrue(made.stream().allMatch(each -> each.forecast() == null));
        assertEquals(List.of("unknown-kind"), footings(made));
    }

    @Test
    void whereAllCameLatelyANewcomerTakesTheirShape() {
        var kin = new Kin(7, 1);
        var plan = plan(
                true,
                Map.of("a", since(LATELY), "b", since(LATELY), "coming", since(AS_OF)),
                new Newcomers(Map.of("coming", kin), Map.of(), Map.of()),
                "a",
                "b",
                "coming");
        var made = made(
                plan, Map.of("a", day -> day.isBefore(LATELY) ? 0 : 10, "b", day -> day.isBefore(LATELY) ? 0 : 20));
        assertEquals(14 * 7, sum(made, "coming"), 5);
        assertEquals(List.of("its-kind"), footings(made));
        assertEquals(sum(made, "g"), sum(made, "a") + sum(made, "b") + sum(made, "coming"), 1e-9);
    }

    @Test
    void testsBeforeItsFirstDayDoNotMakeAPracticeKnown() {
        var calls = Map.<String, ToIntFunction<LocalDate>>of(
                "old", day -> 20, "new", day -> day.isBefore(AS_OF.minusDays(28)) ? testCalls(day) : 10);
        var made = made(plan(true, Map.of("new", since(AS_OF.minusDays(28))), Newcomers.none(), "old", "new"), calls);
        assertEquals(400, sum(made, "new"), 20);
        assertEquals(800, sum(made, "old"), 20);
    }

    /** On three days of two weeks. */
    private static int testCalls(LocalDate day) {
        return Set.of(AS_OF.minusDays(42), AS_OF.minusDays(38), AS_OF.minusDays(31))
                        .contains(day)
                ? 1
                : 0;
    }

    @Test
    void testsAreNoCallsOfANewcomer() {
        var plan = plan(
                true,
                Map.of("new", since(AS_OF)),
                new Newcomers(Map.of("new", new Kin(7, 1)), Map.of(), Map.of()),
                "old",
                "new");
        var made = made(plan, Map.of("old", day -> 20, "new", PoolForecastTest::testCalls));
        assertEquals(14 * 7, sum(made, "new"), 5);
    }

    @Test
    void oneDayOfHistoryIsShrunkTowardsTheKind() {
        var since = AS_OF.minusDays(3);
        var clients = Map.of("new", since(since));
        var young = new Newcomers(Map.of(), Map.of("new", new Kin(7, 1)), Map.of());
        // A Friday of 50 calls an hour, where 7 a day are usual.
        var calls =
                Map.<String, ToIntFunction<LocalDate>>of("old", day -> 20, "new", day -> day.isBefore(since) ? 0 : 50);
        double alone = sum(made(plan(true, clients, Newcomers.none(), "old", "new"), calls), "new");
        assertTrue(alone > 1000);
        var made = made(plan(true, clients, young, "old", "new"), calls);
        assertEquals(3 / 28.0 * alone + 25 / 28.0 * 14 * 7, sum(made, "new"), 2);
        made.stream()
                .map(Forecasts.Made::forecast)
                .filter(Objects::nonNull)
                .filter(row -> row.id().equals("new"))
                .forEach(row -> assertTrue(row.q90() > 1.9 * row.mean(), row.toString()));
        assertEquals(sum(made, "g"), sum(made, "old") + sum(made, "new"), 1e-9);
    }
}
