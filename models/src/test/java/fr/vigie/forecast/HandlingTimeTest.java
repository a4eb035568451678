package fr.vigie.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.vigie.series.Timeline;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class HandlingTimeTest {
    private static final Timeline WEEKS = Timeline.ofPeriods(Instant.EPOCH, 60, 1, 2, 6);

    @Test
    void shrinksASlotTowardsTheWhole() {
        // Slot 0: 150 calls of 100 s; slot 1: 50 calls of 200 s.
        double[] answered = {50, 0, 50, 0, 50, 50};
        double[] handled = {5000, 0, 5000, 0, 5000, 10000};
        var aht = HandlingTime.learn(WEEKS, answered, handled, 6, 3, 120);
        double overall = (50 * 120 + 25000) / 250.0;
        assertEquals((15000 + 50 * overall) / 200, aht.seconds(0), 1e-12);
        assertEquals((10000 + 50 * overall) / 100, aht.seconds(1), 1e-12);
    }

    @Test
    void isThePriorWithoutCalls() {
        assertEquals(
                90,
                HandlingTime.learn(WEEKS, new double[6], new double[6], 6, 3, 90)
                        .seconds(1));
        assertEquals(90, HandlingTime.mean(new double[6], new double[6], 0, 6, 90));
    }

    @Test
    void looksAtRecentWeeksOnly() {
        double[] answered = {1000, 1000, 100, 100, 0, 0};
        double[] handled = {900_000, 900_000, 10_000, 10_000, 0, 0};
        assertEquals(
                100, HandlingTime.learn(WEEKS, answered, handled, 4, 1, 100).seconds(0), 1e-12);
        assertEquals(100, HandlingTime.mean(answered, handled, 2, 4, 0), 1e-12);
    }
}
