package fr.vigie.jobs.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.calendar.OpeningHours;
import fr.vigie.forecast.PlaceOccasions;
import fr.vigie.input.Event;
import fr.vigie.input.EventKind;
import fr.vigie.jobs.lake.EffectRow;
import fr.vigie.jobs.lake.ForecastRow;
import fr.vigie.jobs.lake.LoadRow;
import fr.vigie.jobs.lake.Tables;
import fr.vigie.jobs.spark.SharedSpark;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A practice whose calls rose by half in the weeks of two campaigns, and that has told of a third. */
@ExtendWith(SharedSpark.class)
class CampaignSparkTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalDate FIRST = LocalDate.of(2025, 9, 1);
    private static final LocalDate AS_OF = FIRST.plusWeeks(20);
    private static final List<LocalDate> CAMPAIGNS = List.of(FIRST.plusWeeks(8), FIRST.plusWeeks(14), AS_OF);
    private static final OpeningHours MORNINGS = new OpeningHours(
            List.of(DayOfWeek.values()).stream()
                    .filter(day -> day != DayOfWeek.SUNDAY)
                    .collect(Collectors.toMap(day -> day, day -> List.of(OpeningHours.Stretch.parse("08:00-12:00")))),
            Set.of());

    private static List<Forecasts.Made> made;

    @BeforeAll
    static void forecastOnce(SparkSession spark) {
        var events = CAMPAIGNS.stream()
                .map(from -> new Event("E-" + from, from, from.plusDays(6), EventKind.CAMPAIGN, "told", null))
                .toList();
        var occasions = PlaceOccasions.of(events, List.of(), List.of(), FIRST, AS_OF.plusWeeks(3));
        var shares = Map.of("g", Map.of("told", 0.5, "other", 0.5));
        var days = SpecialDays.of(Set.of(), events, FIRST, AS_OF.plusWeeks(3), null, occasions, shares);
        var config = new ForecastConfig(
                14,
                30,
                ForecastConfig.Demand.FIRST_ATTEMPTS,
                List.of("hour-of-week-regression"),
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
                Map.of("told", "g", "other", "g"),
                Map.of("g", MORNINGS),
                days,
                DayOfWeek.MONDAY,
                Map.of(),
                Newcomers.none());
        made = Everywhere.made(spark.createDataset(load(), Tables.LOAD.encoder()), plan);
    }

    private static List<LoadRow> load() {
        var random = new SplittableRandom(8);
        var rows = new ArrayList<LoadRow>();
        for (var day = FIRST; day.isBefore(AS_OF); day = day.plusDays(1)) {
            boolean campaign = CAMPAIGNS.contains(day.with(DayOfWeek.MONDAY));
            for (int quarter = 32; quarter < 48 && day.getDayOfWeek() != DayOfWeek.SUNDAY; quarter++) {
                int told = (int) Math.round((campaign ? 9 : 6) * (0.7 + 0.6 * random.nextDouble()));
                int other = random.nextInt(4, 9);
                rows.add(row("practice", "told", day, quarter, told));
                rows.add(row("practice", "other", day, quarter, other));
                rows.add(row("group", "g", day, quarter, told + other));
                rows.add(row("network", "network", day, quarter, told + other));
            }
        }
        return rows;
    }

    private static LoadRow row(String level, String id, LocalDate day, int quarter, int calls) {
        var at = day.atTime(quarter / 4, quarter % 4 * 15).atZone(PARIS).toInstant();
        return QuarterLoad.of(level, id, at, day, calls);
    }

    /** The first week of the forecast over the second. */
    private static double lift(String level, String id) {
        var byWeek = made.stream()
                .map(Forecasts.Made::forecast)
                .filter(Objects::nonNull)
                .filter(row -> row.level().equals(level) && row.id().equals(id))
                .collect(Collectors.partitioningBy(
                        row -> row.localDate().isBefore(AS_OF.plusWeeks(1)),
                        Collectors.summingDouble(ForecastRow::mean)));
        return byWeek.getOrDefault(true, 0.0) / byWeek.getOrDefault(false, 1.0);
    }

    @Test
    void liftsThePracticeAndItsShareOfTheGroupAndNobodyElse() {
        assertEquals(1.5, lift("practice", "told"), 0.08);
        assertEquals(1, lift("practice", "other"), 0.06);
        assertEquals(1.25, lift("group", "g"), 0.06);
        assertEquals(1.25, lift("network", "network"), 0.06);
    }

    @Test
    void isToldOnEachOfItsDays() {
        var told = made.stream()
                .map(Forecasts.Made::effect)
                .filter(Objects::nonNull)
                .filter(effect ->
                        effect.effect().equals("campaign") && effect.level().equals("practice"))
                .toList();
        assertEquals(6, told.size());
        assertTrue(told.stream().map(EffectRow::id).allMatch("told"::equals));
        assertTrue(told.stream().allMatch(effect -> Math.abs(effect.ratio() - 0.5) < 0.1), told.toString());
    }
}
