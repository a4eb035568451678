package fr.vigie.signal;

/**
 * Counts that vary by more than chance: binomial, with a rate that is drawn anew each week from a beta distribution
 * (J. G. Skellam, Journal of the Royal Statistical Society B 10, 1948).
 *
 * <p>With mean p and correlation r within the week the beta distribution has a = p(1/r - 1), b = (1-p)(1/r - 1), and
 * the variance of k out of n is n p (1-p) (1 + (n-1) r).
 *
 * @param rate the mean p, above 0 and below 1
 * @param overdispersion the correlation r, above 0 and below 1
 */
record BetaBinomial(double rate, double overdispersion) {
    private static final double LARGE = 1e200;

    BetaBinomial {
        if (!(rate > 0 && rate < 1)) {
            throw new IllegalArgumentException("The rate (%s) must lie between 0 and 1.".formatted(rate));
        }
        if (!(overdispersion > 0 && overdispersion < 1)) {
            throw new IllegalArgumentException(
                    "The overdispersion (%s) must lie between 0 and 1.\nMaybe set 0.05.".formatted(overdispersion));
        }
    }

    /** The log likelihood of k out of n, less what does not depend on the rate. */
    double logLikelihood(int k, int n) {
        double a = rate * (1 / overdispersion - 1);
        double b = (1 - rate) * (1 / overdispersion - 1);
        return logRising(a, k) + logRising(b, n - k);
    }

    /** log(x (x+1) ... (x+n-1)): a product, since a difference of log gammas would cancel. */
    private static double logRising(double x, int n) {
        double sum = 0;
        double product = 1;
        for (int i = 0; i < n; i++) {
            product *= x + i;
            if (product > LARGE) {
                sum += StrictMath.log(product);
                product = 1;
            }
        }
        return sum + StrictMath.log(product);
    }
}
