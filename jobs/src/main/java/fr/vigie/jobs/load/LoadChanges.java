package fr.vigie.jobs.load;

import fr.vigie.jobs.Json;
import fr.vigie.jobs.StageRun;
import fr.vigie.jobs.lake.DatedFile;
import fr.vigie.jobs.lake.Tables;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Which days must be counted again. */
final class LoadChanges {
    private LoadChanges() {}

    /**
     * The days, since 1970, whose calls have changed since the table of load was made.
     *
     * @param days every business date that has, or may have, load
     * @param stored the files of the load
     * @param firstKept days before this, since 1970, lost their calls by purge and keep their load
     * @return empty where all days must be counted: nothing is known of the last run, or the rules are others
     */
    static Optional<Set<Integer>> since(StageRun run, List<LocalDate> days, List<DatedFile> stored, int firstKept) {
        if (stored.isEmpty() || days.isEmpty()) {
            return Optional.empty();
        }
        return run.previous()
                .map(last -> Json.read(last.inputs()))
                .filter(then -> run.versionOf(Tables.PRACTICE).equals(then.get(Tables.PRACTICE.name())))
                .flatMap(then -> run.files(Tables.CALL).changedSince(String.valueOf(then.get(Tables.CALL.name()))))
                .map(changed -> {
                    Set<Integer> due = new TreeSet<>();
                    changed.stream()
                            .map(day -> (int) day.toEpochDay())
                            .filter(day -> day >= firstKept)
                            .forEach(due::add);
                    int first = stored.stream().mapToInt(DatedFile::first).min().orElseThrow();
                    int last = stored.stream().mapToInt(DatedFile::last).max().orElseThrow();
                    // Days without calls between the old days and the new ones have opening hours too.
                    days.forEach(day -> {
                        int number = (int) day.toEpochDay();
                        if (number < first || number > last) {
                            due.add(number);
                        }
                    });
                    // Days that have load and no longer have calls before or after them lose it.
                    for (int number = Math.max(first, firstKept); number <= last; number++) {
                        var day = LocalDate.ofEpochDay(number);
                        if (day.isBefore(days.get(0)) || day.isAfter(days.get(days.size() - 1))) {
                            due.add(number);
                        }
                    }
                    return due;
                });
    }
}
