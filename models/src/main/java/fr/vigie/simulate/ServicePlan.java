package fr.vigie.simulate;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * What to simulate.
 *
 * @param seed decides everything that is drawn
 * @param practices client practices, at least 1
 * @param operators operators with a contract of 35 hours, at least 1
 * @param from first day
 * @param until day after the last
 * @param callsPerYear calls expected in a year, redials and calls out of hours included
 */
public record ServicePlan(long seed, int practices, int operators, LocalDate from, LocalDate until, int callsPerYear) {
    private static final int PRACTICES = 250;
    private static final int OPERATORS = 16;
    private static final int CALLS_PER_YEAR = 900_000;
    private static final int FEWEST_OPERATORS = 3;
    private static final double POOLING = 0.3;

    public ServicePlan {
        if (practices < 1) {
            throw new IllegalArgumentException("The practices (%d) must be positive.".formatted(practices));
        }
        if (operators < 1) {
            throw new IllegalArgumentException("The operators (%d) must be positive.".formatted(operators));
        }
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException(
                    "The simulation ends (%s) before it begins (%s).\nMaybe swap the two dates."
                            .formatted(until, from));
        }
        if (callsPerYear < 1) {
            throw new IllegalArgumentException("The calls a year (%d) must be positive.".formatted(callsPerYear));
        }
    }

    /** The service as it is: 250 practices, 16 operators, 900,000 calls a year. */
    public static ServicePlan defaults(long seed, LocalDate from, LocalDate until) {
        return new ServicePlan(seed, PRACTICES, OPERATORS, from, until, CALLS_PER_YEAR);
    }

    /**
     * The same service with more or fewer practices: calls grow in proportion, and so do operators; a smaller service
     * keeps a few more of them, since small teams pool badly, and at least three.
     */
    public ServicePlan withPractices(int count) {
        double scale = (double) count / practices;
        double pooling = scale < 1 ? POOLING * (StrictMath.sqrt(scale) - scale) : 0;
        return new ServicePlan(
                seed,
                count,
                (int) Math.max(FEWEST_OPERATORS, Math.round(operators * (scale + pooling))),
                from,
                until,
                (int) Math.max(1, Math.round(callsPerYear * scale)));
    }

    /** Days simulated. */
    public int days() {
        return Math.toIntExact(ChronoUnit.DAYS.between(from, until));
    }

    LocalDate day(int index) {
        return from.plusDays(index);
    }

    int index(LocalDate day) {
        return Math.toIntExact(ChronoUnit.DAYS.between(from, day));
    }
}
