package fr.vigie.forecast;

/** A model on its way over one series, from origin to origin, keeping what it has learnt. */
public interface Walk {
    /**
     * The expected counts of the intervals from the origin on; zero in closed hours.
     *
     * @param origin index of the first interval ahead, not smaller than at the call before
     * @param horizon number of intervals, within the series
     */
    double[] means(int origin, int horizon);
}
