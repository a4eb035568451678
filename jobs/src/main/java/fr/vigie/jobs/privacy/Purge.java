package fr.vigie.jobs.privacy;

import static org.apache.spark.sql.functions.col;

import fr.vigie.jobs.RunLog;
import fr.vigie.jobs.lake.Decisions;
import fr.vigie.jobs.lake.Erasure;
import fr.vigie.jobs.lake.FreeText;
import fr.vigie.jobs.lake.Lake;
import fr.vigie.jobs.lake.Table;
import fr.vigie.jobs.lake.Tables;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Encoders;

/** Removes what is older than the limits of retention; rejects are kept as long as calls. */
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
     * @param what {@code call}, {@code presence}, {@code call_rejected} or a free text such as {@code observation.note}
     * @param before the first date that is kept
     * @param rows how many rows were removed, or notes emptied
     */
    public record Removed(String what, LocalDate before, long rows) {}

    /**
     * Removes what is more than its limit of days older than a date.
     *
     * @param asOf the date: what is as old as the limit is kept
     * @param actor who does it
     * @param clock for the audit log
     */
    public List<Removed> run(LocalDate asOf, String actor, Clock clock) {
        var now = clock.instant();
        var decisions = new Decisions(lake);
        decisions.begin(now, "retention", "all", "purge", actor, "as-of=" + asOf);
        var erasure = new Erasure(lake);
        var removed = new ArrayList<Removed>();
        var calls = begin(erasure, Tables.CALL, asOf, limits.calls());
        removed.add(new Removed("call", calls, erasure.delete(Tables.CALL, "local_date < DATE'%s'".formatted(calls))));
        var presence = begin(erasure, Tables.PRESENCE, asOf, limits.presence());
        removed.add(new Removed(
                "presence",
                presence,
                erasure.delete(Tables.PRESENCE, "starts_at < TIMESTAMP'%s'".formatted(start(presence)))));
        removed.add(new Removed(
                "call_rejected", calls, erasure.delete(Tables.CALL_REJECTED, "content IN (%s)".formatted(old(calls)))));
        for (var text : FreeText.ALL) {
            var first = begin(erasure, text.table(), asOf, limits.notes());
            var old =
                    "%s < TIMESTAMP'%s' AND %s IS NOT NULL".formatted(text.sinceColumn(), start(first), text.column());
            removed.add(new Removed(text.name(), first, erasure.empty(text.table(), old, text.column())));
        }
        // Rejects also go with their correction: here from the versions of the table before it.
        Stream.concat(
                        Stream.of(Tables.CALL, Tables.PRESENCE, Tables.CALL_REJECTED),
                        FreeText.ALL.stream().map(FreeText::table))
                .forEach(table -> erasure.forgetThePast(table, now));
        removed.forEach(r -> decisions.note(
                clock.instant(),
                "retention",
                r.what(),
                "remove",
                actor,
                "before=%s rows=%d".formatted(r.before(), r.rows())));
        decisions.note(clock.instant(), "retention", "all", "purge", actor, "as-of=" + asOf);
        return removed;
    }

    /**
     * Notes the first date that is kept, before anything is removed: whatever happens then, no file brings the rows back.
     * What a purge before this one removed is not there to be kept.
     */
    private LocalDate begin(Erasure erasure, Table<?> table, LocalDate asOf, Duration limit) {
        var date = asOf.minusDays(limit.toDays());
        var before = lake.purgedBefore(table);
        var first = before.filter(date::isBefore).orElse(date);
        if (lake.exists(table) && before.filter(first::equals).isEmpty()) {
            erasure.purgedBefore(table, first);
        }
        return first;
    }

    /** The files with rejects that were read last before a day, in SQL. The rejects do not say when; the log does. */
    private String old(LocalDate first) {
        var log = RunLog.of(lake);
        return lake
                .read(Tables.CALL_REJECTED)
                .select(col("content"))
                .distinct()
                .as(Encoders.STRING())
                .collectAsList()
                .stream()
                .filter(content -> log.last(run -> run.inputs().contains(content))
                        .map(run -> run.finishedAt().isBefore(start(first)))
                        // What no run tells of is read again, if its file is still there.
                        .orElse(true))
                .map(content -> "'" + content + "'")
                .collect(Collectors.collectingAndThen(
                        Collectors.joining(","), contents -> contents.isEmpty() ? "NULL" : contents));
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
