package fr.vigie.report;

import fr.vigie.staffing.ServiceLevelDefinition;

/**
 * The service level that is aimed at.
 *
 * @param definition whose calls count
 * @param share of them, 0 to 1
 * @param withinSeconds answered within so much waiting
 * @param longWaitSeconds from which wait on a call is said to have waited long
 */
public record ServiceTarget(
        ServiceLevelDefinition definition, double share, double withinSeconds, double longWaitSeconds) {
    public ServiceTarget {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("The service level (" + share + ") must lie between 0 and 1.");
        }
        if (!(withinSeconds >= 0 && longWaitSeconds > 0)) {
            throw new IllegalArgumentException(
                    "The waits (%s s, %s s) must be positive.".formatted(withinSeconds, longWaitSeconds));
        }
    }
}
