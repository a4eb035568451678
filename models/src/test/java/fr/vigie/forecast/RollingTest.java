package fr.vigie.forecast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RollingTest {
    @Test
    void weeklyOriginsKeepTheClockAcrossTheAutumnChange() {
        // The clocks go back on 26 October 2025, in the eighth week.
        var outlook = Drawn.alone(Drawn.calls(12, 2, 5, 1));
        var origins = Rolling.origins(outlook, Drawn.week(12), 7, 6);
        var expected = new int[] {6, 7, 8, 9, 10, 11, 12};
        assertArrayEquals(Arrays.stream(expected).map(Drawn::week).toArray(), origins);
    }

    @Test
    void originsWithLessThanTwoWeeksOfHistoryAreLeftOut() {
        var outlook = Drawn.alone(Drawn.calls(5, 1, 5, 1));
        assertEquals(3, Rolling.origins(outlook, Drawn.week(5), 7, 8).length);
        assertEquals(1, Rolling.origins(outlook, Drawn.week(1), 7, 8).length);
    }
}
