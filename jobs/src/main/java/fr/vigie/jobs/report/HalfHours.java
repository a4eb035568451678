package fr.vigie.jobs.report;

import fr.vigie.jobs.lake.ForecastRow;
import fr.vigie.jobs.lake.LoadRow;
import fr.vigie.jobs.lake.StaffingRow;
import fr.vigie.report.ExpectedLoad;
import fr.vigie.report.Need;
import fr.vigie.report.PastLoad;
import fr.vigie.staffing.ServiceLevelDefinition;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Rows of any interval as the half-hours of a service's own clock. */
final class HalfHours {
    private static final int MINUTES = 30;

    private final ZoneId zone;

    HalfHours(ZoneId zone) {
        this.zone = zone;
    }

    /** A half-hour of a planning group; the group is empty for the network. */
    private record Slot(String group, LocalDate day, int minute) implements Comparable<Slot> {
        @Override
        public int compareTo(Slot other) {
            return Comparator.comparing(Slot::group)
                    .thenComparing(Slot::day)
                    .thenComparingInt(Slot::minute)
                    .compare(this, other);
        }
    }

    /** The half-hours that an interval covers in part or in whole. */
    private List<Slot> slots(String group, Instant start, LocalDate day, int minutes) {
        var minute = minute(start);
        return IntStream.rangeClosed(0, (Math.max(minutes, MINUTES) - MINUTES) / MINUTES)
                .mapToObj(k -> new Slot(group, day, minute / MINUTES * MINUTES + k * MINUTES))
                .toList();
    }

    int minute(Instant instant) {
        return instant.atZone(zone).toLocalTime().toSecondOfDay() / 60;
    }

    /**
     * Expected calls. Quarters are summed with their bounds, as if they erred together; hours are halved, their spread
     * divided by the square root of two, as if their halves erred apart.
     */
    List<ExpectedLoad> expected(Collection<ForecastRow> rows) {
        var slots = new TreeMap<Slot, ExpectedLoad>();
        for (var row : rows) {
            var covered = slots("", row.startsAt(), row.localDate(), row.intervalMinutes());
            var mean = row.mean() / covered.size();
            var shrink = 1 / Math.sqrt(covered.size());
            for (var slot : covered) {
                slots.merge(
                        slot,
                        new ExpectedLoad(
                                slot.day(),
                                slot.minute(),
                                mean,
                                bound(row.q10(), row.mean(), mean, shrink),
                                bound(row.q90(), row.mean(), mean, shrink),
                                bound(row.q025(), row.mean(), mean, shrink),
                                bound(row.q975(), row.mean(), mean, shrink)),
                        HalfHours::sum);
            }
        }
        return List.copyOf(slots.values());
    }

    private static double bound(double quantile, double whole, double mean, double shrink) {
        return Math.max(0, mean + (quantile - whole) * shrink);
    }

    private static ExpectedLoad sum(ExpectedLoad a, ExpectedLoad b) {
        return new ExpectedLoad(
                a.day(),
                a.minute(),
                a.mean() + b.mean(),
                a.low80() + b.low80(),
                a.high80() + b.high80(),
                a.low95() + b.low95(),
                a.high95() + b.high95());
    }

    /** Needs: of several intervals within a half-hour the hardest, of an hour both halves. */
    List<Need> needs(Collection<StaffingRow> rows) {
        var slots = new TreeMap<Slot, Need>();
        for (var row : rows) {
            var planned = row.plannedAgents() == null ? OptionalInt.empty() : OptionalInt.of(row.plannedAgents());
            for (var slot : slots(row.group(), row.startsAt(), row.localDate(), row.intervalMinutes())) {
                slots.merge(
                        slot,
                        new Need(row.group(), slot.day(), slot.minute(), row.agents(), row.scheduledAgents(), planned),
                        HalfHours::hardest);
            }
        }
        return List.copyOf(slots.values());
    }

    private static Need hardest(Need a, Need b) {
        return new Need(
                a.group(),
                a.day(),
                a.minute(),
                Math.max(a.agents(), b.agents()),
                Math.max(a.scheduled(), b.scheduled()),
                Stream.of(a.planned(), b.planned())
                        .flatMapToInt(OptionalInt::stream)
                        .min());
    }

    /** What happened; the service level's denominator follows its definition. */
    PastLoad past(LoadRow row, ServiceLevelDefinition definition) {
        return new PastLoad(
                row.localDate(),
                minute(row.startsAt()),
                row.offered(),
                row.answered(),
                row.abandoned(),
                row.answeredWithin(),
                counted(row, definition),
                row.waitedLong(),
                row.carried(),
                row.talkSeconds(),
                row.wrapSeconds(),
                row.waitSeconds());
    }

    private static long counted(LoadRow row, ServiceLevelDefinition definition) {
        return switch (definition) {
            case ANSWERED -> row.answered();
            case WITHOUT_SHORT -> row.offered() - row.abandonedShort();
            case OFFERED, VIRTUAL -> row.offered();
        };
    }
}
