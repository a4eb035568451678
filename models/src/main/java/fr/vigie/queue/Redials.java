package fr.vigie.queue;

import java.io.Serializable;

/**
 * What callers do who hung up.
 *
 * @param probability that such a caller calls again, 0 to 1; the new attempt is as any other
 * @param delay how long after hanging up
 */
public record Redials(double probability, TimeLaw delay) implements Serializable {
    /** Nobody calls again. */
    public static final Redials NONE = new Redials(0, new Never());

    public Redials {
        Require.share("probability of a redial", probability, "Maybe it is given in percent.");
    }
}
