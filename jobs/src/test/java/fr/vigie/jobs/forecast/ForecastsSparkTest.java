package fr.vigie.jobs.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.calendar.OpeningHours;
import fr.vigie.forecast.PlaceOccasions;
import fr.vigie.jobs.StageRun;
import fr.vigie.jobs.config.Block;
import fr.vigie.jobs.config.ServiceConfig;
import fr.vigie.jobs.config.VigieConfig;
import fr.vigie.jobs.lake.BacktestRow;
import fr.vigie.jobs.lake.EffectRow;
import fr.vigie.jobs.lake.ForecastRow;
import fr.vigie.jobs.lake.ForecastTotalRow;
import fr.vigie.jobs.lake.Lake;
import fr.vigie.jobs.lake.LoadRow;
import fr.vigie.jobs.lake.Tables;
import fr.vigie.jobs.spark.SharedSpark;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SharedSpark.class)
class ForecastsSparkTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    /** A Monday; the clocks go back on 26 October. */
    private static final LocalDate FIRST = LocalDate.of(2025, 9, 1);

    private static final LocalDate AS_OF = FIRST.plusWeeks(12);
    private static final LocalDate HOLIDAY = AS_OF.plusDays(1);
    private static final Map<String, String> GROUPS = Map.of("p1", "north", "p2", "north", "p3", "south");
    private static final OpeningHours MORNINGS = new OpeningHours(
            List.of(DayOfWeek.values()).stream()
                    .filter(day -> day != DayOfWeek.SUNDAY)
                    .collect(Collectors.toMap(day -> day, day -> List.of(OpeningHours.Stretch.parse("08:00-10:00")))),
            Set.of(HOLIDAY));

    private static List<LoadRow> load;
    private static List<Forecasts.Made> made;

    @BeforeAll
    static void forecastOnce(SparkSession spark) {
        load = load();
        made = Everywhere.made(spark.createDataset(load, Tables.LOAD.encoder()).repartition(3), plan());
    }

    private static ForecastPlan plan() {
        var config = new ForecastConfig(
                14,
                30,
                ForecastConfig.Demand.FIRST_ATTEMPTS,
                List.of("hour-of-week-regression", "seasonal-naive"),
                800,
                4,
                List.of(),
                8,
                Duration.ofMinutes(3));
        return new ForecastPlan(
                config,
                PARIS,
                FIRST,
                AS_OF,
                GROUPS,
                Map.of("north", MORNINGS, "south", MORNINGS),
                new SpecialDays(Set.of(HOLIDAY), Map.of(), Map.of(), null, PlaceOccasions.none(), Map.of()),
                DayOfWeek.MONDAY,
                Map.of("p3", new ForecastPlan.Client(LocalDate.MAX, AS_OF.plusDays(6))),
                Newcomers.none());
    }

    /** Twelve weeks and one of the future, which nobody may look at. */
    private static List<LoadRow> load() {
        var random = new SplittableRandom(5);
        var rows = new ArrayList<LoadRow>();
        for (var day = FIRST; day.isBefore(AS_OF.plusWeeks(1)); day = day.plusDays(1)) {
            for (int quarter = 32; quarter < 40 && day.getDayOfWeek() != DayOfWeek.SUNDAY; quarter++) {
                var at = day.atTime(quarter / 4, quarter % 4 * 15).atZone(PARIS).toInstant();
                var groups = new TreeMap<String, Integer>();
                for (var practice : new TreeMap<>(GROUPS).entrySet()) {
                    int calls = random.nextInt(day.isBefore(AS_OF) ? 4 : 400);
                    groups.merge(practice.getValue(), calls, Integer::sum);
                    if (calls > 0) {
                        rows.add(row("practice", practice.getKey(), at, day, calls));
                    }
                }
                for (var group : groups.entrySet()) {
                    rows.add(row("group", group.getKey(), at, day, group.getValue()));
                }
                rows.add(row(
                        "network",
                        "network",
                        at,
                        day,
                        groups.values().stream().mapToInt(c -> c).sum()));
            }
        }
        return rows;
    }

    private static LoadRow row(String level, String id, Instant at, LocalDate day, int calls) {
        return new LoadRow(
                level,
                id,
                15,
                at,
                day,
                calls,
                2L * calls,
                calls,
                calls,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                calls,
                90.0 * calls,
                0,
                0,
                0,
                0,
                1);
    }

    private static List<ForecastRow> rows(String model, String level, String id) {
        return made.stream()
                .map(Forecasts.Made::forecast)
                .filter(r -> r != null && r.model().equals(model) && r.level().equals(level) && r.id().equals(id))
                .sorted(Comparator.comparing(ForecastRow::startsAt))
                .toList();
    }

    @Test
    void everyOpenHalfHourOfTheNextTwoWeeksIsForecastAndNoOther() {
        var rows = rows("hour-of-week-regression", "group", "north");
        // Twelve mornings of four half-hours, less the public holiday.
        assertEquals(11 * 4, rows.size());
        assertTrue(rows.stream().noneMatch(r -> r.localDate().equals(HOLIDAY)));
        assertEquals(AS_OF.atTime(8, 0).atZone(PARIS).toInstant(), rows.get(0).startsAt());
        assertTrue(rows.stream().allMatch(r -> r.mean() > 0 && r.q025() <= r.q50() && r.q50() <= r.q975()));
    }

    @Test
    void redialsAreLeftOutAndTheFutureIsNotSeen() {
        double mean = rows("hour-of-week-regression", "practice", "p1").stream()
                .mapToDouble(ForecastRow::mean)
                .average()
                .orElseThrow();
        // Two quarters of 1.5 first attempts each.
        assertEquals(3, mean, 0.3);
    }

    @Test
    void handlingTimeStandsBeside() {
        assertTrue(
                rows("seasonal-naive", "network", "network").stream().allMatch(r -> Math.abs(r.ahtSeconds() - 90) < 5));
    }

    @Test
    void practicesAddUpToGroupsAndGroupsToTheNetwork() {
        for (var model : plan().config().models()) {
            var north = sums(rows(model, "practice", "p1"), rows(model, "practice", "p2"));
            rows(model, "group", "north").forEach(r -> assertEquals(r.mean(), north.get(r.startsAt()), 1e-9));
            var all = sums(rows(model, "group", "north"), rows(model, "group", "south"));
            var network = rows(model, "network", "network");
            assertEquals(all.size(), network.size());
            network.forEach(r -> assertEquals(r.mean(), all.get(r.startsAt()), 1e-9));
        }
    }

    @Test
    void daysAndWeeksAreTheSumsOfTheirHalfHoursAtEveryLevel() {
        for (var model : plan().config().models()) {
            for (var place : List.of("practice p1", "practice p2", "group north", "group south", "network network")) {
                var level = place.split(" ", -1)[0];
                var id = place.split(" ", -1)[1];
                var days = new TreeMap<LocalDate, Double>();
                rows(model, level, id).forEach(row -> days.merge(row.localDate(), row.mean(), Double::sum));
                var totals = totals(model, level, id);
                assertEquals(days.size() + 2, totals.size(), "days and two weeks");
                for (var total : totals) {
                    var end = total.localDate().plusDays(total.days());
                    double sum = days.subMap(total.localDate(), end).values().stream()
                            .mapToDouble(d -> d)
                            .sum();
                    assertEquals(sum, total.mean(), 1e-9, place + total.localDate());
                    // The south's only practice leaves after the first week.
                    boolean left = id.equals("south") && total.localDate().isAfter(AS_OF.plusDays(6));
                    assertEquals(left, total.mean() == 0);
                    assertTrue(left || (total.q025() < total.q50() && total.q50() < total.q975()));
                }
            }
        }
    }

    @Test
    void theIntervalOfADayIsNarrowerThanTheSumOfItsHalfHours() {
        var halfHours = rows("hour-of-week-regression", "network", "network");
        var monday = totals("hour-of-week-regression", "network", "network").get(0);
        assertEquals(AS_OF, monday.localDate());
        double sum = halfHours.stream()
                .filter(row -> row.localDate().equals(AS_OF))
                .mapToDouble(row -> row.q90() - row.q10())
                .sum();
        assertTrue(monday.q90() - monday.q10() < sum, monday + " against " + sum);
    }

    private static List<ForecastTotalRow> totals(String model, String level, String id) {
        return made.stream()
                .map(Forecasts.Made::total)
                .filter(r -> r != null && r.model().equals(model) && r.level().equals(level) && r.id().equals(id))
                .sorted(Comparator.comparingInt(ForecastTotalRow::days).thenComparing(ForecastTotalRow::localDate))
                .toList();
    }

    private static Map<Instant, Double> sums(List<ForecastRow> some, List<ForecastRow> others) {
        var sums = new TreeMap<Instant, Double>();
        some.forEach(r -> sums.merge(r.startsAt(), r.mean(), Double::sum));
        others.forEach(r -> sums.merge(r.startsAt(), r.mean(), Double::sum));
        return sums;
    }

    @Test
    void aPracticeThatLeavesHasNoForecastAfterItsLastDay() {
        var rows = rows("hour-of-week-regression", "practice", "p3");
        assertFalse(rows.isEmpty());
        assertTrue(rows.stream().noneMatch(r -> r.localDate().isAfter(AS_OF.plusDays(6))));
    }

    @Test
    void effectsExplainTheDaysOfGroupsAndTheNetwork() {
        var effects = made.stream()
                .map(Forecasts.Made::effect)
                .filter(Objects::nonNull)
                .toList();
        // Of days after a holiday nothing is known yet; the turns of the month were seen twice.
        var turns = Set.of(LocalDate.of(2025, 11, 28), LocalDate.of(2025, 12, 1), LocalDate.of(2025, 12, 2));
        assertEquals(
                Set.of("north", "south", "network"),
                effects.stream().map(EffectRow::id).collect(Collectors.toSet()));
        for (var effect : effects) {
            assertTrue(turns.contains(effect.localDate()) && effect.effect().startsWith("month-"), effect.toString());
            assertTrue(Math.abs(effect.ratio()) < 0.1, effect.toString());
        }
    }

    @Test
    void everyPlaceIsScoredByHorizonAndPracticesTogether() {
        var scores = made.stream().filter(m -> m.score() != null).toList();
        // Three practices, two groups and the network; two models; two buckets each of intervals, days and weeks, and
        // the later weeks.
        assertEquals(6 * 2 * (3 * 2 + 1), scores.size());
        var together = Forecasts.together(scores);
        assertEquals(
                List.of(
                        "daily-days-2-14",
                        "daily-next-day",
                        "days-2-14",
                        "next-day",
                        "weekly-later-weeks",
                        "weekly-next-week",
                        "weeks-2-6"),
                together.stream()
                        .filter(s -> s.model().equals("seasonal-naive"))
                        .map(BacktestRow::horizon)
                        .toList());
        for (int horizon : new int[] {0, 2}) {
            double naive = together.get(7 + horizon).wape();
            double regression = together.get(horizon).wape();
            assertTrue(regression < naive, regression + " against " + naive);
        }
        // Chance cancels out in sums.
        assertTrue(together.get(4).wape() < together.get(2).wape());
    }

    @Test
    void theJobWritesItsTablesAndWritesThemAgainTheSame(SparkSession spark, @TempDir Path folder) {
        var lake = new Lake(spark);
        lake.replace(Tables.LOAD, spark.createDataset(load, Tables.LOAD.encoder()), "test-load");
        var config = VigieConfig.parse(
                "forecast: {models: [mean-of-same-weekdays], backtest-weeks: 2}",
                "the test",
                List.of(new Block("service", ServiceConfig.class), new Block("forecast", ForecastConfig.class)));
        new ForecastJob().run(new StageRun(lake, config, AS_OF, "first", folder));
        var first = lake.digest(Tables.FORECAST);
        var scores = lake.digest(Tables.BACKTEST);
        var totals = lake.digest(Tables.FORECAST_TOTAL);
        assertTrue(lake.read(Tables.FORECAST).count() > 0);
        new ForecastJob().run(new StageRun(lake, config, AS_OF, "second", folder));
        assertEquals(first, lake.digest(Tables.FORECAST));
        assertEquals(scores, lake.digest(Tables.BACKTEST));
        assertEquals(totals, lake.digest(Tables.FORECAST_TOTAL));
    }
}
