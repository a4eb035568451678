package fr.vigie.jobs.backlog;

import fr.vigie.input.Shift;
import fr.vigie.input.Work;
import fr.vigie.input.WorkKind;
import fr.vigie.jobs.lake.BacklogRow;
import fr.vigie.jobs.lake.StaffingRow;
import fr.vigie.roster.PlacedTeams;
import fr.vigie.staffing.QuietHours;
import fr.vigie.staffing.SideWork;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A team's week of work beside calls. Open work comes first; what is to come is expected as it came in the weeks before, by
 * weekday and interval, and due after its kind's median time. Work that comes while the lines are closed waits for the
 * next interval; work due then is due at the end of the last interval before.
 *
 * @param asOf the run's date
 * @param zone the zone of business dates
 * @param intervals the team's, in order, all planned; at least one
 * @param pieces of shifts that are for this work, of all teams
 * @param teams which teams who does it answers for on a day
 * @param config how it is fitted in
 */
record BacklogWeek(
        LocalDate asOf,
        ZoneId zone,
        List<StaffingRow> intervals,
        List<Shift> pieces,
        PlacedTeams teams,
        BacklogConfig config) {
    /** Work of which nobody noted how long it took is taken to be as long. */
    private static final double USUAL_MINUTES = 4;

    /** Work of which nobody noted when it is due has a day. */
    private static final Duration USUAL_TIME = Duration.ofDays(1);

    /** The rows of the week. */
    List<BacklogRow> rows(List<Work> work) {
        var spare = new ArrayList<Double>();
        for (var interval : intervals) {
            spare.add(spareSeconds(interval));
        }
        var all = new ArrayList<>(open(work));
        all.addAll(expected(work));
        var quiet = new QuietHours(spare);
        var fit = quiet.fit(all);
        var added = quiet.agentsToAdd(all, intervals.get(0).intervalMinutes() * 60 * config.workedShare());
        var coming = new double[intervals.size()];
        all.forEach(each -> coming[each.arrives()] += each.seconds());
        var late = new double[intervals.size()];
        fit.late().forEach(each -> late[each.due()] += each.seconds());
        var rows = new ArrayList<BacklogRow>();
        for (int i = 0; i < intervals.size(); i++) {
            var interval = intervals.get(i);
            rows.add(new BacklogRow(
                    asOf,
                    interval.group(),
                    interval.startsAt(),
                    interval.localDate(),
                    interval.intervalMinutes(),
                    spare.get(i) / 60,
                    coming[i] / 60,
                    fit.doneSeconds().get(i) / 60,
                    late[i] / 60,
                    added.get(i)));
        }
        return rows;
    }

    private double spareSeconds(StaffingRow interval) {
        int there = interval.plannedAgents() == null ? 0 : interval.plannedAgents();
        double length = interval.intervalMinutes() * 60.0;
        double beyondCalls = Math.max(0, there - interval.agents()) * length * config.workedShare();
        long from = interval.startsAt().toEpochMilli();
        long until = end(interval).toEpochMilli();
        var answered = teams.on(interval.localDate());
        double own = pieces.stream()
                .mapToDouble(piece -> answered.part(piece.operatorId(), interval.group())
                        * Math.max(
                                0,
                                Math.min(until, piece.endsAt().toEpochMilli())
                                        - Math.max(from, piece.startsAt().toEpochMilli())))
                .sum();
        return beyondCalls + own / 1000;
    }

    /** What came before and is not done: as much as its kind usually takes, due when it is due, or at once where that is over. */
    private List<SideWork> open(List<Work> work) {
        var now = asOf.atStartOfDay(zone).toInstant();
        var minutes = meanMinutes(work);
        return work.stream()
                .filter(piece -> piece.doneAt() == null || !piece.doneAt().isBefore(now))
                .map(piece -> {
                    var due = piece.dueAt() == null ? piece.arrivedAt().plus(USUAL_TIME) : piece.dueAt();
                    return new SideWork(word(piece.kind()), 0, dueBy(due, 0), 60 * minutes(piece, minutes));
                })
                .toList();
    }

    /** What is to come, a mean over the weeks before. */
    private List<SideWork> expected(List<Work> work) {
        var from = asOf.minusWeeks(config.weeks());
        var minutes = meanMinutes(work);
        var seconds = new TreeMap<Integer, Map<WorkKind, Double>>();
        work.stream()
                .filter(piece -> !LocalDate.ofInstant(piece.arrivedAt(), zone).isBefore(from))
                .forEach(piece -> {
                    int arrives = arrives(sameTime(piece.arrivedAt()));
                    if (arrives < intervals.size()) {
                        seconds.computeIfAbsent(arrives, i -> new EnumMap<>(WorkKind.class))
                                .merge(piece.kind(), 60 * minutes(piece, minutes) / config.weeks(), Double::sum);
                    }
                });
        var times = medianTimes(work);
        var all = new ArrayList<SideWork>();
        seconds.forEach((arrives, kinds) -> kinds.forEach((kind, sum) -> {
            var due = intervals.get(arrives).startsAt().plus(times.getOrDefault(kind, USUAL_TIME));
            all.add(new SideWork(word(kind), arrives, dueBy(due, arrives), sum));
        }));
        return all;
    }

    /** The same weekday and time of the week from the run's date on. */
    private Instant sameTime(Instant moment) {
        var local = moment.atZone(zone);
        int ahead = Math.floorMod(
                local.getDayOfWeek().getValue() - asOf.getDayOfWeek().getValue(), 7);
        return asOf.plusDays(ahead).atTime(local.toLocalTime()).atZone(zone).toInstant();
    }

    /** The first interval that is not over at a moment; as many as there are where none is. */
    private int arrives(Instant moment) {
        int i = 0;
        while (i < intervals.size() && !end(intervals.get(i)).isAfter(moment)) {
            i++;
        }
        return i;
    }

    /** The last interval that ends in time, not before a given one. */
    private int dueBy(Instant due, int arrives) {
        int last = arrives;
        while (last + 1 < intervals.size() && !end(intervals.get(last + 1)).isAfter(due)) {
            last++;
        }
        return last;
    }

    private static double minutes(Work piece, Map<WorkKind, Double> usual) {
        return piece.minutes() == null ? usual.getOrDefault(piece.kind(), USUAL_MINUTES) : piece.minutes();
    }

    private static Map<WorkKind, Double> meanMinutes(List<Work> work) {
        return work.stream()
                .filter(piece -> piece.minutes() != null)
                .collect(Collectors.groupingBy(
                        Work::kind,
                        Collectors.averagingDouble(piece -> piece.minutes() == null ? 0 : piece.minutes())));
    }

    private static Map<WorkKind, Duration> medianTimes(List<Work> work) {
        var seconds = new EnumMap<WorkKind, List<Long>>(WorkKind.class);
        for (var piece : work) {
            if (piece.dueAt() != null && !piece.dueAt().isBefore(piece.arrivedAt())) {
                seconds.computeIfAbsent(piece.kind(), kind -> new ArrayList<>())
                        .add(Duration.between(piece.arrivedAt(), piece.dueAt()).toSeconds());
            }
        }
        var medians = new EnumMap<WorkKind, Duration>(WorkKind.class);
        seconds.forEach((kind, all) -> {
            all.sort(null);
            medians.put(kind, Duration.ofSeconds(all.get(all.size() / 2)));
        });
        return medians;
    }

    private static Instant end(StaffingRow interval) {
        return interval.startsAt().plusSeconds(60L * interval.intervalMinutes());
    }

    private static String word(WorkKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
