package fr.vigie.jobs;

import fr.vigie.privacy.PseudonymKey;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;

/**
 * The pseudonymisation keys of a workspace.
 *
 * @param current the one that callers get their pseudonyms by
 * @param retired those before it: pseudonyms made by them stand in the lake and are never joined with others
 */
public record KeyRing(PseudonymKey current, List<PseudonymKey> retired) implements Serializable {
    public KeyRing {
        retired = List.copyOf(retired);
    }

    /** All of them, the current one first. */
    public List<PseudonymKey> all() {
        return Stream.concat(Stream.of(current), retired.stream()).toList();
    }
}
