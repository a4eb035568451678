package fr.vigie.capacity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.staffing.ServiceLevel;
import fr.vigie.staffing.Sizing;
import fr.vigie.staffing.Target;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Shortages larger than a month's hires: nobody helps before the fifth month after the decision. */
class HireSearchTest {
    private static final YearMonth MARCH = YearMonth.of(2026, 3);
    private static final double MOST_RISK = 0.2;

    /** About 24 operators answer these calls. */
    private static final NeedCurve NEED = NeedCurve.of(
            Collections.nCopies(
                    72,
                    new NeedCurve.Interval(
                            60, 250, 65, new Sizing(List.of(new Target.Answered(0.8, ServiceLevel.offered(20)))))),
            300,
            0);

    private static final double MONTH = NEED.callsPerWeek() * Hiring.MONTH_WEEKS;

    private static CapacitySimulation simulation(int operators, int months, int mostPerMonth, ClientChange... clients) {
        return new CapacitySimulation(
                new Demand(MARCH, Collections.nCopies(months, MONTH), 0.05, 0.03, 0.04, List.of(clients)),
                NEED,
                new Supply(
                        Collections.nCopies(operators, new Member(30, 30, 35)),
                        Attrition.of(List.of(), new Attrition.Prior(0.3, 60)),
                        new Hiring(2, 400, 3, 0.3, 35, mostPerMonth),
                        0.25,
                        0.95),
                new CapacityRules(MOST_RISK, 200, 1, 18));
    }

    private static ClientChange client(int month, double share) {
        return new ClientChange("Port", MARCH.plusMonths(month).atDay(1), share * MONTH);
    }

    private static int[] hires(CapacitySimulation simulation) {
        return simulation.plan().months().stream()
                .mapToInt(CapacityMonth::hires)
                .toArray();
    }

    private static double[] leastRisk(CapacitySimulation simulation, int months, int mostPerMonth) {
        var everybody = new int[months];
        Arrays.fill(everybody, mostPerMonth);
        return simulation.risk(everybody);
    }

    /** Whether hires keep every month under the limit that any hires keep under it. */
    private static boolean reachesAll(CapacitySimulation simulation, int[] hires, double[] leastRisk) {
        var risk = simulation.risk(hires);
        return IntStream.range(0, risk.length).allMatch(m -> leastRisk[m] > MOST_RISK || risk[m] <= MOST_RISK);
    }

    @Test
    void reachesEveryMonthThatCanBeReachedHoweverManyAreMissing() {
        for (int operators = 4; operators <= 18; operators += 2) {
            var simulation = simulation(operators, 16, 4);
            var leastRisk = leastRisk(simulation, 16, 4);
            assertTrue(leastRisk[15] <= MOST_RISK, "the last month can be reached");
            var plan = simulation.plan();
            assertTrue(plan.hires() > 4, operators + " operators");
            assertTrue(reachesAll(simulation, hires(simulation), leastRisk), () -> "" + plan.months());
        }
    }

    @Test
    void beginsEarlyForABigClientWhoComesLate() {
        var simulation = simulation(29, 16, 2, client(11, 0.4));
        var leastRisk = leastRisk(simulation, 16, 2);
        assertTrue(leastRisk[11] <= MOST_RISK, "two a month are enough if they come in time");
        var hires = hires(simulation);
        assertTrue(reachesAll(simulation, hires, leastRisk), () -> Arrays.toString(hires));
        assertTrue(Arrays.stream(hires, 0, 5).sum() > 2, () -> Arrays.toString(hires));
        assertTrue(hires(simulation(29, 16, 20, client(11, 0.4)))[0] == 0, "who can hire many at once may wait");
    }

    /** All plans of up to two hires a month; decisions after the fifth help in none of the nine months. */
    @Test
    void hiresNoMoreThanTheLeastOfAllPlansThatReachAsMuch() {
        int tried = 0;
        for (int operators = 16; operators <= 26; operators++) {
            for (double share : new double[] {0, 0.1, 0.2}) {
                var simulation = simulation(operators, 9, 2, client(7, share));
                var leastRisk = leastRisk(simulation, 9, 2);
                if (leastRisk[8] <= MOST_RISK) {
                    int least = allPlans(5, 2, 9)
                            .filter(plan -> reachesAll(simulation, plan, leastRisk))
                            .mapToInt(plan -> Arrays.stream(plan).sum())
                            .min()
                            .orElseThrow();
                    assertEquals(least, simulation.plan().hires(), operators + " operators, client " + share);
                    tried += least > 2 ? 1 : 0;
                }
            }
        }
        assertTrue(tried > 3, "cases in which one decision is not enough: " + tried);
    }

    private static Stream<int[]> allPlans(int decisions, int mostPerMonth, int months) {
        int base = mostPerMonth + 1;
        return IntStream.range(0, (int) Math.pow(base, decisions)).mapToObj(code -> {
            var plan = new int[months];
            int left = code;
            for (int d = 0; d < decisions; d++) {
                plan[d] = left % base;
                left /= base;
            }
            return plan;
        });
    }

    @Test
    void hiresNobodyForMonthsOutOfReachThatPass() {
        // Far more calls than the operators can answer, but before anybody new is trained the client has gone.
        var simulation = simulation(40, 10, 4, client(0, 2), client(4, -2));
        assertEquals(1, leastRisk(simulation, 10, 4)[3], "whoever is hired");
        assertArrayEquals(new int[10], hires(simulation));
    }

    @Test
    void hiresAllWhoHelpWhereThePlanEndsOutOfReach() {
        var simulation = simulation(4, 9, 2);
        var leastRisk = leastRisk(simulation, 9, 2);
        assertTrue(leastRisk[8] > MOST_RISK);
        assertArrayEquals(new int[] {2, 2, 2, 2, 2, 0, 0, 0, 0}, hires(simulation));
    }
}
