package fr.vigie.jobs.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.calendar.OpeningHours;
import fr.vigie.forecast.Footing;
import fr.vigie.forecast.Kin;
import fr.vigie.forecast.PlaceOccasions;
import fr.vigie.jobs.lake.BacktestRow;
import fr.vigie.jobs.lake.ForecastRow;
import fr.vigie.jobs.lake.LoadRow;
import fr.vigie.jobs.lake.Tables;
import fr.vigie.jobs.spark.SharedSpark;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Twenty-four weeks of a group of practices of every age, open on weekday mornings and busy. */
@ExtendWith(SharedSpark.class)
class PracticeLivesSparkTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalDate FIRST = LocalDate.of(2025, 9, 1);
    private static final LocalDate AS_OF = FIRST.plusWeeks(24);
    private static final OpeningHours MORNINGS = new OpeningHours(
            List.of(DayOfWeek.values()).stream()
                    .filter(day -> day.getValue() < 6)
                    .collect(Collectors.toMap(day -> day, day -> List.of(OpeningHours.Stretch.parse("08:00-12:00")))),
            Set.of());
    private static final Map<String, String> GROUPS =
            List.of("old", "new", "none", "left", "rare", "gone-silent", "leaving", "back", "coming").stream()
                    .collect(Collectors.toMap(practice -> practice, practice -> "g"));

    /** What is expected of the one who comes, and of each practice whose rate is 1, on a calendar day. */
    private static final double COMING = 3;

    private static final double PER_DAY = 5.5 * (4 * 1.5 + 12 * 0.8) / 7;

    private static List<ForecastRow> forecasts;
    private static List<BacktestRow> scores;
    private static List<String> footings;

    @BeforeAll
    static void forecastOnce(SparkSession spark) {
        var config = new ForecastConfig(
                14,
                30,
                ForecastConfig.Demand.FIRST_ATTEMPTS,
                List.of("auto", "hour-of-week-regression", "mean-of-same-weekdays", "seasonal-naive"),
                800,
                4,
                List.of(),
                8,
                Duration.ofMinutes(3));
        var plan = new ForecastPlan(
                config,
                PARIS,
                FIRST,
                AS_OF,
                GROUPS,
                Map.of("g", MORNINGS),
                new SpecialDays(Set.of(), Map.of(), Map.of(), null, PlaceOccasions.none(), Map.of()),
                DayOfWeek.MONDAY,
                Map.of(
                        "left", new ForecastPlan.Client(FIRST, AS_OF.minusWeeks(3)),
                        "new", new ForecastPlan.Client(AS_OF.minusWeeks(2), LocalDate.MAX),
                        "leaving", new ForecastPlan.Client(FIRST, AS_OF.plusDays(6)),
                        "back", new ForecastPlan.Client(AS_OF.minusWeeks(2), LocalDate.MAX),
                        "coming", new ForecastPlan.Client(AS_OF.plusDays(7), LocalDate.MAX)),
                new Newcomers(
                        Map.of("coming", new Kin(COMING * PER_DAY, 0.5)),
                        Map.of(),
                        Map.of("none", Footing.NEVER_CALLED)));
        var made = Everywhere.made(spark.createDataset(load(), Tables.LOAD.encoder()), plan);
        forecasts = made.stream()
                .map(Forecasts.Made::forecast)
                .filter(Objects::nonNull)
                .toList();
        footings = made.stream()
                .map(Forecasts.Made::effect)
                .filter(Objects::nonNull)
                .filter(effect -> effect.level().equals("practice"))
                .map(effect -> effect.id() + " " + effect.effect())
                .distinct()
                .toList();
        scores = made.stream()
                .map(Forecasts.Made::score)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Expected calls of a quarter-hour. */
    private static double rate(String practice, LocalDate day, int quarter) {
        double shape = (day.getDayOfWeek() == DayOfWeek.MONDAY ? 1.5 : 1) * (quarter < 36 ? 1.5 : 0.8);
        return shape
                * switch (practice) {
                    case "old" -> 20;
                    case "new" -> day.isBefore(AS_OF.minusWeeks(2)) ? 0 : 4;
                    case "left" -> day.isAfter(AS_OF.minusWeeks(3)) ? 0 : 6;
                    case "rare" -> 0.01;
                    case "leaving" -> day.isAfter(AS_OF.plusDays(6)) ? 0 : 8;
                    case "back" -> day.isBefore(AS_OF.minusWeeks(12)) || !day.isBefore(AS_OF.minusWeeks(2)) ? 5 : 0;
                    case "coming" -> day.isBefore(AS_OF.plusDays(7)) ? 0 : COMING;
                    case "gone-silent" -> day.isBefore(AS_OF.minusWeeks(6)) ? 5 : 0;
                    default -> 0;
                };
    }

    private static List<LoadRow> load() {
        var random = new SplittableRandom(8);
        var rows = new ArrayList<LoadRow>();
        for (var day = FIRST; day.isBefore(AS_OF); day = day.plusDays(1)) {
            for (int quarter = 32; quarter < 48 && day.getDayOfWeek().getValue() < 6; quarter++) {
                var at = day.atTime(quarter / 4, quarter % 4 * 15).atZone(PARIS).toInstant();
                int sum = 0;
                for (var practice : new TreeMap<>(GROUPS).keySet()) {
                    int calls = poisson(rate(practice, day, quarter), random);
                    sum += calls;
                    if (calls > 0) {
                        rows.add(QuarterLoad.of("practice", practice, at, day, calls));
                    }
                }
                rows.add(QuarterLoad.of("group", "g", at, day, sum));
                rows.add(QuarterLoad.of("network", "network", at, day, sum));
            }
        }
        return rows;
    }

    private static int poisson(double mean, SplittableRandom random) {
        double limit = StrictMath.exp(-mean);
        int count = 0;
        for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
            count++;
        }
        return count;
    }

    private static double sum(String model, String id) {
        return forecasts.stream()
                .filter(row -> row.model().equals(model) && row.id().equals(id))
                .mapToDouble(ForecastRow::mean)
                .sum();
    }

    private static double expected(String practice) {
        return expected(practice, AS_OF) + expected(practice, AS_OF.plusWeeks(1));
    }

    private static double expected(String practice, LocalDate from) {
        double sum = 0;
        for (var day = from; day.isBefore(from.plusWeeks(1)); day = day.plusDays(1)) {
            for (int quarter = 32; quarter < 48 && day.getDayOfWeek().getValue() < 6; quarter++) {
                sum += rate(practice, day, quarter);
            }
        }
        return sum;
    }

    @Test
    void neverIsAnythingNotANumberOrOutOfOrder() {
        assertTrue(forecasts.size() > 1000);
        for (var row : forecasts) {
            var q = new double[] {
                0, row.q025(), row.q05(), row.q10(), row.q25(), row.q50(), row.q75(), row.q90(), row.q95(), row.q975()
            };
            for (int k = 1; k < q.length; k++) {
                assertTrue(q[k] >= q[k - 1] && Double.isFinite(q[k]), row.toString());
            }
            assertTrue(row.mean() >= 0 && Double.isFinite(row.mean()) && row.ahtSeconds() > 0, row.toString());
        }
        for (var score : scores) {
            var wape = score.wape();
            assertTrue(
                    DoubleStream.of(wape == null ? 0 : wape, score.mase(), score.smape(), score.pinball())
                            .allMatch(Double::isFinite),
                    score.toString());
        }
    }

    @Test
    void twoWeeksOfHistoryGiveASensibleForecastInTheShapeOfTheGroup() {
        for (var model : List.of("auto", "hour-of-week-regression")) {
            assertEquals(1, sum(model, "new") / expected("new"), 0.15, model);
            double monday = onDay(model, AS_OF);
            double tuesday = onDay(model, AS_OF.plusDays(1));
            assertEquals(1.5, monday / tuesday, 0.25, model);
        }
    }

    private static double onDay(String model, LocalDate day) {
        return forecasts.stream()
                .filter(row -> row.model().equals(model)
                        && row.id().equals("new")
                        && row.localDate().equals(day))
                .mapToDouble(ForecastRow::mean)
                .sum();
    }

    @Test
    void whoNeverCalledOrHasLeftHasNoForecast() {
        assertEquals(
                0, forecasts.stream().filter(row -> row.id().equals("none")).count());
        assertEquals(
                0, forecasts.stream().filter(row -> row.id().equals("left")).count());
    }

    @Test
    void aPracticeOfMostlyZeroHoursKeepsItsSum() {
        double expected = expected("rare");
        for (var model : List.of("auto", "hour-of-week-regression")) {
            assertEquals(expected, sum(model, "rare"), 0.6 * expected + 0.5, model);
        }
    }

    @Test
    void aPracticeSilentForSixWeeksIsForecastSilent() {
        for (var model : List.of("auto", "hour-of-week-regression")) {
            assertTrue(sum(model, "gone-silent") < 0.01 * 5 * expected("old") / 20, model);
        }
    }

    @Test
    void practicesOfAutoAddUpToItsGroup() {
        var sums = new TreeMap<Instant, Double>();
        forecasts.stream()
                .filter(row -> row.model().equals("auto") && row.level().equals("practice"))
                .forEach(row -> sums.merge(row.startsAt(), row.mean(), Double::sum));
        var group = forecasts.stream()
                .filter(row -> row.model().equals("auto") && row.level().equals("group"))
                .toList();
        // Ten mornings of eight half-hours.
        assertEquals(80, group.size());
        group.forEach(row -> assertEquals(row.mean(), sums.get(row.startsAt()), 1e-9));
    }

    private static double week(String model, String id, LocalDate from) {
        return forecasts.stream()
                .filter(row -> row.model().equals(model)
                        && row.id().equals(id)
                        && !row.localDate().isBefore(from)
                        && row.localDate().isBefore(from.plusWeeks(1)))
                .mapToDouble(ForecastRow::mean)
                .sum();
    }

    @Test
    void whoComesAndGoesLeavesTheOthersTheirOwnCalls() {
        for (var model : List.of("auto", "hour-of-week-regression", "mean-of-same-weekdays")) {
            for (int week = 0; week < 2; week++) {
                var from = AS_OF.plusWeeks(week);
                assertEquals(1, week(model, "old", from) / expected("old", from), 0.06, model + week);
                assertEquals(1, week(model, "back", from) / expected("back", from), 0.2, model + week);
            }
        }
    }

    @Test
    void aGroupIsWhatItsClientsOfTheDayBring() {
        for (var model : List.of("auto", "hour-of-week-regression", "mean-of-same-weekdays")) {
            for (int week = 0; week < 2; week++) {
                var from = AS_OF.plusWeeks(week);
                double expected = GROUPS.keySet().stream()
                        .filter(practice -> !practice.equals("gone-silent"))
                        .mapToDouble(practice -> expected(practice, from))
                        .sum();
                assertEquals(1, week(model, "g", from) / expected, 0.06, model + week);
                assertEquals(week(model, "g", from), week(model, "network", from), 1e-6, model + week);
            }
        }
    }

    @Test
    void whoNeverCalledIsForecastByItsKindAndWithDoubt() {
        var after = AS_OF.plusWeeks(1);
        assertEquals(0, week("auto", "coming", AS_OF));
        assertEquals(1, week("auto", "coming", after) / expected("coming", after), 0.1);
        forecasts.stream()
                .filter(row -> row.id().equals("coming"))
                .forEach(row ->
                        assertTrue(row.q90() > 1.6 * row.mean() && row.q10() < 0.6 * row.mean(), row.toString()));
        assertEquals(List.of("coming its-kind"), footings);
    }

    @Test
    void everyModelIsScoredAtEveryHorizonAndLevel() {
        for (var level : List.of("network", "group", "practice")) {
            for (var horizon : List.of("next-day", "days-2-14", "weeks-2-6")) {
                assertEquals(
                        Set.of("auto", "hour-of-week-regression", "mean-of-same-weekdays", "seasonal-naive"),
                        scores.stream()
                                .filter(score -> score.level().equals(level)
                                        && score.horizon().equals(horizon))
                                .map(BacktestRow::model)
                                .collect(Collectors.toSet()),
                        level + " " + horizon);
            }
        }
    }
}
