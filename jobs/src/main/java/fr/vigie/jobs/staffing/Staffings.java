package fr.vigie.jobs.staffing;

import fr.vigie.jobs.lake.ForecastRow;
import fr.vigie.jobs.lake.StaffingRow;
import fr.vigie.jobs.lake.Tables;
import fr.vigie.queue.LoadInterval;
import fr.vigie.queue.Method;
import fr.vigie.queue.StaffedInterval;
import fr.vigie.staffing.QueueModel;
import fr.vigie.staffing.Sizing;
import fr.vigie.staffing.Target;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.jspecify.annotations.Nullable;

/**
 * Forecast intervals to the operators they need: by the formulas where the queue has settled, followed in time where it has
 * not, as after the opening.
 */
final class Staffings {
    /** What binds where nothing else does: the least operators there may be. */
    static final String LEAST = "min-agents";

    /** What binds where targets are out of reach: the most operators there may be; then come the targets that they break. */
    static final String MOST = "max-agents";

    static final Comparator<ForecastRow> IN_TIME =
            Comparator.comparing(ForecastRow::id).thenComparing(ForecastRow::startsAt);

    private Staffings() {}

    /**
     * The need of every forecast interval.
     *
     * @param forecast one model's rows of the teams to be sized
     * @param rules how an interval of each team's day is sized, by {@link #day(String, LocalDate)}
     * @param queues who waits when the lines open
     * @param planned who is on calls as planned
     */
    static Dataset<StaffingRow> of(
            Dataset<ForecastRow> forecast,
            TreeMap<String, StaffingRules> rules,
            OpeningQueues queues,
            PlannedAgents planned) {
        return forecast.groupByKey(
                        (MapFunction<ForecastRow, String>) interval -> day(interval.id(), interval.localDate()),
                        Encoders.STRING())
                .flatMapGroups(
                        (FlatMapGroupsFunction<String, ForecastRow, StaffingRow>) (day, intervals) -> {
                            var sorted = new ArrayList<ForecastRow>();
                            intervals.forEachRemaining(sorted::add);
                            sorted.sort(IN_TIME);
                            var own = Objects.requireNonNull(rules.get(day));
                            return day(sorted, own, queues, planned).iterator();
                        },
                        Tables.STAFFING.encoder());
    }

    /** A team's day as a key. */
    static String day(String team, LocalDate date) {
        return team + " " + date;
    }

    /** The need of a team's day, in order. */
    static List<StaffingRow> day(
            List<ForecastRow> intervals, StaffingRules rules, OpeningQueues queues, PlannedAgents planned) {
        return stretches(intervals).stream()
                .flatMap(stretch -> stretch(stretch, rules, queues, planned).stream())
                .toList();
    }

    /** Intervals of teams, each team's in order, from the moment at which lines open to that at which they close. */
    static List<List<ForecastRow>> stretches(List<ForecastRow> intervals) {
        var stretches = new ArrayList<List<ForecastRow>>();
        int from = 0;
        for (int i = 1; i <= intervals.size(); i++) {
            if (i == intervals.size() || !follows(intervals.get(i - 1), intervals.get(i))) {
                stretches.add(intervals.subList(from, i));
                from = i;
            }
        }
        return stretches;
    }

    private static boolean follows(ForecastRow one, ForecastRow next) {
        return next.id().equals(one.id()) && next.startsAt().equals(end(one));
    }

    private static Instant end(ForecastRow interval) {
        return interval.startsAt().plusSeconds(60L * interval.intervalMinutes());
    }

    /** The need from the moment at which lines open to that at which they close. */
    private static List<StaffingRow> stretch(
            List<ForecastRow> intervals, StaffingRules rules, OpeningQueues queues, PlannedAgents planned) {
        double waiting = queues.share(intervals.get(0));
        int backlog = (int) Math.round(waiting * rules.calls(intervals.get(0)));
        var load = new ArrayList<LoadInterval>();
        for (var interval : intervals) {
            double calls = Math.max(0, rules.calls(interval) - (load.isEmpty() ? backlog : 0));
            load.add(rules.load(interval, calls));
        }
        var followed = PlayedDay.isDue(intervals, rules)
                ? new PlayedDay(load, backlog, rules).size(seed(intervals.get(0)))
                : rules.day().size(load, backlog);
        var expected = new ExpectedService(rules, waiting, planned::at)
                .of(intervals, List.of(rules.measure()))
                .get(0);
        return IntStream.range(0, intervals.size())
                .mapToObj(i -> followed.get(i).method() == Method.STATIONARY
                        ? need(intervals.get(i), rules, planned, expected.get(i))
                        : need(intervals.get(i), followed.get(i), rules, planned, expected.get(i)))
                .toList();
    }

    private static long seed(ForecastRow first) {
        return first.startsAt().getEpochSecond() ^ first.id().hashCode();
    }

    /** The need of an interval in which the queue was followed in time. */
    private static StaffingRow need(
            ForecastRow interval,
            StaffedInterval followed,
            StaffingRules rules,
            PlannedAgents planned,
            @Nullable Double expected) {
        var figures = followed.figures();
        var binding = followed.binding().isEmpty() ? LEAST : names(followed.binding(), rules);
        return new StaffingRow(
                interval.asOf(),
                interval.id(),
                interval.startsAt(),
                interval.localDate(),
                interval.intervalMinutes(),
                rules.erlangs(interval, followed.agents()),
                followed.method().word(),
                followed.agents(),
                rules.shrinkage().scheduled(followed.agents()),
                figures.serviceLevel(rules.measure()),
                figures.asaSeconds(),
                figures.abandonment(),
                figures.occupancy(),
                planned.at(interval.id(), interval.startsAt(), interval.intervalMinutes()),
                expected,
                followed.broken().isEmpty() ? binding : outOfReach(followed.broken(), rules));
    }

    /** The need of one interval of a queue that has settled. */
    static StaffingRow need(
            ForecastRow interval, StaffingRules rules, PlannedAgents planned, @Nullable Double expected) {
        double callsPerHour = rules.calls(interval) * 60 / interval.intervalMinutes();
        var plannedAgents = planned.at(interval.id(), interval.startsAt(), interval.intervalMinutes());
        if (!(callsPerHour > 0)) {
            // Nobody calls: the least there may be, and no wait to speak of.
            int agents = rules.sizing().minAgents();
            return new StaffingRow(
                    interval.asOf(),
                    interval.id(),
                    interval.startsAt(),
                    interval.localDate(),
                    interval.intervalMinutes(),
                    0,
                    rules.method(),
                    agents,
                    rules.shrinkage().scheduled(agents),
                    null,
                    null,
                    null,
                    0.0,
                    plannedAgents,
                    expected,
                    LEAST);
        }
        var answer = rules.size(QueueModel.erlangs(callsPerHour, interval.ahtSeconds()), interval.ahtSeconds());
        var sized = answer.performance();
        return new StaffingRow(
                interval.asOf(),
                interval.id(),
                interval.startsAt(),
                interval.localDate(),
                interval.intervalMinutes(),
                sized.offeredErlangs(),
                rules.method(),
                sized.agents(),
                rules.shrinkage().scheduled(sized.agents()),
                sized.serviceLevel(rules.measure()),
                sized.asaSeconds(),
                sized.abandonment(),
                sized.occupancy(),
                plannedAgents,
                expected,
                binding(answer, rules));
    }

    private static String binding(Sizing.Answer answer, StaffingRules rules) {
        if (answer instanceof Sizing.OutOfReach outOfReach) {
            return outOfReach(outOfReach.broken(), rules);
        }
        var binding = ((Sizing.Enough) answer).binding();
        return binding.isEmpty() ? LEAST : names(binding, rules);
    }

    private static String outOfReach(List<Target> broken, StaffingRules rules) {
        return MOST + StaffingRow.BROKEN + names(broken, rules);
    }

    private static String names(List<Target> targets, StaffingRules rules) {
        return targets.stream().map(rules::name).distinct().collect(Collectors.joining("+"));
    }
}
