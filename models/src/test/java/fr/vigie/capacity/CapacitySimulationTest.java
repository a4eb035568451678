package fr.vigie.capacity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.staffing.ServiceLevel;
import fr.vigie.staffing.Sizing;
import fr.vigie.staffing.Target;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class CapacitySimulationTest {
    private static final YearMonth MARCH = YearMonth.of(2026, 3);

    /** 12 hours of 300 calls on six days. */
    private static final NeedCurve NEED = NeedCurve.of(
            Collections.nCopies(
                    72,
                    new NeedCurve.Interval(
                            60, 250, 65, new Sizing(List.of(new Target.Answered(0.8, ServiceLevel.offered(20)))))),
            300,
            0);

    private static final double MONTH = NEED.callsPerWeek() * Hiring.MONTH_WEEKS;

    private static final Attrition LEAVING = Attrition.of(List.of(), new Attrition.Prior(0.3, 60));
    private static final Hiring HIRING = new Hiring(2, 400, 3, 0.3, 35, 4);
    private static final CapacityRules RULES = new CapacityRules(0.2, 300, 1, 18);

    private static Demand demand(int months) {
        return new Demand(MARCH, Collections.nCopies(months, MONTH), 0.05, 0.03, 0.04, List.of());
    }

    private static Supply supply(int operators) {
        return new Supply(Collections.nCopies(operators, new Member(30, 30, 35)), LEAVING, HIRING, 0.25, 0.95);
    }

    private static CapacitySimulation simulation(int operators, int months) {
        return new CapacitySimulation(demand(months), NEED, supply(operators), RULES);
    }

    @Test
    void hiresNobodyWhereThereAreEnough() {
        var plan = simulation(100, 12).plan();
        assertEquals(0, plan.hires());
        assertTrue(plan.months().stream().allMatch(month -> month.risk() <= 0.05));
    }

    @Test
    void addsUpHoursByHand() {
        // No attrition to speak of, no growth, no noise: 31 days of March, 10 operators of 35 hours, a quarter off the
        // phone.
        var faithful = Attrition.of(List.of(), new Attrition.Prior(1e-12, 1e6));
        var calm = new Demand(MARCH, List.of(1000.0, 1000.0), 0, 0, 0, List.of());
        var month = new CapacitySimulation(
                        calm,
                        NEED,
                        new Supply(Collections.nCopies(10, new Member(30, 30, 35)), faithful, HIRING, 0.25, 1),
                        RULES)
                .plan()
                .months()
                .get(0);
        assertEquals(10 * 35 * 31 / 7.0 * 0.75, month.hoursWithout(), 1e-6);
        assertEquals(1000, month.calls(), 1e-9);
        assertEquals(31 / 7.0 * NEED.hours(1000 * 7 / 31.0), month.hoursNeeded(), 1e-9);
    }

    @Test
    void keepsTheRiskUnderItsLimitOnceHiresCanReachIt() {
        var plan = simulation(19, 18).plan();
        assertTrue(plan.hires() > 0);
        for (int m = 6; m < 18; m++) {
            assertTrue(plan.months().get(m).risk() <= 0.2, "month " + m + ": " + plan.months());
        }
        assertTrue(plan.months().get(17).riskWithout() > 0.2, "without hires it would fall");
    }

    @Test
    void oneHireMoreNeverRaisesARisk() {
        var simulation = simulation(19, 15);
        var hires = new int[15];
        var before = simulation.risk(hires);
        for (int step = 0; step < 30; step++) {
            hires[step * 7 % 15]++;
            var after = simulation.risk(hires);
            for (int m = 0; m < 15; m++) {
                assertTrue(after[m] <= before[m], "hire " + step + ", month " + m);
            }
            before = after;
        }
        assertTrue(before[14] < simulation.risk(new int[15])[14]);
    }

    @Test
    void nobodyHelpsBeforeTraining() {
        var simulation = simulation(19, 12);
        var many = new int[12];
        many[0] = 50;
        var without = simulation.risk(new int[12]);
        var with = simulation.risk(many);
        // Two months until the first day, 400 hours at 35 a week are 2.6 more.
        assertArrayEquals(Arrays.copyOf(without, 4), Arrays.copyOf(with, 4));
        assertTrue(with[5] < without[5]);
    }

    @Test
    void noHireCanBeSpared() {
        var simulation = simulation(19, 14);
        var plan = simulation.plan();
        var hires = plan.months().stream().mapToInt(CapacityMonth::hires).toArray();
        var risk = simulation.risk(hires);
        for (int m = 0; m < hires.length; m++) {
            if (hires[m] > 0) {
                hires[m]--;
                var fewer = simulation.risk(hires);
                boolean worse = false;
                for (int i = 0; i < hires.length; i++) {
                    worse |= fewer[i] > Math.max(0.2, risk[i]);
                }
                assertTrue(worse, "month " + m);
                hires[m]++;
            }
        }
    }

    /** All plans of up to three hires a month in the four months that matter. */
    @Test
    void findsNoMoreThanTryingAll() {
        for (int operators = 17; operators <= 21; operators++) {
            var simulation = simulation(operators, 9);
            var plan = simulation.plan();
            int best = Integer.MAX_VALUE;
            for (int code = 0; code < 256; code++) {
                var hires = new int[9];
                int total = 0;
                for (int d = 0; d < 4; d++) {
                    hires[d] = code >> 2 * d & 3;
                    total += hires[d];
                }
                var risk = simulation.risk(hires);
                boolean good = true;
                for (int m = 0; m < 9; m++) {
                    good &= risk[m] <= Math.max(0.2, plan.months().get(m).risk());
                }
                best = good ? Math.min(best, total) : best;
            }
            assertTrue(plan.hires() <= best, operators + " operators: " + plan.hires() + " for " + best);
        }
    }

    @Test
    void isTheSameForTheSameSeed() {
        assertEquals(simulation(19, 12).plan(), simulation(19, 12).plan());
        var other = new CapacitySimulation(demand(12), NEED, supply(19), new CapacityRules(0.2, 300, 2, 18));
        assertTrue(!other.plan().equals(simulation(19, 12).plan()));
    }

    @Test
    void aClientSignedTakesHours() {
        var signed = new ClientChange("A", LocalDate.of(2026, 4, 16), 30_000);
        assertEquals(0, signed.in(MARCH));
        assertEquals(15_000, signed.in(MARCH.plusMonths(1)), 1e-9);
        assertEquals(30_000, signed.in(MARCH.plusMonths(2)));
        var calls = Collections.nCopies(12, MONTH);
        var more = new Demand(MARCH, calls, 0, 0.03, 0.04, List.of(signed));
        var fewer = new Demand(
                MARCH, calls, 0, 0.03, 0.04, List.of(new ClientChange("B", LocalDate.of(2026, 4, 1), -20_000)));
        assertTrue(hires(more) > hires(demand(12)), () -> hires(more) + " " + hires(demand(12)) + " " + hires(fewer));
        assertTrue(hires(fewer) < hires(demand(12)));
    }

    private static int hires(Demand demand) {
        return new CapacitySimulation(demand, NEED, supply(20), RULES).plan().hires();
    }

    @Test
    void moreReliefLeavesLessRisk() {
        var simulation = simulation(19, 12);
        var none = simulation.instead(new Relief("none", 0, 1, 400));
        var some = simulation.instead(new Relief("some", 0.05, 1, 400));
        var all = simulation.instead(new Relief("all", 1, 1, 400));
        for (int m = 0; m < 12; m++) {
            assertEquals(simulation.risk(new int[12])[m], none.get(m).risk(), 1e-12, "no relief is no hire");
            assertEquals(0, none.get(m).euros());
            assertTrue(some.get(m).risk() <= none.get(m).risk());
            assertTrue(all.get(m).risk() <= 0.2);
            assertTrue(some.get(m).share() <= 0.05);
        }
        var last = all.get(11);
        assertEquals(400 + last.calls(), last.euros(), 1e-9);
        assertTrue(last.share() > 0.05);
    }

    @Test
    void rampsUp() {
        assertEquals(0, HIRING.productivity(-0.1));
        assertEquals(1 / 1.3, HIRING.productivity(0), 1e-12);
        assertEquals(1 / 1.15, HIRING.productivity(1.5), 1e-12);
        assertEquals(1, HIRING.productivity(3));
        assertEquals(400 / 35.0 / Hiring.MONTH_WEEKS, HIRING.trainingMonths(35), 1e-12);
    }

    @Test
    void refusesWhatCannotBe() {
        assertThrows(IllegalArgumentException.class, () -> new CapacityRules(0, 300, 1, 18));
        assertThrows(IllegalArgumentException.class, () -> new CapacityRules(0.2, 1, 1, 18));
        assertThrows(IllegalArgumentException.class, () -> new Hiring(-1, 400, 3, 0.3, 35, 4));
        assertThrows(IllegalArgumentException.class, () -> new Hiring(2, 400, 3, 0.3, 0, 4));
        assertThrows(IllegalArgumentException.class, () -> new Hiring(2, 400, 3, 0.3, 35, 0));
        assertThrows(IllegalArgumentException.class, () -> new Relief("x", 2, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new Member(1, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> new Member(1, 1, 35, -1));
        assertThrows(IllegalArgumentException.class, () -> new Supply(List.of(), LEAVING, HIRING, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new Supply(List.of(), LEAVING, HIRING, 0.2, 0));
        assertThrows(IllegalArgumentException.class, () -> new Demand(MARCH, List.of(1.0), -1, 0, 0, List.of()));
        assertThrows(IllegalArgumentException.class, () -> new Demand(MARCH, List.of(), 0, 0, 0, List.of()));
        assertThrows(IllegalArgumentException.class, () -> simulation(19, 12).risk(new int[3]));
    }
}
