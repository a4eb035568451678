package fr.vigie.forecast;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.stat.StatUtils;

/**
 * What places like it suggest of one that has had few calls, or none.
 *
 * @param callsPerDay expected calls of a calendar day, positive
 * @param doubt variance of the level over its square, 0.25 or more
 */
public record Kin(double callsPerDay, double doubt) implements Serializable {
    private static final int FEWEST = 3;
    private static final double LEAST_DOUBT = 0.25;
    private static final double MOST_DOUBT = 4;

    /** The scatter of calls beside the doubt about their level. */
    private static final double SCATTER = 1.2;

    /**
     * The median of its likes, as doubtful as they differ: of a log-normal level with variance s² of the logarithm, exp(s²) - 1.
     *
     * @param callsPerDay of each of them; those without calls are left out
     * @return empty where there are fewer than three
     */
    public static Optional<Kin> of(List<Double> callsPerDay) {
        var rates = callsPerDay.stream()
                .filter(rate -> rate > 0)
                .mapToDouble(Double::doubleValue)
                .toArray();
        if (rates.length < FEWEST) {
            return Optional.empty();
        }
        var logs = new double[rates.length];
        for (int i = 0; i < logs.length; i++) {
            logs[i] = Math.log(rates[i]);
        }
        double doubt = Math.expm1(StatUtils.variance(logs));
        return Optional.of(
                new Kin(StatUtils.percentile(rates, 50), Math.min(MOST_DOUBT, Math.max(LEAST_DOUBT, doubt))));
    }

    /** The same of a place that is so many times as large. */
    public Kin times(double size) {
        return new Kin(size * callsPerDay, doubt);
    }

    /**
     * The same of a place that may never begin: the longer it has been silent, the less is expected of it and the more doubtfully.
     *
     * @param probability that it begins, positive, at most 1
     */
    public Kin ifAtAll(double probability) {
        return new Kin(probability * callsPerDay, (1 + doubt) / probability - 1);
    }

    /**
     * How far its calls will fall from a forecast that rests on its own ones in part.
     *
     * @param known weight of its own calls, 0 to 1
     */
    public Dispersion dispersion(double known) {
        double unknown = 1 - known;
        return new Dispersion(SCATTER, Dispersion.UNTRIED.quadratic() + unknown * unknown * doubt);
    }

    /** How far its calls will fall from their forecast. */
    public Dispersion dispersion() {
        return new Dispersion(SCATTER, doubt);
    }
}
