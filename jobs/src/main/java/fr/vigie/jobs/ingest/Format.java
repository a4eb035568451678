package fr.vigie.jobs.ingest;

import java.io.BufferedReader;
import java.io.Serializable;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.List;

/**
 * How a file is written: turns it into raw records under the canonical column names.
 *
 * <p>A new format is a record here: its components are its parameters, written in {@code vigie.yaml} under the
 * kebab-case of its name.
 */
public sealed interface Format extends Serializable permits VigieCsv, Delimited {

    /**
     * Reads the raw records of a file.
     *
     * @param text the file
     * @param columns the canonical columns wanted, in order
     * @param required those of them without which a file cannot be used
     * @param zone of times without an offset
     * @return the records, lazily
     * @throws BadFile when the file as a whole cannot be used
     */
    Iterator<RawRecord> read(BufferedReader text, List<String> columns, List<String> required, ZoneId zone);

    /** The columns of the file that the format drops, to be named in a warning. */
    List<String> dropped(BufferedReader text, List<String> columns);
}
