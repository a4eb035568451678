package fr.vigie.queue;

import java.util.ArrayList;
import java.util.List;

/**
 * What was counted in an interval, or in several. Callers count in the interval in which they came, agents' time where it
 * passed; times in seconds. In the tally of one kind of call agents have no time.
 *
 * @param seconds the length
 * @param offered attempts, redials and the backlog included
 * @param redials attempts that are redials
 * @param answered callers who were answered
 * @param abandoned callers who hung up
 * @param waitSeconds waits of all callers, summed up
 * @param squaredWaitSeconds their squares
 * @param answeredWaitSeconds waits of the answered
 * @param queueSeconds waiting that passed in this interval, whenever the callers came
 * @param busySeconds agents' time with calls
 * @param staffedSeconds agents' time on the phone, the end of their last call included
 * @param longestRunSeconds the longest run of calls without a pause that ended here
 * @param waits callers by their wait
 */
public record Tally(
        double seconds,
        double offered,
        double redials,
        double answered,
        double abandoned,
        double waitSeconds,
        double squaredWaitSeconds,
        double answeredWaitSeconds,
        double queueSeconds,
        double busySeconds,
        double staffedSeconds,
        double longestRunSeconds,
        List<Waits> waits) {

    /**
     * Callers by their wait.
     *
     * @param seconds the wait at which they are counted
     * @param answeredWithin answered within that time
     * @param goneWithin hung up, or cut off when the lines closed, within that time
     * @param virtualWithin would have been answered within that time if they had not hung up
     * @param over waited longer
     */
    public record Waits(double seconds, double answeredWithin, double goneWithin, double virtualWithin, double over) {
        private Waits and(Waits other) {
            return new Waits(
                    seconds,
                    answeredWithin + other.answeredWithin,
                    goneWithin + other.goneWithin,
                    virtualWithin + other.virtualWithin,
                    over + other.over);
        }
    }

    public Tally {
        waits = List.copyOf(waits);
    }

    /** Callers who still waited when the lines closed: neither answered nor hung up. */
    public double lostAtClose() {
        return offered - answered - abandoned;
    }

    /** The counts at one of the waits asked for. */
    public Waits at(double wait) {
        return waits.stream()
                .filter(counts -> counts.seconds() == wait)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Nobody was counted at a wait of %s s.\nMaybe add it to the measures.".formatted(wait)));
    }

    /** Shares and means of these counts. */
    public IntervalFigures figures() {
        return new IntervalFigures(
                offered,
                answered / offered,
                abandoned / offered,
                waitSeconds / offered,
                answeredWaitSeconds / answered,
                busySeconds / staffedSeconds,
                waits.stream()
                        .map(counts -> new IntervalFigures.WaitShares(
                                counts.seconds(),
                                counts.answeredWithin() / offered,
                                counts.goneWithin() / offered,
                                counts.virtualWithin() / offered,
                                counts.over() / offered))
                        .toList());
    }

    /** The same counts over another length. */
    Tally lasting(double length) {
        return new Tally(
                length,
                offered,
                redials,
                answered,
                abandoned,
                waitSeconds,
                squaredWaitSeconds,
                answeredWaitSeconds,
                queueSeconds,
                busySeconds,
                staffedSeconds,
                longestRunSeconds,
                waits);
    }

    /** Both together. */
    Tally and(Tally other) {
        var both = new ArrayList<Waits>();
        for (int i = 0; i < waits.size(); i++) {
            both.add(waits.get(i).and(other.waits.get(i)));
        }
        return new Tally(
                seconds + other.seconds,
                offered + other.offered,
                redials + other.redials,
                answered + other.answered,
                abandoned + other.abandoned,
                waitSeconds + other.waitSeconds,
                squaredWaitSeconds + other.squaredWaitSeconds,
                answeredWaitSeconds + other.answeredWaitSeconds,
                queueSeconds + other.queueSeconds,
                busySeconds + other.busySeconds,
                staffedSeconds + other.staffedSeconds,
                Math.max(longestRunSeconds, other.longestRunSeconds),
                both);
    }
}
