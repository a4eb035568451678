package fr.vigie.jobs.cli;

import fr.vigie.jobs.lake.RunRow;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Whether a stage's result is the one of what there is now.
 *
 * @param noun the stage's word
 * @param last its last run
 * @param isStale whether {@code vigie run} would run it
 * @param because the stale sources and stages before it, or what has changed since its last run
 */
record StageState(String noun, Optional<RunRow> last, boolean isStale, List<String> because) {

    /** The state in a word. */
    String word() {
        return last.isEmpty() ? "never run" : isStale ? "stale" : "up to date";
    }

    /** The state in words. */
    String text() {
        var made = last.map(row ->
                        ", made %s for %s".formatted(row.finishedAt().truncatedTo(ChronoUnit.SECONDS), row.asOf()))
                .orElse("");
        return word() + made + (because.isEmpty() ? "" : ", because of " + String.join(", ", because));
    }
}
