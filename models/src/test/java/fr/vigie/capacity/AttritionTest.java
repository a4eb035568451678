package fr.vigie.capacity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class AttritionTest {
    private static final Attrition.Prior PRIOR = new Attrition.Prior(0.2, 24);

    /** A prior of next to nothing, to see the data alone. */
    private static final Attrition.Prior NONE = new Attrition.Prior(0.2, 1e-9);

    /**
     * By hand: one left after 3 months, one after 10, one is there since 30, one was hired 20 months before watching began
     * and is there at 26.
     */
    private static final List<Career> CAREERS = List.of(
            new Career(0, 3, true), new Career(0, 10, true), new Career(0, 30, false), new Career(20, 26, false));

    @Test
    void countsExposureAndLeaversByBandOfTenure() {
        var bands = Attrition.of(CAREERS, NONE).bands();
        assertEquals(3 + 6 + 6, bands.get(0).exposureMonths());
        assertEquals(4 + 18 + 4, bands.get(1).exposureMonths());
        assertEquals(6 + 2, bands.get(2).exposureMonths());
        assertEquals(
                List.of(1, 1, 0), bands.stream().map(Attrition.Band::leavers).toList());
    }

    @Test
    void survivesByTheHandTable() {
        var survival = Attrition.of(CAREERS, NONE).mean();
        assertEquals(Math.exp(-3 / 15.0), survival.survival(3), 1e-8);
        assertEquals(Math.exp(-6 / 15.0 - 6 / 26.0), survival.survival(12), 1e-8);
        assertEquals(Math.exp(-6 / 15.0 - 18 / 26.0), survival.survival(100), 1e-8, "nobody left later");
    }

    @Test
    void shrinksToThePriorWhereLittleIsSeen() {
        var nobody = Attrition.of(List.of(), PRIOR);
        assertEquals(0.8, nobody.mean().survival(12), 1e-12);
        double monthly = -Math.log(0.8) / 12;
        assertEquals(
                (monthly * 24 + 1) / (24 + 15),
                Attrition.of(CAREERS, PRIOR).bands().get(0).hazard(),
                1e-15);
    }

    @Test
    void leavesAtTheSummedHazard() {
        var hazards = new Hazards(new double[] {0, 6}, new double[] {0.1, 0.02});
        assertEquals(5, hazards.monthsLeft(0, 0.5), 1e-12);
        assertEquals(6 + 20, hazards.monthsLeft(0, 0.6 + 0.4), 1e-12);
        assertEquals(2 + 15, hazards.monthsLeft(4, 0.2 + 0.3), 1e-12);
        assertEquals(50, hazards.monthsLeft(40, 1), 1e-12);
        assertEquals(
                Double.POSITIVE_INFINITY, new Hazards(new double[] {0, 6}, new double[] {0.1, 0}).monthsLeft(0, 0.7));
    }

    @Test
    void drawsHazardsAsUncertainAsTheyAre() {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(3);
        var few = Attrition.of(CAREERS, PRIOR);
        var draws = DoubleStream.generate(() -> 1 - few.draw(random).survival(1))
                .limit(4000)
                .toArray();
        double mean = DoubleStream.of(draws).average().orElseThrow();
        double sd = Math.sqrt(DoubleStream.of(draws)
                .map(d -> (d - mean) * (d - mean))
                .average()
                .orElseThrow());
        var band = few.bands().get(0);
        assertEquals(band.hazard(), mean, 0.05 * band.hazard());
        assertEquals(Math.sqrt(band.shape()) / band.rateMonths(), sd, 0.08 * sd);
    }

    @Test
    void readsTheOperatorsFile() {
        var from = LocalDate.of(2025, 1, 1);
        var asOf = LocalDate.of(2026, 1, 1);
        assertEquals(Optional.empty(), Career.of(LocalDate.of(2020, 1, 1), LocalDate.of(2024, 6, 1), from, asOf));
        assertEquals(Optional.empty(), Career.of(LocalDate.of(2026, 3, 1), null, from, asOf));
        var old = Career.of(LocalDate.of(2024, 1, 1), null, from, asOf).orElseThrow();
        assertEquals(366 / Career.MONTH_DAYS, old.fromMonths(), 1e-12);
        assertEquals(731 / Career.MONTH_DAYS, old.untilMonths(), 1e-12);
        assertTrue(Career.of(LocalDate.of(2025, 2, 1), LocalDate.of(2025, 3, 31), from, asOf)
                .orElseThrow()
                .left());
        assertTrue(!Career.of(LocalDate.of(2025, 2, 1), LocalDate.of(2026, 3, 31), from, asOf)
                .orElseThrow()
                .left());
    }

    @Test
    void refusesWhatCannotBe() {
        assertThrows(IllegalArgumentException.class, () -> new Attrition.Prior(1, 24));
        assertThrows(IllegalArgumentException.class, () -> new Attrition.Prior(20, 24));
        assertThrows(IllegalArgumentException.class, () -> new Attrition.Prior(0.2, 0));
        assertThrows(IllegalArgumentException.class, () -> new Career(3, 2, true));
        var day = LocalDate.of(2025, 5, 1);
        assertThrows(IllegalArgumentException.class, () -> Career.of(day, day.minusDays(1), day, day.plusYears(1)));
    }
}
