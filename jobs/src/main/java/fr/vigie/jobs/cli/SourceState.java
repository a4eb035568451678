package fr.vigie.jobs.cli;

import fr.vigie.input.InputKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a source's files are to the lake.
 *
 * @param name the source's block in {@code vigie.yaml}
 * @param kind what its files hold
 * @param files how many there are now
 * @param neverIngested names of files to read that no ingest knew
 * @param removed where anything is to be read: names of files whose records stand in the lake and that are not there any
 *     more
 * @param changed whether files that were ingested are to be read again for themselves: they are not what they were, or
 *     are read in another way now
 * @param because sources that are stale themselves and that these files are read by
 * @param unreadable why the files cannot be compared with the lake; null: they can
 */
record SourceState(
        String name,
        InputKind kind,
        int files,
        List<String> neverIngested,
        List<String> removed,
        boolean changed,
        List<String> because,
        @Nullable String unreadable) {

    /** Whether {@code vigie run} would ingest the source. */
    boolean isStale() {
        return changed || !neverIngested.isEmpty() || !removed.isEmpty() || !because.isEmpty();
    }

    /** The state in words. */
    String text() {
        if (!isStale() && unreadable != null) {
            return "not compared: " + unreadable.lines().findFirst().orElse("");
        }
        if (!isStale()) {
            return "up to date, %d file%s".formatted(files, files == 1 ? "" : "s");
        }
        var reasons = new ArrayList<String>();
        if (!neverIngested.isEmpty()) {
            reasons.add("never ingested: " + String.join(", ", neverIngested));
        }
        if (changed) {
            reasons.add("changed since it was ingested");
        }
        if (!removed.isEmpty()) {
            reasons.add("not there any more: " + String.join(", ", removed));
        }
        if (!because.isEmpty()) {
            reasons.add("because of " + String.join(", ", because));
        }
        return "stale: " + String.join("; ", reasons);
    }
}
