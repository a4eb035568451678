package fr.vigie.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TotalsTest {
    private static final int WEEKS = 20;
    private static final int HORIZON = 24 * 14;
    private static final LocalDate A_MONDAY = LocalDate.of(2024, 1, 1);

    /** Twenty weeks whose days err together, and the origins of the last twelve. */
    private static Rolling walk(Outlook outlook, int present) {
        var origins = Rolling.origins(outlook, present, 7, 12);
        return Rolling.walk(
                new HourOfWeekRegression(), outlook, origins, outlook.series().length() - present);
    }

    private static Outlook outlook() {
        return Drawn.alone(Drawn.calls(WEEKS, 2, 20, 5));
    }

    @Test
    void aDayIsTheSumOfItsIntervals() {
        var outlook = outlook();
        int present = Drawn.week(WEEKS);
        var rolling = walk(outlook, present);
        var days = Totals.of(outlook.series(), rolling, 1, A_MONDAY);
        var forecast = days.forecast();
        assertEquals(14, forecast.length());
        double[] ahead = rolling.means()[rolling.means().length - 1];
        for (int d = 0; d < 14; d++) {
            assertEquals(Drawn.FIRST.plusWeeks(WEEKS).plusDays(d), days.startsOn(d));
            assertEquals(Arrays.stream(ahead, 24 * d, 24 * (d + 1)).sum(), forecast.mean(d), 1e-9);
            assertEquals(d % 7 == 6, forecast.isClosed(d));
        }
    }

    @Test
    void weeksBeginOnTheirDayAndOnlyWholeOnesAreForecast() {
        var outlook = outlook();
        int wednesday = Drawn.week(WEEKS) - 24 * 5;
        var series = outlook.series();
        var rolling =
                Rolling.walk(new HourOfWeekRegression(), outlook, Rolling.origins(outlook, wednesday, 7, 12), HORIZON);
        var weeks = Totals.of(series, rolling, 7, A_MONDAY);
        // Of fourteen days from a Wednesday on, five, a week and two.
        assertEquals(1, weeks.forecast().length());
        assertEquals(Drawn.FIRST.plusWeeks(WEEKS), weeks.startsOn(0));
        double[] ahead = rolling.means()[rolling.means().length - 1];
        assertEquals(
                Arrays.stream(ahead, 24 * 5, 24 * 12).sum(), weeks.forecast().mean(0), 1e-9);
    }

    @Test
    void aWeekIsTheSumOfItsDays() {
        var outlook = outlook();
        var rolling = walk(outlook, Drawn.week(WEEKS));
        var days = Totals.of(outlook.series(), rolling, 1, A_MONDAY).forecast();
        var weeks = Totals.of(outlook.series(), rolling, 7, A_MONDAY).forecast();
        assertEquals(2, weeks.length());
        double sum = 0;
        for (int d = 7; d < 14; d++) {
            sum += days.mean(d);
        }
        assertEquals(sum, weeks.mean(1), 1e-9);
    }

    /** Of independent intervals the errors cancel out; where whole days err together they do not. */
    @Test
    void intervalsOfDaysAreAsWideAsTheErrorsOfDays() {
        var calm = relativeWidth((day, hour) -> 1);
        var moody = relativeWidth((day, hour) -> day.getDayOfYear() % 2 == 0 ? 1.3 : 0.7);
        // 191 calls on most days: 2 * 1.28 * 191^-0.5 is 0.19.
        assertEquals(0.19, calm, 0.06);
        assertTrue(moody > 0.5, "relative width " + moody);
    }

    private static double relativeWidth(Drawn.Factor factor) {
        var outlook = Drawn.alone(Drawn.calls(WEEKS, 2, 20, 5, factor));
        var days = Totals.of(outlook.series(), walk(outlook, Drawn.week(WEEKS)), 1, A_MONDAY)
                .forecast();
        assertFalse(days.isClosed(8));
        var quantiles = days.quantiles(8, new double[] {0.1, 0.9});
        return (quantiles[1] - quantiles[0]) / days.mean(8);
    }
}
