package fr.vigie.capacity;

import java.time.YearMonth;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The calls of the months to come, and what is not known about them.
 *
 * @param first the first month
 * @param calls the calls of each month if the clients stayed as they are and nothing grew, zero or more
 * @param growthPerYear by how much the clients' calls grow in a year: 0.02 is 2 %, above -1
 * @param growthSd its standard deviation, zero or more
 * @param noise the coefficient of variation of a month around that, zero or more
 * @param changes clients signed and lost
 */
public record Demand(
        YearMonth first,
        List<Double> calls,
        double growthPerYear,
        double growthSd,
        double noise,
        List<ClientChange> changes) {
    private static final double SLOWEST = -0.99;

    public Demand {
        calls = List.copyOf(calls);
        changes = List.copyOf(changes);
        Require.between("months", calls.size(), 1, 60, "Maybe plan for 12 to 24 months.");
        calls.forEach(month -> Require.notNegative("calls of a month", month, "Maybe the forecast has a gap."));
        Require.finite("growth a year", growthPerYear, "Maybe 0.02 for 2 %.");
        if (growthPerYear <= -1) {
            throw new IllegalArgumentException(
                    "The growth a year (%s) must be above -1.\nMaybe it is given in percent.".formatted(growthPerYear));
        }
        Require.notNegative("standard deviation of growth", growthSd, "Maybe 0.03.");
        Require.notNegative("variation of a month", noise, "Maybe 0.04.");
    }

    /** The months. */
    int months() {
        return calls.size();
    }

    YearMonth month(int number) {
        return first.plusMonths(number);
    }

    /** The calls of each month as they may come. */
    double[] draw(RandomGenerator random) {
        double growth = Math.max(SLOWEST, growthPerYear + growthSd * random.nextGaussian());
        // A lognormal factor of mean 1.
        double sigma = Math.sqrt(StrictMath.log1p(noise * noise));
        var drawn = new double[months()];
        for (int m = 0; m < drawn.length; m++) {
            double factor = StrictMath.exp(sigma * random.nextGaussian() - sigma * sigma / 2);
            drawn[m] = expected(m, growth) * factor;
        }
        return drawn;
    }

    private double expected(int number, double growth) {
        double stay = calls.get(number) * StrictMath.pow(1 + growth, (number + 0.5) / 12);
        double changed =
                changes.stream().mapToDouble(change -> change.in(month(number))).sum();
        return Math.max(0, stay + changed);
    }
}
