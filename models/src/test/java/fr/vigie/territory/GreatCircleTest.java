package fr.vigie.territory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.territory.GreatCircle.Point;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class GreatCircleTest {
    private static final GreatCircle STRAIGHT = new GreatCircle(1, 60);
    private static final Point EQUATOR = new Point("0", 0, 0);

    @Test
    void aDegreeIs111Kilometres() {
        assertEquals(111.195, STRAIGHT.minutes(EQUATOR, new Point("north", 1, 0)), 0.001);
        assertEquals(111.195, STRAIGHT.minutes(EQUATOR, new Point("east", 0, 1)), 0.001);
        assertEquals(111.195 / 2, STRAIGHT.minutes(new Point("60", 60, 0), new Point("60 east", 60, 1)), 0.01);
    }

    @Test
    void aDetourLengthensAndSpeedShortens() {
        var north = new Point("north", 0.1, 0);
        assertEquals(
                1.3 / 2 * STRAIGHT.minutes(EQUATOR, north), new GreatCircle(1.3, 120).minutes(EQUATOR, north), 1e-9);
        assertEquals(0, STRAIGHT.minutes(north, north));
    }

    @Test
    void findsEveryPairInReachBothWaysAndEachPlaceItself() {
        var random = new SplittableRandom(59);
        var places = new ArrayList<Point>();
        for (int i = 0; i < 120; i++) {
            places.add(new Point("p" + i, 50 + random.nextDouble(), 2 + random.nextDouble()));
        }
        var expected = new HashSet<List<String>>();
        for (var a : places) {
            for (var b : places) {
                if (GreatCircle.COUNTRY_ROADS.minutes(a, b) <= 20) {
                    expected.add(List.of(a.id(), b.id()));
                }
            }
        }
        var found = new HashSet<List<String>>();
        for (var trip : GreatCircle.COUNTRY_ROADS.trips(places, 20)) {
            assertTrue(found.add(List.of(trip.from(), trip.to())), trip + " is there once");
        }
        assertEquals(expected, found);
    }

    @Test
    void refusesWhatIsNotOnTheGlobe() {
        assertThrows(IllegalArgumentException.class, () -> new Point("exchanged", 120, 50));
        assertThrows(IllegalArgumentException.class, () -> new GreatCircle(0.9, 45));
    }
}
