package fr.vigie.territory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FloatingCatchmentTest {
    private static final Decay BANDS = Bands.parse("10:1,20:0.5", Closed.LEFT);

    /**
     * By hand: the doctor of a serves 1000 + 0.5 x 2000 people, R = 2 / 2000; that of b 2000 + 0.5 x 1000, R = 3 / 2500;
     * a reaches 1 x 0.001 + 0.5 x 0.0012.
     */
    @Test
    void sharesEachDoctorAmongThoseWhoReachHim() {
        var people = List.of(new Place("a", 1000), new Place("b", 2000), new Place("c", 500));
        var trips = List.of(
                new Trip("a", "a", 0),
                new Trip("b", "b", 0),
                new Trip("a", "b", 12),
                new Trip("b", "a", 12),
                new Trip("c", "a", 20));
        var access = new FloatingCatchment(BANDS, people, trips)
                .access(List.of(new Place("a", 2), new Place("b", 3), new Place("elsewhere", 9)));
        assertEquals(List.of("a", "b", "c"), access.stream().map(Place::id).toList());
        assertEquals(0.0016, access.get(0).amount(), 1e-15);
        assertEquals(0.0017, access.get(1).amount(), 1e-15);
        assertEquals(0, access.get(2).amount(), "20 minutes are out of reach, and c has no doctor");
    }

    @Test
    void aDoctorWhomNobodyReachesHelpsNobody() {
        var access = new FloatingCatchment(BANDS, List.of(new Place("a", 0)), List.of(new Trip("a", "a", 0)))
                .access(List.of(new Place("a", 2)));
        assertEquals(List.of(new Place("a", 0)), access);
    }

    @Test
    void handsOutExactlyTheSupplyThatIsReached() {
        var random = new SplittableRandom(70);
        var people = new ArrayList<Place>();
        var supply = new ArrayList<Place>();
        var trips = new ArrayList<Trip>();
        double reached = 0;
        for (int i = 0; i < 60; i++) {
            people.add(new Place("p" + i, 100 + random.nextInt(5000)));
            supply.add(new Place("s" + i, random.nextInt(12)));
            for (int j = 0; j < 60; j++) {
                if (j % 7 != 3) {
                    trips.add(new Trip("p" + i, "s" + j, random.nextDouble(29)));
                }
            }
            reached += i % 7 != 3 ? supply.get(i).amount() : 0;
        }
        var access = new FloatingCatchment(new Gaussian(180).within(30), people, trips).access(supply);
        double handedOut = 0;
        for (int i = 0; i < people.size(); i++) {
            handedOut += people.get(i).amount() * access.get(i).amount();
        }
        assertEquals(reached, handedOut, 1e-9 * reached);
    }

    @Test
    void refusesWhatStandsThereTwice() {
        var once = List.of(new Place("a", 1));
        var twice = List.of(new Place("a", 1), new Place("a", 2));
        var trip = new Trip("a", "a", 0);
        assertThrows(IllegalArgumentException.class, () -> new FloatingCatchment(BANDS, twice, List.of(trip)));
        assertThrows(IllegalArgumentException.class, () -> new FloatingCatchment(BANDS, once, List.of(trip, trip)));
        var catchment = new FloatingCatchment(BANDS, once, List.of(trip));
        assertThrows(IllegalArgumentException.class, () -> catchment.access(twice));
    }
}
