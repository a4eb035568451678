package fr.vigie.care;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * The days of a team: what its operators' calls and readiness say about how worn out they are.
 *
 * <p>An hour of the day is withheld where fewer operators than a team's least were there in all. Operators are told apart to
 * find runs of calls and to count them, and are in no result; nor is there a total over teams, from which a withheld one could
 * be told.
 *
 * @param zone the zone of the clock
 * @param rules what is too much, and too few
 */
public record TeamDays(ZoneId zone, CareRules rules) {

    /** An operator's day. */
    private record OperatorDay(String operatorId, LocalDate day) {}

    /**
     * A team's figures.
     *
     * @param team the team
     * @param calls what its operators handled, in any order
     * @param ready when they were ready, in any order; no two of an operator overlap
     */
    public TeamCare of(String team, List<HandledCall> calls, List<Ready> ready) {
        var operators = new HashSet<String>();
        calls.forEach(call -> operators.add(call.operatorId()));
        // Whoever is seen by one system alone must not be a team's only person in the other.
        var readyOperators = ready.stream().map(Ready::operatorId).collect(Collectors.toSet());
        if (operators.size() < rules.fewest() || readyOperators.size() < rules.fewest()) {
            return new TeamCare.Withheld(team);
        }
        var hours = hours(calls, ready);
        var byHourOfDay = new TreeMap<Integer, HourSums>();
        var all = new HourSums();
        hours.forEach((start, sums) -> {
            byHourOfDay
                    .computeIfAbsent(start.atZone(zone).getHour(), hour -> new HourSums())
                    .add(sums);
            all.add(sums);
        });
        var runs = calls.stream()
                .collect(Collectors.groupingBy(call -> new OperatorDay(
                        call.operatorId(), call.from().atZone(zone).toLocalDate())))
                .values()
                .stream()
                .map(day -> Runs.of(day, rules.pause()))
                .toList();
        var minutes = runs.stream()
                .mapToDouble(run -> run.longest().toMillis() / 60_000.0)
                .sorted()
                .toArray();
        var inARow = runs.stream().mapToDouble(Runs::mostCalls).sorted().toArray();
        return new TeamCare.Shown(
                team,
                runs.size(),
                shown(byHourOfDay),
                all.occupancy(),
                quantile(minutes, 0.5),
                quantile(minutes, 0.9),
                quantile(inARow, 0.5),
                quantile(inARow, 0.9),
                all.hardShare(),
                all.readyHours(),
                hours.values().stream()
                        .filter(sums -> sums.occupancy() > rules.ceiling())
                        .mapToDouble(HourSums::readyHours)
                        .sum());
    }

    private Map<Instant, HourSums> hours(List<HandledCall> calls, List<Ready> ready) {
        var hours = new TreeMap<Instant, HourSums>();
        for (var time : ready) {
            split(time.from(), time.until(), (hour, seconds) -> at(hours, hour).ready(time.operatorId(), seconds));
        }
        for (var call : calls) {
            split(call.from(), call.until(), (hour, seconds) -> at(hours, hour).busy(seconds));
            at(hours, call.from().truncatedTo(ChronoUnit.HOURS)).call(call);
        }
        return hours;
    }

    private static HourSums at(Map<Instant, HourSums> hours, Instant hour) {
        return hours.computeIfAbsent(hour, start -> new HourSums());
    }

    private static void split(Instant from, Instant until, BiConsumer<Instant, Double> part) {
        for (var at = from; at.isBefore(until); ) {
            var hour = at.truncatedTo(ChronoUnit.HOURS);
            var next = hour.plus(1, ChronoUnit.HOURS);
            var end = next.isBefore(until) ? next : until;
            part.accept(hour, ChronoUnit.MILLIS.between(at, end) / 1000.0);
            at = end;
        }
    }

    private List<HourOfCare> shown(Map<Integer, HourSums> byHour) {
        var shown = new ArrayList<HourOfCare>();
        byHour.forEach((hour, sums) -> shown.add(new HourOfCare(
                hour,
                sums.readyOperators() < rules.fewest() ? OptionalDouble.empty() : OptionalDouble.of(sums.occupancy()),
                sums.handlingOperators() < rules.fewest()
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(sums.hardShare()))));
        return shown;
    }

    /** The least value that so large a share does not pass. */
    private static double quantile(double[] sorted, double share) {
        return sorted[(int) Math.max(0, Math.ceil(share * sorted.length - 1e-9) - 1)];
    }
}
