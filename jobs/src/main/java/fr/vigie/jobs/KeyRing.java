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
 * @param names the first of them, which names of calls and records get pseudonyms by for good: a call that is read again
 *     after a rotation is the same call
 */
public record KeyRing(PseudonymKey current, List<PseudonymKey> retired, PseudonymKey names) implements Serializable {
    public KeyRing {
        retired = List.copyOf(retired);
    }

    /** Those of a workspace whose key was never rotated since it has one for names. */
    public KeyRing(PseudonymKey current, List<PseudonymKey> retired) {
        this(current, retired, current);
    }

    /** All of them, the current one first. */
    public List<PseudonymKey> all() {
        return Stream.concat(Stream.of(current), retired.stream()).toList();
    }
}
