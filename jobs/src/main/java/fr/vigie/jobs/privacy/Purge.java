package fr.vigie.jobs.privacy;

import fr.vigie.jobs.lake.Decisions;
import fr.vigie.jobs.lake.Erasure;
import fr.vigie.jobs.lake.Lake;
import fr.vigie.jobs.lake.Table;
import fr.vigie.jobs.lake.Tables;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Removes what is older than the limits of retention. */
public final class Purge {
    private final Lake lake;
    private final RetentionConfig limits;
    private final ZoneId zone;

    /**
     * A purge.
     *
     * @param zone the service's, of business dates
     */
    public Purge(Lake lake, RetentionConfig limits, ZoneId zone) {
        this.lake = lake;
        this.limits = limits;
        this.zone = zone;
    }

    /**
     * What was removed of a table.
     *
     * @param what {@code call}, {@code presence} or {@code observation.note}
     * @param before the first date that is kept
     * @param rows how many rows were removed, or notes emptied
     */
    public record Removed(String what, LocalDate before, long rows) {}

    /**
     * Removes what is more than its limit of days older than a date.
     *
     * @param asOf the date: what is as old as the limit is kept
     * @param actor who does it
     */
    public List<Removed> run(LocalDate asOf, String actor, Instant now) {
        var erasure = new Erasure(lake);
        var removed = new ArrayList<Removed>();
        var calls = first(asOf, limits.calls(), Tables.CALL);
        var presence = first(asOf, limits.presence(), Tables.PRESENCE);
        var notes = first(asOf, limits.notes(), Tables.OBSERVATION);
        // The line comes first: whatever happens then, no file brings the rows back.
        line(erasure, Tables.CALL, calls);
        line(erasure, Tables.PRESENCE, presence);
        line(erasure, Tables.OBSERVATION, notes);
        removed.add(new Removed("call", calls, erasure.delete(Tables.CALL, "local_date < DATE'%s'".formatted(calls))));
        removed.add(new Removed(
                "presence",
                presence,
                erasure.delete(Tables.PRESENCE, "starts_at < TIMESTAMP'%s'".formatted(start(presence)))));
        removed.add(new Removed(
                "observation.note",
                notes,
                erasure.empty(
                        Tables.OBSERVATION,
                        "observed_at < TIMESTAMP'%s' AND note IS NOT NULL".formatted(start(notes)),
                        "note")));
        // Rejects go with their correction: here also from the versions of the table before it.
        List.of(Tables.CALL, Tables.PRESENCE, Tables.OBSERVATION, Tables.CALL_REJECTED)
                .forEach(table -> erasure.forgetThePast(table, now));
        var decisions = new Decisions(lake);
        removed.forEach(r -> decisions.note(
                now, "retention", r.what(), "purge", actor, "before=%s rows=%d".formatted(r.before(), r.rows())));
        return removed;
    }

    /** The first date that is kept; what a purge before this one removed is not there to be kept. */
    private LocalDate first(LocalDate asOf, Duration limit, Table<?> table) {
        var date = asOf.minusDays(limit.toDays());
        return lake.purgedBefore(table).filter(before -> before.isAfter(date)).orElse(date);
    }

    private void line(Erasure erasure, Table<?> table, LocalDate first) {
        if (lake.exists(table) && lake.purgedBefore(table).filter(first::equals).isEmpty()) {
            erasure.purgedBefore(table, first);
        }
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
