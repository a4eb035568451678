package fr.vigie.jobs.report;

import fr.vigie.jobs.lake.BacklogRow;
import fr.vigie.jobs.lake.CallersRow;
import fr.vigie.jobs.lake.PromiseRow;
import fr.vigie.jobs.lake.StaffingRow;
import fr.vigie.jobs.lake.Tables;
import fr.vigie.load.ServiceLevelTarget;
import fr.vigie.report.BrokenPromise;
import fr.vigie.report.CallerFigure;
import fr.vigie.report.Grounds;
import fr.vigie.report.PracticePromise;
import fr.vigie.report.SideWorkInterval;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** What the need rests on and leaves room for, as the page shows it. */
final class GroundsReader {
    private final LakeReader lake;
    private final LocalDate asOf;
    private final HalfHours halfHours;

    GroundsReader(LakeReader lake, LocalDate asOf, HalfHours halfHours) {
        this.lake = lake;
        this.asOf = asOf;
        this.halfHours = halfHours;
    }

    /** The latest figures; of promises and work those that are about days to come. */
    Grounds grounds() {
        var names = lake.practiceNames();
        return new Grounds(
                lake.latest(Tables.PROMISE, asOf).stream()
                        .filter(row -> row.untilDay().isAfter(asOf))
                        .sorted(Comparator.comparing(PromiseRow::practiceId))
                        .map(row -> promise(row, names))
                        .toList(),
                lake.latest(Tables.CALLERS, asOf).stream()
                        .sorted(Comparator.comparing(CallersRow::figure))
                        .map(GroundsReader::figure)
                        .toList(),
                lake.latest(Tables.BACKLOG, asOf).stream()
                        .filter(row -> !row.localDate().isBefore(asOf))
                        .sorted(Comparator.comparing(BacklogRow::group).thenComparing(BacklogRow::startsAt))
                        .map(this::work)
                        .toList(),
                lake.latest(Tables.STAFFING, asOf).stream()
                        .sorted(Comparator.comparing(StaffingRow::group).thenComparing(StaffingRow::startsAt))
                        .flatMap(row -> row.broken().stream()
                                .map(promise -> new BrokenPromise(
                                        row.group(), promise, row.localDate(), halfHours.minute(row.startsAt()))))
                        .toList());
    }

    private static PracticePromise promise(PromiseRow row, Map<String, String> names) {
        var promised = ServiceLevelTarget.parse(row.promised());
        return new PracticePromise(
                row.practiceId(),
                names.getOrDefault(row.practiceId(), row.practiceId()),
                row.group(),
                promised.share(),
                promised.seconds(),
                row.origin(),
                row.fromDay(),
                row.untilDay().minusDays(1),
                row.calls(),
                optional(row.neededLevel()),
                optional(row.plannedLevel()),
                optional(row.priceHours()));
    }

    private static CallerFigure figure(CallersRow row) {
        return new CallerFigure(
                row.figure(),
                row.value(),
                row.origin(),
                optional(row.fitted()),
                optional(row.low()),
                optional(row.high()),
                row.calls(),
                row.events(),
                optional(row.departure()),
                row.fromDay(),
                row.untilDay().minusDays(1));
    }

    private SideWorkInterval work(BacklogRow row) {
        return new SideWorkInterval(
                row.group(),
                row.localDate(),
                halfHours.minute(row.startsAt()),
                row.spareMinutes(),
                row.comingMinutes(),
                row.doneMinutes(),
                row.lateMinutes(),
                row.agentsToAdd());
    }

    private static OptionalDouble optional(@Nullable Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
