package fr.vigie.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class DayUpdateTest {
    private static final int WEEKS = 20;

    /** Rest-of-day WAPE before and after the update at noon, over thirty drawn Tuesdays. */
    private static double[] wapes(double level, double times) {
        double[] errors = new double[2];
        double calls = 0;
        for (int seed = 1; seed <= 30; seed++) {
            var tuesday = Drawn.FIRST.plusWeeks(WEEKS).plusDays(1);
            var series = Drawn.calls(WEEKS + 1, 0, level, seed, (day, hour) -> day.equals(tuesday) ? times : 1);
            int today = Drawn.week(WEEKS) + 24;
            int noon = today + 12;
            var outlook = Drawn.alone(series);
            var expected = new HourOfWeekRegression().means(outlook, today, 24);
            double came = 0;
            double due = 0;
            for (int i = today; i < noon; i++) {
                came += series.value(i);
                due += expected[i - today];
            }
            double factor = DayUpdate.learn(outlook, today, noon).factor(came, due);
            for (int i = noon; i < today + 24; i++) {
                errors[0] += Math.abs(series.value(i) - expected[i - today]);
                errors[1] += Math.abs(series.value(i) - factor * expected[i - today]);
                calls += series.value(i);
            }
        }
        return new double[] {errors[0] / calls, errors[1] / calls};
    }

    @Test
    void lowersTheErrorOfTheRestOnDaysWithAShock() {
        for (double times : List.of(1.5, 0.6)) {
            var wapes = wapes(60, times);
            assertTrue(wapes[1] < 0.6 * wapes[0], times + ": " + wapes[0] + " to " + wapes[1]);
        }
    }

    @Test
    void leavesOrdinaryDaysNearlyAsTheyWere() {
        var wapes = wapes(60, 1);
        assertTrue(wapes[1] < 1.02 * wapes[0], wapes[0] + " to " + wapes[1]);
    }

    @Test
    void fewCallsAreHardlyBelieved() {
        var wapes = wapes(1, 1);
        assertTrue(wapes[1] < 1.05 * wapes[0], wapes[0] + " to " + wapes[1]);
    }

    @Test
    void restsThatFollowTheirMorningsAreExpectedToGoOn() {
        var mornings = DoubleStream.iterate(-0.2, x -> x < 0.2, x -> x + 0.01).toArray();
        var rests = DoubleStream.of(mornings).map(x -> 0.7 * x).toArray();
        var update = DayUpdate.learn(mornings, rests);
        assertEquals(0.7 / (1 + 5.0 / mornings.length), update.slope(), 1e-12);
        assertEquals(1 + 0.1 * update.slope(), update.factor(110, 100), 0.01);
        assertEquals(1, update.factor(0, 0));
    }
}
