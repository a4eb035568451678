package fr.vigie.queue;

import java.util.Locale;

/** Which computation gave a number. */
public enum Method {
    /** Erlang's formulas: the queue has settled for its load. */
    STATIONARY,

    /** The queue's way from one state to the next ({@link TransientErlangA}). */
    TRANSIENT,

    /** Days played call by call ({@link DiscreteEventSimulation}). */
    SIMULATED;

    /** Its name in tables. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
