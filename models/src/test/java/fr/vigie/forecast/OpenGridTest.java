package fr.vigie.forecast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.vigie.series.Series;
import fr.vigie.series.Timeline;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenGridTest {
    /** Four slots a day, seven days: open in slots 1 and 2, on the last day of the week never. */
    private static Series weeks(int weeks, int ahead) {
        int length = 28 * weeks + ahead;
        var series = Series.on(Timeline.ofPeriods(Instant.EPOCH, 360, 4, 28, length));
        for (int i = 0; i < length; i++) {
            if (i % 4 == 0 || i % 4 == 3 || i % 28 >= 24) {
                series.closed(i);
            } else if (i < 28 * weeks) {
                series.known(i, 1000 * (i / 28) + i % 28);
            }
        }
        return series.build();
    }

    @Test
    void leavesOutWhatIsNeverOpen() {
        var grid = OpenGrid.of(Drawn.alone(weeks(3, 28)), 84, 28);
        assertEquals(2, grid.past().day());
        assertEquals(12, grid.past().week());
        assertEquals(36, grid.past().length());
        assertEquals(12, grid.ahead());
        assertArrayEquals(new double[] {1, 2, 5, 6}, Arrays.copyOf(grid.past().values(), 4));
    }

    @Test
    void spreadsAPathOverTheOpenIntervals() {
        var grid = OpenGrid.of(Drawn.alone(weeks(3, 6)), 84, 6);
        assertArrayEquals(new double[] {0, 7, 8, 0, 0, 9}, grid.spread(new double[] {7, 8, 9}));
    }

    @Test
    void fillsAGapFromTheWeeksBeforeAndAfter() {
        var whole = weeks(4, 4);
        var patchy = Series.on(whole.timeline());
        for (int i = 0; i < whole.length(); i++) {
            if (whole.isClosed(i)) {
                patchy.closed(i);
            } else if (i < 112 && i != 28 + 5 && i != 84 + 6) {
                patchy.known(i, whole.value(i));
            }
        }
        var values = OpenGrid.of(Drawn.alone(patchy.build()), 112, 4).past().values();
        assertEquals((5 + 2005) / 2.0, values[12 + 2]);
        assertEquals(2006, values[36 + 3]);
    }

    @Test
    void everyDayHasAsManyCellsAlsoWhenTheClockChanges() {
        var first = LocalDateTime.of(2026, 3, 16, 0, 0).atZone(Drawn.PARIS).toInstant();
        int hours = 24 * 21 - 1;
        var timeline = Timeline.ofClock(first, 60, Drawn.PARIS, hours + 24);
        var series = Series.on(timeline);
        for (int i = 0; i < hours; i++) {
            series.known(i, timeline.slotOfDay(i));
        }
        var past = OpenGrid.of(Drawn.alone(series.build()), hours, 24).past();
        List<Double> wrong = new ArrayList<>();
        for (int c = 0; c < past.length(); c++) {
            if (past.values()[c] != c % 24) {
                wrong.add(past.values()[c]);
            }
        }
        assertEquals(24 * 21, past.length());
        assertEquals(List.of(), wrong);
    }
}
