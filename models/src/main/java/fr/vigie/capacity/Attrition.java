package fr.vigie.capacity;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.apache.commons.math3.distribution.GammaDistribution;

/**
 * How likely operators leave, by tenure: a piecewise exponential survival model with gamma posteriors.
 *
 * <p>Within a band of tenure the hazard is constant; its likelihood given {@code leavers} in {@code exposure} operator-months
 * is Poisson (N. Breslow, "Covariance analysis of censored survival data", Biometrics 30, 1974), to which the gamma
 * distribution is conjugate: a prior of shape a and rate b becomes {@code Gamma(a + leavers, b + exposure)}. With few
 * operators the posterior is wide, and with no leaver at all it is still one; both are what a plan must reckon with. Careers
 * watched only from some tenure on count from there (left truncation).
 *
 * @param bands by rising tenure, the first from 0, the last without end
 */
public record Attrition(List<Band> bands) {
    /** Many leave in the first half-year, fewer in the next eighteen months, few after. */
    private static final double[] FROM_MONTHS = {0, 6, 24};

    /**
     * What is known of a band of tenure.
     *
     * @param fromMonths the tenure from which it holds
     * @param exposureMonths operator-months watched in it
     * @param leavers who left in it
     * @param shape of the posterior of the hazard a month
     * @param rateMonths of that posterior, in months
     */
    public record Band(double fromMonths, double exposureMonths, int leavers, double shape, double rateMonths) {
        /** The posterior mean of the hazard a month. */
        public double hazard() {
            return shape / rateMonths;
        }
    }

    /**
     * What is supposed before any career is seen.
     *
     * @param perYear the share of operators who leave in a year, above 0 and below 1
     * @param operatorMonths how many operator-months in each band this is worth, positive
     */
    public record Prior(double perYear, double operatorMonths) {
        public Prior {
            if (!(perYear > 0 && perYear < 1)) {
                throw new IllegalArgumentException(
                        "The attrition a year (%s) must be above 0 and below 1.\nMaybe it is given in percent."
                                .formatted(perYear));
            }
            Require.positive("operator-months of the prior", operatorMonths, "Maybe 24.");
        }

        double hazard() {
            return -StrictMath.log1p(-perYear) / 12;
        }
    }

    public Attrition {
        bands = List.copyOf(bands);
    }

    /** What careers teach. */
    public static Attrition of(List<Career> careers, Prior prior) {
        var bands = new ArrayList<Band>();
        for (int i = 0; i < FROM_MONTHS.length; i++) {
            double from = FROM_MONTHS[i];
            double until = i + 1 < FROM_MONTHS.length ? FROM_MONTHS[i + 1] : Double.POSITIVE_INFINITY;
            double exposure = 0;
            int leavers = 0;
            for (var career : careers) {
                exposure += Math.max(0, Math.min(until, career.untilMonths()) - Math.max(from, career.fromMonths()));
                leavers += career.left() && career.untilMonths() > from && career.untilMonths() <= until ? 1 : 0;
            }
            bands.add(new Band(
                    from,
                    exposure,
                    leavers,
                    prior.hazard() * prior.operatorMonths() + leavers,
                    prior.operatorMonths() + exposure));
        }
        return new Attrition(bands);
    }

    /** The hazards that are most to be expected. */
    public Hazards mean() {
        return hazards(bands.stream().mapToDouble(Band::hazard).toArray());
    }

    /** Hazards that may be the true ones, drawn from what is known. */
    public Hazards draw(RandomGenerator random) {
        return hazards(bands.stream()
                .mapToDouble(band -> new GammaDistribution(null, band.shape(), 1 / band.rateMonths())
                        .inverseCumulativeProbability(random.nextDouble()))
                .toArray());
    }

    private Hazards hazards(double[] perMonth) {
        return new Hazards(bands.stream().mapToDouble(Band::fromMonths).toArray(), perMonth);
    }
}
