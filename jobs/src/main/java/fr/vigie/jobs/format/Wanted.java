package fr.vigie.jobs.format;

import fr.vigie.input.InputKind;
import java.io.Serializable;
import java.time.ZoneId;
import java.util.List;

/**
 * What is wanted of a file.
 *
 * @param kind the kind of input
 * @param columns its canonical columns, in order
 * @param required those of them without which a file cannot be used
 * @param zone of times without an offset
 */
public record Wanted(InputKind kind, List<String> columns, List<String> required, ZoneId zone) implements Serializable {
    public Wanted {
        columns = List.copyOf(columns);
        required = List.copyOf(required);
    }
}
