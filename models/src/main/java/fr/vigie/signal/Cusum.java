package fr.vigie.signal;

/**
 * The upper cumulative sum of E. S. Page, "Continuous inspection schemes", Biometrika 41 (1954): S' = max(0, S + x).
 *
 * <p>With x = z - k, a deviation less the allowance, it is the textbook chart; with x = log(f1/f0), the log likelihood
 * ratio of a change against none, it is the sequential test that finds this change soonest (G. V. Moustakides, Annals
 * of Statistics 14, 1986). In the second form exp(-S) bounds the chance that an undisturbed chart stands at S or higher:
 * without a change S is distributed like the supremum of a random walk of which exp is a martingale.
 *
 * @param score S, at least 0
 * @param steps how many steps ago it last stood at 0
 */
public record Cusum(double score, int steps) {
    /** A chart at rest. */
    public static final Cusum ZERO = new Cusum(0, 0);

    /** The chart after one more increment, positive ones speaking for a change. */
    public Cusum plus(double increment) {
        double next = score + increment;
        return next > 0 ? new Cusum(next, steps + 1) : ZERO;
    }

    /** The chart held at a ceiling, so that it can come down again soon. */
    public Cusum atMost(double ceiling) {
        return score > ceiling ? new Cusum(ceiling, steps) : this;
    }

    /** An upper bound of the chance to stand here without a change, where the increments are log likelihood ratios. */
    public double pValue() {
        return StrictMath.exp(-score);
    }
}
