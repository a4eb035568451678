package fr.vigie.forecast;

/** How the past errors of a model become intervals around its forecast. */
public enum Widths {
    /** Negative binomial, with the {@link Dispersion} of each horizon bucket: for counts however few. */
    DISPERSION,
    /** Split conformal, see {@link Scores}: for series with calls in most intervals. */
    CONFORMAL,
    /**
     * Of these two the one whose quantiles lost less at the origins before, by horizon bucket; at an origin without two such origins
     * before it the first.
     */
    BACKTESTED
}
