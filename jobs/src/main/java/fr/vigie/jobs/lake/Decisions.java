package fr.vigie.jobs.lake;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The {@code decision} table as a chain: each row carries the hash of the row before, so that a row that was changed, left
 * out or put in between shows. Who keeps the hash of the last row elsewhere can tell of the last rows too.
 */
public final class Decisions {
    private static final String BEGUN = " begun";
    private static final String BEFORE_THE_FIRST = "0".repeat(64);

    private final Lake lake;

    public Decisions(Lake lake) {
        this.lake = lake;
    }

    /** All rows in order. */
    public List<DecisionRow> all() {
        return lake.read(Tables.DECISION).collectAsList().stream()
                .sorted(Comparator.comparingLong(DecisionRow::number))
                .toList();
    }

    /** Adds what stages are to know of: they become stale. */
    public void decide(Instant at, String subject, String id, String action, String actor, @Nullable String reason) {
        var row = next(at, subject, id, action, actor, reason);
        lake.append(
                Tables.DECISION,
                lake.spark().createDataset(List.of(row), Tables.DECISION.encoder()),
                hash(row).substring(0, 16));
    }

    /** Notes that something begins, which {@link #note} ends under the same action: whatever happens then, it shows. */
    public void begin(Instant at, String subject, String id, String action, String actor, @Nullable String reason) {
        note(at, subject, id, action + BEGUN, actor, reason);
    }

    /** Adds what is for the record only: nothing becomes stale. */
    public void note(Instant at, String subject, String id, String action, String actor, @Nullable String reason) {
        var row = next(at, subject, id, action, actor, reason);
        lake.note(Tables.DECISION, lake.spark().createDataset(List.of(row), Tables.DECISION.encoder()));
    }

    private DecisionRow next(
            Instant at, String subject, String id, String action, String actor, @Nullable String reason) {
        var rows = all();
        // As the table keeps it.
        var stored = at.truncatedTo(ChronoUnit.MICROS);
        var last = rows.isEmpty() ? null : rows.get(rows.size() - 1);
        return new DecisionRow(
                last == null ? 1 : last.number() + 1, stored, subject, id, action, actor, reason, head(rows));
    }

    /** The numbers of the rows that tell of something that began and did not end before it was begun again, or at all. */
    public static Set<Long> unfinished(List<DecisionRow> rows) {
        var unfinished = new TreeSet<Long>();
        var begun = new HashMap<String, Long>();
        for (var row : rows) {
            if (row.action().endsWith(BEGUN)) {
                var number = begun.put(row.subject() + " " + row.action(), row.number());
                if (number != null) {
                    unfinished.add(number);
                }
            } else {
                begun.remove(row.subject() + " " + row.action() + BEGUN);
            }
        }
        unfinished.addAll(begun.values());
        return unfinished;
    }

    /** The hash of the last row: worth noting where nobody who writes to the lake can reach it. */
    public static String head(List<DecisionRow> rows) {
        return rows.isEmpty() ? BEFORE_THE_FIRST : hash(rows.get(rows.size() - 1));
    }

    /** The place, from 1, of the first row that does not follow from the one before. */
    public static Optional<Long> firstBroken(List<DecisionRow> rows) {
        var previous = BEFORE_THE_FIRST;
        long number = 1;
        for (var row : rows) {
            if (row.number() != number || !row.previous().equals(previous)) {
                return Optional.of(number);
            }
            previous = hash(row);
            number++;
        }
        return Optional.empty();
    }

    private static String hash(DecisionRow row) {
        return Hash.full(
                Long.toString(row.number()),
                row.at().toString(),
                row.subject(),
                row.id(),
                row.action(),
                row.actor(),
                row.reason() == null ? "" : "=" + row.reason(),
                row.previous());
    }
}
