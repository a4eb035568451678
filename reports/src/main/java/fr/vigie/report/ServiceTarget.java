package fr.vigie.report;

/**
 * The service level that is aimed at.
 *
 * @param definition whose calls count
 * @param share of them, 0 to 1
 * @param withinSeconds answered within so much waiting
 * @param longWaitSeconds from which wait on a call is said to have waited long
 */
public record ServiceTarget(Definition definition, double share, int withinSeconds, int longWaitSeconds) {

    /** The four service levels in use; they differ by points on the same calls, hence always named. */
    public enum Definition {
        /** Answered in time over all offered calls. */
        OFFERED,
        /** Answered in time over answered calls. */
        ANSWERED,
        /** Offered calls whose wait, with endless patience, would have been in time. */
        VIRTUAL,
        /** Answered in time over offered calls less those abandoned shortly after they arrived. */
        WITHOUT_SHORT
    }

    public ServiceTarget {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("The service level (" + share + ") must lie between 0 and 1.");
        }
        if (withinSeconds <= 0 || longWaitSeconds <= 0) {
            throw new IllegalArgumentException(
                    "The waits (%d s, %d s) must be positive.".formatted(withinSeconds, longWaitSeconds));
        }
    }
}
