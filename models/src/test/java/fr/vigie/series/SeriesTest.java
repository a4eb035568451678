package fr.vigie.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeriesTest {
    private static final Timeline TIMELINE = Timeline.ofClock(Instant.EPOCH, 30, ZoneOffset.UTC, 4);

    @Test
    void tellsZeroCallsFromClosedFromUnknown() {
        var series = Series.on(TIMELINE).closed(0).known(1, 0).known(2, 5).build();
        assertEquals(Interval.CLOSED, series.interval(0));
        assertEquals(Interval.KNOWN, series.interval(1));
        assertEquals(Interval.UNKNOWN, series.interval(3));
        assertEquals(0, series.value(0));
        assertEquals(5, series.value(2));
        assertThrows(IllegalStateException.class, () -> series.value(3));
        assertEquals(1, series.firstKnown());
        assertEquals(2, series.known(4));
    }

    @Test
    void doesNotFollowItsBuilder() {
        var builder = Series.on(TIMELINE).known(0, 1);
        var series = builder.build();
        builder.known(0, 2);
        assertEquals(1, series.value(0));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesWhatIsNoCount(double value) {
        var builder = Series.on(TIMELINE);
        assertThrows(IllegalArgumentException.class, () -> builder.known(0, value));
    }

    @Test
    void knowsWholeNumbers() {
        assertTrue(Series.on(TIMELINE).known(0, 3).build().isCount());
        assertFalse(Series.on(TIMELINE).known(0, 3.5).build().isCount());
    }
}
