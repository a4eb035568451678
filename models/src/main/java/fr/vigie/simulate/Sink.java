package fr.vigie.simulate;

import fr.vigie.input.InputRow;

/** Where the simulated rows go. Calls come in the order in which they arrived. */
public interface Sink {
    /** Takes a row of an input file. */
    void accept(InputRow row);

    /** Takes a line of the truth, which no stage may read. */
    void accept(Truth truth);
}
