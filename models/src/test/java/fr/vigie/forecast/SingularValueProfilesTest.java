package fr.vigie.forecast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.series.Series;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SingularValueProfilesTest {
    private static final SingularValueProfiles MODEL = new SingularValueProfiles();
    private static final int WEEKS = 16;
    /** The first hour of a Tuesday. */
    private static final int TUESDAY = Drawn.week(WEEKS) + 24;

    /** Sixteen weeks and a Monday in which a whole day is busy or quiet together, and a Tuesday known until noon. */
    private static Series untilNoon(double today) {
        var random = new SplittableRandom(7);
        var moods = new double[7 * WEEKS + 2];
        Arrays.setAll(moods, d -> 1 + 0.2 * (random.nextDouble() - 0.5));
        moods[moods.length - 1] = today;
        var whole = Drawn.calls(
                WEEKS + 1,
                1,
                100,
                6,
                (day, hour) -> moods[(int) Math.min(moods.length - 1, day.toEpochDay() - Drawn.FIRST.toEpochDay())]);
        var series = Series.on(whole.timeline());
        for (int i = 0; i < whole.length(); i++) {
            if (whole.isClosed(i)) {
                series.closed(i);
            } else if (i < TUESDAY + 12) {
                series.known(i, whole.value(i));
            }
        }
        return series.build();
    }

    private static double afternoon(double today) {
        return Arrays.stream(MODEL.restOfDay(Drawn.alone(untilNoon(today)), TUESDAY + 12))
                .sum();
    }

    @Test
    void aBusyMorningForetellsABusyAfternoon() {
        double usual = afternoon(1);
        assertEquals(6 * 0.9 * 100, usual, 40);
        assertTrue(afternoon(1.3) > 1.15 * usual, afternoon(1.3) + " against " + usual);
        assertTrue(afternoon(0.7) < 0.85 * usual, afternoon(0.7) + " against " + usual);
    }

    @Test
    void theRestOfTheDayIsTheBeginningOfALongerForecast() {
        var outlook = Drawn.alone(untilNoon(1.1));
        var rest = MODEL.restOfDay(outlook, TUESDAY + 12);
        assertEquals(12, rest.length);
        assertArrayEquals(rest, Arrays.copyOf(MODEL.means(outlook, TUESDAY + 12, 48), 12));
    }

    @Test
    void moreProfilesLeaveLessUnexplainedAndOneKeepsTheMeanToo() {
        var outlook = Drawn.alone(Drawn.calls(WEEKS, 1, 100, 8));
        double one = Arrays.stream(new SingularValueProfiles(1).means(outlook, Drawn.week(WEEKS), 168))
                .sum();
        double four =
                Arrays.stream(MODEL.means(outlook, Drawn.week(WEEKS), 168)).sum();
        assertEquals(1, one / four, 0.02);
        assertEquals(1, four / (100 * 10 * 6.5), 0.05);
    }
}
