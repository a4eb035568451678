package fr.vigie.jobs.bench;

import fr.vigie.simulate.Waves;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.stream.IntStream;

/**
 * What can be known of the winter's epidemics before a day: winters are drawn by the simulator's law and weighed by how likely they
 * make the whole service's calls of the days since September (importance sampling).
 */
final class Winters {
    private static final int DRAWN = 4000;
    /** Seeds of no service that is simulated here. */
    private static final long FIRST_SEED = 1_000_000;

    /** By winter drawn and day from the first. */
    private static final double[][] LIFTS = IntStream.range(0, DRAWN)
            .mapToObj(k -> lifts(Waves.drawn(FIRST_SEED + k, SimulatedService.FROM, SimulatedService.UNTIL)))
            .toArray(double[][]::new);
    /** Winters less likely than this are as good as impossible. */
    private static final double IMPOSSIBLE = 1e-7;

    private final double[] weights;

    private Winters(double[] weights) {
        this.weights = weights;
    }

    private static double[] lifts(Waves waves) {
        return SimulatedService.FROM
                .datesUntil(SimulatedService.UNTIL)
                .mapToDouble(waves::lift)
                .toArray();
    }

    private static int index(LocalDate day) {
        return (int) ChronoUnit.DAYS.between(SimulatedService.FROM, day);
    }

    /** The calls of a day, and what is expected of it were there no waves. */
    record Day(LocalDate date, double came, double still) {}

    /** The winters as the days so far suggest them. */
    static Winters seenFrom(Iterable<Day> days, Scattered scattered) {
        var logs = new double[DRAWN];
        for (var day : days) {
            for (int k = 0; k < DRAWN; k++) {
                double mean = day.still * (1 + LIFTS[k][index(day.date)]);
                double variance = scattered.variance(day.date, mean);
                double error = day.came - mean;
                logs[k] -= (error * error / variance + Math.log(variance)) / 2;
            }
        }
        double most = IntStream.range(0, DRAWN).mapToDouble(k -> logs[k]).max().orElseThrow();
        var weights = IntStream.range(0, DRAWN).mapToDouble(k -> Math.exp(logs[k] - most)).toArray();
        double sum = IntStream.range(0, DRAWN).mapToDouble(k -> weights[k]).sum();
        return new Winters(IntStream.range(0, DRAWN).mapToDouble(k -> weights[k] / sum).toArray());
    }

    /** How the calls of a day scatter around their mean. */
    interface Scattered {
        double variance(LocalDate date, double mean);
    }

    /**
     * The mean, and the variance that the winter adds, of calls on days that follow each other.
     *
     * @param still expected calls by day were there no waves
     */
    double[] meanAndVariance(LocalDate first, double[] still) {
        double mean = 0;
        double square = 0;
        for (int k = 0; k < DRAWN; k++) {
            if (weights[k] > IMPOSSIBLE) {
                double calls = 0;
                for (int d = 0; d < still.length; d++) {
                    calls += still[d] * (1 + LIFTS[k][index(first) + d]);
                }
                mean += weights[k] * calls;
                square += weights[k] * calls * calls;
            }
        }
        return new double[] {mean, Math.max(0, square - mean * mean)};
    }
}
