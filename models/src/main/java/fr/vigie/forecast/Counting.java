package fr.vigie.forecast;

import fr.vigie.series.Series;

/** What the values of a series are. */
public enum Counting {
    /** Independent calls: never more regular than Poisson's. */
    CALLS,
    /** Whole numbers, which may be more regular than calls. */
    WHOLE_NUMBERS,
    /** Any quantity. */
    QUANTITIES;

    /** What the values of a file seem to be. */
    public static Counting of(Series series) {
        return series.isCount() ? WHOLE_NUMBERS : QUANTITIES;
    }
}
