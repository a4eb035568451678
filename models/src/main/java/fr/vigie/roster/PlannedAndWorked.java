package fr.vigie.roster;

import fr.vigie.input.Activity;
import fr.vigie.input.Presence;
import fr.vigie.input.PresenceState;
import fr.vigie.input.Shift;
import fr.vigie.roster.WorkDay.Stretch;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What was planned against what the phone system saw, by day and team and never by person.
 *
 * @param zone the zone of days
 * @param team the team of an operator
 */
public record PlannedAndWorked(ZoneId zone, UnaryOperator<String> team) {

    /**
     * The days on which anybody was seen; of the others nothing is known.
     *
     * @param planned pieces of shifts; only those on calls count
     * @param seen what the phone system saw
     * @return in order of day and team
     */
    public List<Adherence> of(Collection<Shift> planned, Collection<Presence> seen) {
        var known = new HashSet<LocalDate>();
        seen.forEach(presence -> {
            known.add(date(presence));
            known.add(LocalDate.ofInstant(presence.endsAt().minusNanos(1), zone));
        });
        var plans = planned.stream()
                .filter(piece -> piece.activity() == Activity.CALLS)
                .collect(Collectors.groupingBy(Shift::operatorId, TreeMap::new, Collectors.toList()));
        var ready = seen.stream()
                .filter(presence -> presence.state() == PresenceState.AVAILABLE)
                .collect(Collectors.groupingBy(Presence::operatorId, TreeMap::new, Collectors.toList()));
        var teams = new TreeMap<TeamDay, Adherence>();
        var people = new TreeSet<>(plans.keySet());
        people.addAll(ready.keySet());
        for (var person : people) {
            ofPerson(person, plans.getOrDefault(person, List.of()), ready.getOrDefault(person, List.of()), known)
                    .forEach((day, own) -> teams.merge(new TeamDay(day, own.team()), own, Adherence::plus));
        }
        return List.copyOf(teams.values());
    }

    private record TeamDay(LocalDate day, String team) implements Comparable<TeamDay> {
        @Override
        public int compareTo(TeamDay other) {
            return Comparator.comparing(TeamDay::day)
                    .thenComparing(TeamDay::team)
                    .compare(this, other);
        }
    }

    private Map<LocalDate, Adherence> ofPerson(
            String person, List<Shift> plans, List<Presence> ready, Set<LocalDate> known) {
        var days = new TreeMap<LocalDate, Adherence>();
        var own = team.apply(person);
        var whenReady = Spans.of(ready.stream()
                .map(presence -> new Stretch(presence.startsAt(), presence.endsAt()))
                .toList());
        for (var day : Timesheet.days(zone, plans)) {
            if (known.contains(day.day())) {
                days.merge(day.day(), ofDay(day, own, whenReady), Adherence::plus);
            }
        }
        var onCalls = Spans.of(plans.stream()
                .map(piece -> new Stretch(piece.startsAt(), piece.endsAt()))
                .toList());
        for (var stretch : whenReady.stretches()) {
            var all = new Spans(List.of(stretch));
            long beside = all.seconds() - all.and(onCalls).seconds();
            var day = LocalDate.ofInstant(stretch.start(), zone);
            if (beside > 0) {
                int people = days.containsKey(day) ? 0 : 1;
                var unplanned = new Adherence(day, own, people, 0, 0, 0, 0, 0, 0, beside);
                days.merge(day, unplanned, Adherence::plus);
            }
        }
        return days;
    }

    private static Adherence ofDay(WorkDay day, String team, Spans ready) {
        var planned = Spans.of(day.pieces().stream()
                .map(piece -> new Stretch(piece.startsAt(), piece.endsAt()))
                .toList());
        var there = ready.between(planned.start(), planned.end());
        long all = planned.seconds();
        if (there.isEmpty()) {
            return new Adherence(day.day(), team, 1, all, 0, 0, 0, 0, all, 0);
        }
        long asPlanned = planned.and(there).seconds();
        long late = planned.between(planned.start(), there.start()).seconds();
        long leftEarly = planned.between(there.end(), planned.end()).seconds();
        return new Adherence(
                day.day(), team, 1, all, asPlanned, late, leftEarly, all - asPlanned - late - leftEarly, 0, 0);
    }

    private LocalDate date(Presence presence) {
        return LocalDate.ofInstant(presence.startsAt(), zone);
    }
}
