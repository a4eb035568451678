package fr.vigie.territory;

/** To which band a cost on the boundary of two belongs. */
public enum Closed {
    /** To the farther one, as in [0, 5), [5, 10): IRDES gives 5.0 minutes the second weight. */
    LEFT,

    /** To the nearer one, as in [0, 5], (5, 10]: PySAL's {@code step_fn}. */
    RIGHT
}
