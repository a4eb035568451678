package fr.vigie.queue;

import java.io.Serializable;

/**
 * The calls of an interval and how they behave; all times are exponential.
 *
 * @param seconds its length, positive
 * @param callsPerHour the rate of calls, zero or more
 * @param ahtSeconds the mean handling time, positive
 * @param patienceSeconds the mean patience, positive
 */
public record LoadInterval(double seconds, double callsPerHour, double ahtSeconds, double patienceSeconds)
        implements Serializable {
    public LoadInterval {
        Require.positive("length of an interval", seconds, "Maybe 900: a quarter of an hour.");
        Require.notNegative("calls per hour", callsPerHour, "Maybe the forecast has a gap.");
        Require.positive("mean handling time", ahtSeconds, "Maybe give it in seconds.");
        Require.positive("mean patience", patienceSeconds, "Maybe give it in seconds.");
    }

    double perSecond() {
        return callsPerHour / 3600;
    }

    double calls() {
        return perSecond() * seconds;
    }

    double erlangs() {
        return perSecond() * ahtSeconds;
    }

    LoadInterval withCallsPerHour(double other) {
        return new LoadInterval(seconds, other, ahtSeconds, patienceSeconds);
    }
}
