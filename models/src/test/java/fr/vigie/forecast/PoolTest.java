package fr.vigie.forecast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.vigie.calendar.Almanac;
import fr.vigie.series.Series;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class PoolTest {
    private static final int WEEKS = 8;
    private static final int PRESENT = Drawn.week(WEEKS);

    private static Pool.Part stays(Series series) {
        return new Pool.Part(Outlook.of(series, Almanac.none()), i -> true, false);
    }

    private static Series sum(Series... parts) {
        var sum = Series.on(parts[0].timeline());
        for (int i = 0; i < parts[0].length(); i++) {
            if (parts[0].isClosed(i)) {
                sum.closed(i);
            } else if (i < PRESENT) {
                int at = i;
                sum.known(
                        i,
                        Arrays.stream(parts)
                                .filter(part -> part.isKnown(at))
                                .mapToDouble(part -> part.value(at))
                                .sum());
            }
        }
        return sum.build();
    }

    private static Rolling path(double... means) {
        return new Rolling(new int[] {PRESENT}, new double[][] {means});
    }

    private static double sum(Rolling paths) {
        return DoubleStream.of(paths.means()[0]).sum();
    }

    @Test
    void thoseWhoStayAddUpToTheirWhole() {
        var one = Drawn.calls(WEEKS, 1, 5, 1);
        var other = Drawn.calls(WEEKS, 1, 9, 2);
        var pool = Pool.of(Drawn.alone(sum(one, other)), List.of(stays(one), stays(other)));
        var paths = pool.together(path(6, 0), List.of(path(1, 0), path(3, 0)));
        assertArrayEquals(new double[] {1.5, 0}, paths.parts().get(0).means()[0]);
        assertArrayEquals(new double[] {4.5, 0}, paths.parts().get(1).means()[0]);
        assertArrayEquals(new double[] {6, 0}, paths.whole().means()[0]);
    }

    @Test
    void whatNoPartExpectsIsSharedOutByTheirRecentCalls() {
        var one = Drawn.calls(WEEKS, 1, 5, 1);
        var other = Drawn.calls(WEEKS, 1, 20, 2);
        var pool = Pool.of(Drawn.alone(sum(one, other)), List.of(stays(one), stays(other)));
        var paths = pool.together(path(5), List.of(path(0), path(0)));
        double first = sum(paths.parts().get(0));
        double second = sum(paths.parts().get(1));
        assertEquals(5, first + second, 1e-12);
        assertEquals(5, sum(paths.whole()));
        assertEquals(0.2, first / 5, 0.05);
    }

    @Test
    void whatPartsWithoutCallsDoNotExpectDoesNotCome() {
        var silent = Drawn.calls(WEEKS, 1, 0, 1);
        var pool = Pool.of(Drawn.alone(silent), List.of(stays(silent)));
        var paths = pool.together(path(5), List.of(path(0)));
        assertEquals(0, sum(paths.parts().get(0)));
        assertEquals(0, sum(paths.whole()));
    }

    @Test
    void silentPartsThatStayDoNotSilenceABusyOneThatPasses() {
        var silent = Drawn.calls(WEEKS, 1, 0, 1);
        var busy = Drawn.calls(WEEKS, 1, 20, 2);
        var passing = new Pool.Part(Drawn.alone(busy), i -> true, true);
        var pool = Pool.of(Drawn.alone(sum(silent, busy)), List.of(stays(silent), stays(silent), passing));
        var paths = pool.together(path(0), List.of(path(0.01), path(0.01), path(400)));
        assertEquals(400, sum(paths.parts().get(2)), 0.1);
        assertEquals(400, sum(paths.whole()), 0.1);
    }

    @Test
    void whoLeavesTakesItsCallsAlong() {
        var stays = Drawn.calls(WEEKS, 2, 20, 1);
        var leaves = Drawn.calls(WEEKS, 2, 10, 2);
        int last = Drawn.week(WEEKS + 1);
        var part = new Pool.Part(Drawn.alone(leaves), i -> i < last, true);
        var pool = Pool.of(Drawn.alone(sum(stays, leaves)), List.of(stays(stays), part));
        var model = new MeanOfSameWeekdays();
        int[] origins = {PRESENT};
        int horizon = stays.length() - PRESENT;
        var paths = pool.together(
                Rolling.walk(model, pool.staying(), origins, horizon), pool.alone(model, origins, horizon));
        double alone = DoubleStream.of(model.means(Drawn.alone(stays), PRESENT, horizon))
                .sum();
        assertEquals(alone, DoubleStream.of(paths.parts().get(0).means()[0]).sum(), 1e-6);
        for (int h = 0; h < horizon; h++) {
            double own = paths.parts().get(1).means()[0][h];
            assertEquals(paths.whole().means()[0][h], paths.parts().get(0).means()[0][h] + own, 1e-9);
            assertEquals(h + PRESENT < last && !stays.isClosed(PRESENT + h), own > 0);
        }
    }

    @Test
    void whoPassesFollowsTheWholeAsFarAsOthersMakeItUpAndUpToTwice() {
        var one = Drawn.calls(WEEKS, 1, 5, 1);
        var passing = new Pool.Part(Drawn.alone(Drawn.calls(WEEKS, 1, 9, 2)), i -> true, true);
        var pool = Pool.of(Drawn.alone(one), List.of(stays(one), passing));
        var paths = pool.together(path(2, 9), List.of(path(4, 3), path(4, 1)));
        // Half of the halving, and three quarters of a doubling.
        assertArrayEquals(new double[] {3, 1.75}, paths.parts().get(1).means()[0]);
        assertArrayEquals(new double[] {5, 10.75}, paths.whole().means()[0]);
    }
}
