package fr.vigie.jobs.staffing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.calendar.OpeningHours;
import fr.vigie.capacity.Attrition;
import fr.vigie.input.Operator;
import fr.vigie.jobs.config.Block;
import fr.vigie.jobs.config.VigieConfig;
import fr.vigie.jobs.error.UserError;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CapacityInputsTest {
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
    private static final OpeningHours MONDAYS = new OpeningHours(
            Map.of(DayOfWeek.MONDAY, List.of(OpeningHours.Stretch.parse("07:00-19:00"))),
            Set.of(LocalDate.of(2026, 4, 6)));

    private static Operator operator(
            String id, @Nullable Double hours, @Nullable LocalDate hired, @Nullable LocalDate left) {
        return new Operator(id, null, hours, hired, null, left, null, null, null);
    }

    @Test
    void countsWhoIsThereAndWhoIsKnownToGo() {
        var members = new Headcount(
                        List.of(
                                operator("d", 35.0, APRIL.minusYears(1), APRIL.minusDays(1)),
                                operator("c", null, APRIL.minusYears(1), APRIL.plusDays(30)),
                                operator("b", 0.0, APRIL.minusYears(1), null),
                                operator("a", 28.0, null, null)),
                        35)
                .members(APRIL);
        assertEquals(2, members.size());
        assertEquals(28, members.get(0).hoursPerWeek());
        assertEquals(36, members.get(0).tenureMonths());
        assertEquals(35, members.get(1).hoursPerWeek());
        assertEquals(12, members.get(1).tenureMonths(), 0.02);
        assertEquals(31 / (365.2425 / 12), members.get(1).leavesInMonths(), 1e-12);
    }

    @Test
    void namesTheOperatorWhoseDatesCannotBe() {
        var headcount = new Headcount(List.of(operator("op7", 35.0, APRIL, APRIL.minusDays(3))), 35);
        var error = assertThrows(
                UserError.class, () -> headcount.attrition(new Attrition.Prior(0.2, 24), APRIL.minusYears(1), APRIL));
        assertTrue(String.valueOf(error.getMessage()).startsWith("Operator op7: "), error::getMessage);
    }

    @Test
    void spreadsWeekdaysOverTheOpenDaysOfAMonth() {
        var calls =
                new MonthlyCalls(Map.of(LocalDate.of(2026, 3, 2), 900.0, LocalDate.of(2026, 3, 9), 1100.0), Map.of());
        // April 2026 has four Mondays, of which Easter Monday is closed; May has four.
        assertEquals(List.of(3000.0, 4000.0), calls.of(YearMonth.of(2026, 4), 2, MONDAYS));
    }

    @Test
    void aWeekdayTheForecastDoesNotReachIsToTheOthersAsTheYearBefore() {
        // Monday and Tuesday are forecast at twice the calls of the year before, in which Wednesday had half of
        // Monday's.
        var forecast = Map.of(LocalDate.of(2026, 3, 2), 2000.0, LocalDate.of(2026, 3, 3), 1600.0);
        var before = Map.of(
                LocalDate.of(2025, 3, 3), 1000.0,
                LocalDate.of(2025, 3, 4), 800.0,
                LocalDate.of(2025, 3, 5), 500.0,
                LocalDate.of(2025, 3, 12), 0.0);
        var calls = new MonthlyCalls(forecast, before);
        // April 2026 has five Wednesdays and Thursdays; nothing is known of Thursday, so it is like Monday and Tuesday.
        assertEquals(5 * 1000, month(calls, DayOfWeek.WEDNESDAY), 1e-9);
        assertEquals(5 * 1800, month(calls, DayOfWeek.THURSDAY), 1e-9);
        assertEquals(4 * 2000, month(calls, DayOfWeek.MONDAY), 1e-9);
    }

    private static double month(MonthlyCalls calls, DayOfWeek weekday) {
        return calls.of(YearMonth.of(2026, 4), 1, open(weekday)).get(0);
    }

    private static OpeningHours open(DayOfWeek... weekdays) {
        return new OpeningHours(
                Arrays.stream(weekdays)
                        .collect(Collectors.toMap(
                                day -> day, day -> List.of(OpeningHours.Stretch.parse("07:00-19:00")))),
                Set.of());
    }

    @Test
    void aWholeWeekHasTheWeekdaysThatAreOpen() {
        var calls =
                new MonthlyCalls(Map.of(LocalDate.of(2026, 3, 2), 1000.0, LocalDate.of(2026, 3, 3), 500.0), Map.of());
        var april = YearMonth.of(2026, 4);
        assertEquals(1, calls.wholeWeek(april, 1, open(DayOfWeek.MONDAY, DayOfWeek.TUESDAY)));
        assertEquals(1, calls.wholeWeek(april, 1, open(DayOfWeek.MONDAY)));
        assertEquals(
                1.5,
                calls.wholeWeek(april, 1, open(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.FRIDAY)),
                1e-12,
                "Friday is like the mean of the others");
    }

    @Test
    void takesTheSeasonOfTheYearBefore() {
        var year = new TreeMap<LocalDate, Double>();
        LocalDate.of(2025, 3, 1)
                .datesUntil(LocalDate.of(2026, 3, 1))
                .forEach(day -> year.put(day, day.getMonthValue() == 8 ? 500.0 : 1000.0));
        var august = new MonthlyCalls(Map.of(LocalDate.of(2026, 3, 2), 1000.0), year)
                .of(YearMonth.of(2026, 8), 1, MONDAYS)
                .get(0);
        assertEquals(5 * 500, august, 1e-9, "five Mondays in August 2026");
    }

    @Test
    void configuresClientsAndRefusesWhatCannotBe() {
        var config =
                config("capacity: { months: 12, clients: [{ name: Port, from: 2026-05-01, calls-per-month: -800 }] }");
        assertEquals(12, config.months());
        assertEquals(-800, config.clients().get(0).change().callsPerMonth());
        for (var bad : List.of(
                "months: 0",
                "most-risk: 1",
                "roster-fit: 90",
                "attrition-per-year: 20",
                "training-hours: -1",
                "growth-per-year: -2",
                "overflow: { most-share: 20, price-per-call: 1, price-per-month: 0 }",
                "monts: 12")) {
            var error = assertThrows(UserError.class, () -> config("capacity: { " + bad + " }"), bad);
            assertEquals(2, error.exitCode(), bad);
        }
    }

    private static CapacityConfig config(String yaml) {
        return VigieConfig.parse(yaml, "test", List.of(new Block("capacity", CapacityConfig.class)))
                .block(CapacityConfig.class);
    }
}
