package fr.vigie.shortfall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.staffing.ErlangA;
import fr.vigie.staffing.ServiceLevel;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShortfallTest {
    private static final ServiceLevel MEASURE = ServiceLevel.offered(20);
    private static final ServiceModel MODEL = new ServiceModel(MEASURE, 300, 0);
    private static final Conditions PLAN = new Conditions(150, 65, 0, 0);

    /** 150 calls of 65 s in a quarter of an hour are 10.83 erlangs. */
    private static double level(double calls, double aht, int agents) {
        return Objects.requireNonNull(
                new ErlangA(calls * 4 * aht / 3600, aht, 300).with(agents).serviceLevel(MEASURE));
    }

    private static Interval interval(Conditions seen, long counted, long inTime) {
        return new Interval(15, 14, PLAN, seen, counted, inTime);
    }

    private static Shortfall of(Interval... intervals) {
        return Shortfall.of(List.of(intervals), MODEL).orElseThrow();
    }

    @Test
    void isAllRestWhereTheDayCameAsPlanned() {
        var shortfall = of(interval(PLAN, 150, 90));
        assertEquals(level(150, 65, 14), shortfall.promised());
        assertEquals(0.6, shortfall.seen());
        assertEquals(0.6 - level(150, 65, 14), shortfall.part(Factor.REST), 1e-15);
        assertEquals(0, shortfall.part(Factor.VOLUME));
        assertEquals(0, shortfall.part(Factor.ABSENCE));
    }

    @Test
    void blamesTheOneThingThatChanged() {
        var seen = new Conditions(180, 65, 0, 0);
        var shortfall = of(interval(seen, 180, 100));
        assertEquals(level(180, 65, 14) - level(150, 65, 14), shortfall.part(Factor.VOLUME), 1e-15);
        assertEquals(0, shortfall.part(Factor.HANDLING_TIME));
        assertEquals(0, shortfall.part(Factor.ADHERENCE));
        assertEquals(100.0 / 180 - level(180, 65, 14), shortfall.part(Factor.REST), 1e-15);
    }

    /** Two factors: each gets the mean of what it changes first and what it changes second. */
    @Test
    void splitsWhatTwoCausesDoTogetherByHand() {
        var shortfall = of(interval(new Conditions(180, 65, 2, 0), 180, 100));
        double plan = level(150, 65, 14);
        double calls = level(180, 65, 14);
        double absence = level(150, 65, 12);
        double both = level(180, 65, 12);
        assertEquals(((calls - plan) + (both - absence)) / 2, shortfall.part(Factor.VOLUME), 1e-14);
        assertEquals(((absence - plan) + (both - calls)) / 2, shortfall.part(Factor.ABSENCE), 1e-14);
    }

    @Test
    void treatsAnAbsentAndAnUnreadyOperatorAlike() {
        var shortfall = of(interval(new Conditions(160, 70, 1, 1), 160, 100));
        assertEquals(shortfall.part(Factor.ABSENCE), shortfall.part(Factor.ADHERENCE), 1e-14);
        assertTrue(shortfall.part(Factor.ABSENCE) < -0.01);
    }

    @Test
    void addsUpToTheGapOfADay() {
        var day = IntStream.range(0, 48)
                .mapToObj(i -> new Interval(
                        15,
                        3 + i % 9,
                        new Conditions(20 + 2 * (i % 11), 65, 0.3, 0.1),
                        new Conditions(15 + 3 * (i % 7), 60 + i % 13, i % 3 * 0.5, i % 5 * 0.4 - 0.5),
                        15 + 3 * (i % 7),
                        10 + i % 5))
                .toList();
        var shortfall = Shortfall.of(day, MODEL).orElseThrow();
        double sum = shortfall.parts().values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
        assertEquals(shortfall.gap(), sum, 1e-12);
        assertEquals(Factor.values().length, shortfall.parts().size());
    }

    @Test
    void countsHalfAnAgentAsOneForHalfTheTime() {
        var shortfall = of(interval(new Conditions(150, 65, 0, 0.5), 150, 100));
        assertEquals(
                (level(150, 65, 13) + level(150, 65, 14)) / 2 - level(150, 65, 14),
                shortfall.part(Factor.ADHERENCE),
                1e-14);
    }

    @Test
    void creditsHelpersWhoWereNotRostered() {
        assertTrue(of(interval(new Conditions(150, 65, 0, -2), 150, 149)).part(Factor.ADHERENCE) > 0);
    }

    @Test
    void answersNobodyWhereNobodyIsLeft() {
        var shortfall = of(interval(new Conditions(150, 65, 20, 0), 150, 0));
        assertEquals(-level(150, 65, 14), shortfall.part(Factor.ABSENCE), 1e-15);
        assertEquals(0, shortfall.part(Factor.REST), 1e-15);
    }

    @Test
    void hasNothingToSayOfADayWithoutCallers() {
        assertTrue(Shortfall.of(List.of(interval(PLAN, 0, 0)), MODEL).isEmpty());
        assertTrue(Shortfall.of(List.of(), MODEL).isEmpty());
    }

    @Test
    void goesWithRedials() {
        var model = new ServiceModel(MEASURE, 300, 0.4);
        var shortfall = Shortfall.of(List.of(interval(new Conditions(200, 80, 1, 0.5), 200, 60)), model)
                .orElseThrow();
        double sum = shortfall.parts().values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
        assertEquals(shortfall.gap(), sum, 1e-12);
        assertTrue(shortfall.promised() < level(150, 65, 14), "redials are load as well");
    }

    @Test
    void refusesWhatCannotBe() {
        assertThrows(IllegalArgumentException.class, () -> new Conditions(-1, 65, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new Conditions(1, 0, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new Conditions(1, 65, -1, 0));
        assertThrows(IllegalArgumentException.class, () -> new Conditions(1, 65, 0, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> interval(PLAN, 5, 6));
        assertThrows(IllegalArgumentException.class, () -> new Interval(0, 1, PLAN, PLAN, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new ServiceModel(MEASURE, 0, 0));
    }
}
