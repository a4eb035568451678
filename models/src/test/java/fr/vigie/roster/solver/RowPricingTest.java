package fr.vigie.roster.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.vigie.roster.benchmark.HardRules;
import fr.vigie.roster.benchmark.ProblemReader;
import fr.vigie.roster.benchmark.Schedule;
import fr.vigie.roster.benchmark.ShiftProblem;
import fr.vigie.roster.benchmark.SmallProblem;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowPricingTest {
    private static final int PERSON = 0;

    private static ShiftProblem problem(String member, String late) {
        return ProblemReader.read(SmallProblem.lines().stream()
                .map(line -> line.startsWith("A,E=7") ? "A," + member : line)
                .map(line -> line.startsWith("L,480") ? late : line)
                .toList());
    }

    /** Days off cost nothing; shifts cost or earn something. */
    private static double[][] costs(ShiftProblem problem, Random random) {
        var costs = new double[problem.days()][problem.shifts().size() + 1];
        for (int day = 0; day < costs.length; day++) {
            boolean isFree = problem.staff().get(PERSON).daysOff().contains(day);
            for (int shift = 1; shift < costs[day].length; shift++) {
                costs[day][shift] = isFree ? Double.POSITIVE_INFINITY : random.nextInt(-50, 20);
            }
        }
        return costs;
    }

    /** The least cost of all rows, tried one after the other; infinite if none keeps the rules. */
    private static double least(ShiftProblem problem, double[][] costs) {
        int choices = problem.shifts().size() + 1;
        double least = Double.POSITIVE_INFINITY;
        var row = new int[problem.days()];
        for (int number = 0; number < Math.pow(choices, row.length); number++) {
            int left = number;
            for (int day = 0; day < row.length; day++) {
                row[day] = left % choices - 1;
                left /= choices;
            }
            if (HardRules.excess(problem, PERSON, row) == 0) {
                least = Math.min(least, cost(costs, row));
            }
        }
        return least;
    }

    private static double cost(double[][] costs, int[] row) {
        double sum = 0;
        for (int day = 0; day < row.length; day++) {
            sum += costs[day][row[day] + 1];
        }
        return sum;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "E=7|L=1,1440,960,3,2,2,0; L,480,E",
                "E=7|L=7,3360,0,4,1,1,1; L,480,E",
                "E=2|L=2,3360,480,7,3,1,1; L,480,",
                "E=3|L=0,2400,1440,5,1,3,1; L,480,E",
                "E=7|L=2,1900,1200,4,2,1,1; L,600,E",
                "E=2|L=7,4000,700,6,4,2,1; L,360,E|L",
            })
    void itsRowIsAsCheapAsTheBestOfAllRows(String member, String late) {
        var problem = problem(member, late);
        var random = new Random(1);
        for (int draw = 0; draw < 20; draw++) {
            var costs = costs(problem, random);
            var row = RowPricing.of(problem)[PERSON].cheapest(costs);
            assertEquals(0, HardRules.excess(problem, PERSON, row));
            assertEquals(least(problem, costs), cost(costs, row));
        }
    }

    @Test
    void rulesThatContradictOneAnotherHaveNoRow() {
        var problem = problem("E=7|L=1,2880,2400,3,2,2,0", "L,480,E");
        var costs = costs(problem, new Random(1));
        assertEquals(Double.POSITIVE_INFINITY, least(problem, costs));
        assertEquals(0, RowPricing.of(problem)[PERSON].cheapest(costs).length);
    }

    @Test
    void aDayOffIsNoShift() {
        var problem = problem("E=7|L=1,1440,0,3,2,2,0", "L,480,E");
        var costs = new double[problem.days()][];
        Arrays.setAll(costs, day -> new double[] {0, 1, 1});
        var row = RowPricing.of(problem)[PERSON].cheapest(costs);
        assertEquals(7, Arrays.stream(row).filter(s -> s == Schedule.FREE).count());
    }
}
