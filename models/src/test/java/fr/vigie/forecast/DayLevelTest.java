package fr.vigie.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DayLevelTest {
    private static final double[] NONE = {};
    private static final double[] BELIEVED = {0.3};

    private interface Log {
        double on(int day);
    }

    /** A regressor of 1 in every fifth week, of which a fifth more calls come. */
    private static double holiday(int day) {
        return day / 7 % 5 == 4 ? 1 : 0;
    }

    private static List<DayLevel.Day> days(int count, double noise, int seed, Log level) {
        var random = new Random(seed);
        return IntStream.range(0, count)
                .mapToObj(day -> new DayLevel.Day(
                        day, level.on(day) + 0.2 * holiday(day) + noise * random.nextGaussian(), 1, new double[] {
                            holiday(day)
                        }))
                .toList();
    }

    @Test
    void tellsARegressorFromALevelThatWanders() {
        var level = DayLevel.after(days(400, 0.03, 1, day -> 0.3 * Math.sin(day / 60.0)), BELIEVED);
        double now = Math.exp(0.3 * Math.sin(399 / 60.0));
        assertEquals(now, level.factor(new double[] {0}), 0.03);
        assertEquals(Math.exp(0.2), level.factor(new double[] {1}) / level.factor(new double[] {0}), 0.02);
    }

    @Test
    void aLevelThatStaysIsTheMeanOfAllDays() {
        var days = days(300, 0.05, 2, day -> 0.1);
        double mean = days.stream()
                .filter(day -> holiday(day.day()) == 0)
                .mapToDouble(DayLevel.Day::logRatio)
                .average()
                .orElseThrow();
        assertEquals(Math.exp(mean), DayLevel.after(days, BELIEVED).factor(new double[] {0}), 0.015);
    }

    @Test
    void aStepIsFollowedWithinDays() {
        var days = days(300, 0.02, 3, day -> day < 280 ? 0 : 0.3);
        assertEquals(Math.exp(0.3), DayLevel.after(days, BELIEVED).factor(new double[] {0}), 0.06);
    }

    @Test
    void whatIsNotBelievedStaysZero() {
        var level = DayLevel.after(days(200, 0.03, 4, day -> 0), new double[] {0});
        assertEquals(level.factor(new double[] {0}), level.factor(new double[] {1}), 0);
    }

    @Test
    void aDayThatIsHardlyBelievedHardlyMoves() {
        var first = new DayLevel.Day(0, 0, 1, NONE);
        var strange = new DayLevel.Day(1, -2, 1e6, NONE);
        assertEquals(1, DayLevel.after(List.of(first, strange), NONE).factor(NONE), 1e-3);
    }
}
