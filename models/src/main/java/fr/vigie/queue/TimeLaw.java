package fr.vigie.queue;

import java.io.Serializable;
import java.util.random.RandomGenerator;

/** The distribution of a time: how long a call takes, how long a caller waits, when a caller calls again. In seconds. */
public sealed interface TimeLaw extends Serializable permits Exponential, LogNormal, Observed, PiecewiseHazard, Never {

    /** Draws a time of zero or more, possibly infinite. */
    double draw(RandomGenerator random);

    /** The mean, possibly infinite. */
    double meanSeconds();

    /** The probability that the time is longer than that. */
    double survival(double seconds);
}
