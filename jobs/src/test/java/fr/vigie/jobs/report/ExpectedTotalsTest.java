package fr.vigie.jobs.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.vigie.jobs.lake.ForecastTotalRow;
import fr.vigie.report.ExpectedLoad;
import fr.vigie.report.ExpectedTotal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExpectedTotalsTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 23);

    private static ForecastTotalRow total(int days, LocalDate day, double mean) {
        return new ForecastTotalRow(
                MONDAY, "auto", "network", "network", days, day, mean, mean - 8, mean - 7, mean - 5, mean - 2, mean,
                mean + 2, mean + 5, mean + 7, mean + 8);
    }

    private static ExpectedLoad load(LocalDate day, int minute, double mean) {
        return new ExpectedLoad(day, minute, mean, 0, 2 * mean, 0, 3 * mean);
    }

    @Test
    void intervalsOfDaysAndWeeksAreTheirOwn() {
        var expected = List.of(load(MONDAY, 480, 40), load(MONDAY, 510, 60), load(MONDAY.plusDays(1), 480, 50));
        var totals = ExpectedTotals.of(
                List.of(total(7, MONDAY, 150), total(1, MONDAY.plusDays(1), 50), total(1, MONDAY, 100)), expected);
        assertEquals(
                List.of(
                        new ExpectedTotal(MONDAY, 1, 95, 105, 92, 108),
                        new ExpectedTotal(MONDAY, 7, 145, 155, 142, 158),
                        new ExpectedTotal(MONDAY.plusDays(1), 1, 45, 55, 42, 58)),
                totals);
    }

    @Test
    void aDayThatPlannersDoubledHasItsIntervalDoubled() {
        var expected = List.of(load(MONDAY, 480, 120), load(MONDAY, 510, 80));
        assertEquals(
                List.of(new ExpectedTotal(MONDAY, 1, 190, 210, 184, 216)),
                ExpectedTotals.of(List.of(total(1, MONDAY, 100)), expected));
    }
}
