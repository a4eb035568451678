package fr.vigie.roster;

import fr.vigie.input.Activity;
import fr.vigie.input.Shift;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Mends a published roster when somebody cannot come, with as few changes as are worth it.
 *
 * <p>Only the days of the absences change, only what is still to come, and only so that nobody's week breaks a rule. Each
 * changed piece must save so many weighed minutes of missing operators; among changes that are worth the same the one with
 * fewer paid minutes is taken. A descent: it takes the best change of somebody's day, always seen from the published one,
 * until none pays; who is called in on a day off takes a day that another works or was to work.
 *
 * @param check the rules, which also name the zone and the first day of weeks
 * @param worthMinutes what a changed piece must save, in weighed minutes, 0 or more: see {@link Cover#weighedMinutes}
 */
public record Replanning(RosterCheck check, int worthMinutes) {
    public Replanning {
        if (worthMinutes < 0) {
            throw new IllegalArgumentException(
                    "What a changed piece is worth (%d minutes) must not be negative.\nMaybe 30."
                            .formatted(worthMinutes));
        }
    }

    /**
     * The roster without those who are away.
     *
     * @param need whom the calls need, of one team and week
     * @param team who may be called, each id once
     * @param published the team's roster of the week
     * @param around what else is known of the weeks before and after, and of absences
     * @param away who cannot come
     * @param now the moment from which on pieces may change
     */
    public Replan plan(
            Need need,
            Collection<Employee> team,
            List<Shift> published,
            Collection<Shift> around,
            List<Away> away,
            Instant now) {
        var left = published;
        for (var absence : away) {
            left = absence.takenFrom(left);
        }
        var search = new Search(need, team, left, around, away, now);
        search.templates(published);
        int before = search.missing(new Cover(need, published));
        int without = search.missing(search.cover);
        search.descend();
        return new Replan(search.pieces(), search.changes(), before, without, search.missing(search.cover));
    }

    /** How many pieces of a day are other than before: those that are new, or gone where more are. */
    static int changed(List<Shift> before, List<Shift> after) {
        return (int) Math.max(
                before.stream().filter(piece -> !after.contains(piece)).count(),
                after.stream().filter(piece -> !before.contains(piece)).count());
    }

    private static long paidMinutes(List<Shift> day) {
        return day.stream()
                .filter(piece -> piece.activity() != Activity.BREAK)
                .mapToLong(piece ->
                        Duration.between(piece.startsAt(), piece.endsAt()).toMinutes())
                .sum();
    }

    /** Somebody's day. */
    private record Place(LocalDate day, String operatorId) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            return Comparator.comparing(Place::day)
                    .thenComparing(Place::operatorId)
                    .compare(this, other);
        }
    }

    /** Another day for somebody, and what it adds to the roster's cost. */
    private record Move(Place place, List<Shift> day, int cost, long paidMinutes) {}

    private final class Search {
        private final LocalDate firstDay;
        private final ZoneId zone = check.zone();
        private final Map<String, Employee> team;
        private final Map<String, List<Shift>> around;
        private final List<Away> away;
        private final Instant now;
        private final SortedSet<LocalDate> days = new TreeSet<>();
        private final Map<LocalDate, List<List<Shift>>> templates = new TreeMap<>();
        private final List<Shift> others = new ArrayList<>();
        private final TreeMap<Place, List<Shift>> base = new TreeMap<>();
        private final TreeMap<Place, List<Shift>> current;
        private final Map<Place, List<List<Shift>>> ways = new HashMap<>();
        private final Map<String, Set<List<Shift>>> illegal = new HashMap<>();
        private final Cover cover;

        Search(
                Need need,
                Collection<Employee> team,
                List<Shift> left,
                Collection<Shift> around,
                List<Away> away,
                Instant now) {
            this.firstDay = need.firstDay();
            this.team = team.stream()
                    .collect(Collectors.toMap(Employee::operatorId, Function.identity(), (a, b) -> a, TreeMap::new));
            this.around = around.stream().collect(Collectors.groupingBy(Shift::operatorId));
            this.away = away;
            this.now = now;
            for (var absence : away) {
                var last = LocalDate.ofInstant(absence.until().minusNanos(1), zone);
                LocalDate.ofInstant(absence.from(), zone)
                        .datesUntil(last.plusDays(1))
                        .filter(day -> !day.isBefore(firstDay) && day.isBefore(firstDay.plusWeeks(1)))
                        .forEach(days::add);
            }
            left.stream()
                    .collect(Collectors.groupingBy(Shift::operatorId, TreeMap::new, Collectors.toList()))
                    .forEach(this::place);
            this.current = new TreeMap<>(base);
            this.cover = new Cover(need, left);
        }

        private void place(String operatorId, List<Shift> own) {
            own.stream().filter(piece -> piece.activity() == Activity.ABSENCE).forEach(others::add);
            Timesheet.days(zone, own)
                    .forEach(day -> base.merge(new Place(day.day(), operatorId), day.pieces(), Replanning::joined));
        }

        /** The days that somebody who is called in may take over. */
        void templates(List<Shift> published) {
            published.stream()
                    .collect(Collectors.groupingBy(Shift::operatorId, TreeMap::new, Collectors.toList()))
                    .forEach((operatorId, own) -> Timesheet.days(zone, own).stream()
                            .filter(day -> days.contains(day.day()))
                            .forEach(day -> {
                                var ways = templates.computeIfAbsent(day.day(), d -> new ArrayList<>());
                                ways.add(day.pieces());
                                ways.add(day.pieces().stream()
                                        .filter(piece -> away.stream().anyMatch(absence -> absence.hits(piece)))
                                        .toList());
                            }));
        }

        int missing(Cover of) {
            return days.stream()
                    .mapToInt(day -> of.missingMinutes(start(day), start(day.plusDays(1))))
                    .sum();
        }

        private Instant start(LocalDate day) {
            return day.atStartOfDay(zone).toInstant();
        }

        void descend() {
            var best = best();
            while (best.isPresent()) {
                var move = best.get();
                cover.replace(dayOf(current, move.place()), move.day());
                current.put(move.place(), move.day());
                // What the rules of a week forbade depended on the person's other days.
                illegal.remove(move.place().operatorId());
                best = best();
            }
        }

        private static List<Shift> dayOf(Map<Place, List<Shift>> days, Place place) {
            return days.getOrDefault(place, List.of());
        }

        /** The legal change that saves most, if any does. */
        private Optional<Move> best() {
            var moves = new ArrayList<Move>();
            for (var day : days) {
                for (var person : team.keySet()) {
                    var place = new Place(day, person);
                    if (away.stream().noneMatch(absence -> touches(absence, place))) {
                        alternatives(place).stream()
                                .map(other -> move(place, other))
                                .filter(move -> move.cost() < 0)
                                .forEach(moves::add);
                    }
                }
            }
            return moves.stream()
                    .sorted(Comparator.comparingInt(Move::cost).thenComparingLong(Move::paidMinutes))
                    .filter(this::isLegal)
                    .findFirst();
        }

        private boolean touches(Away absence, Place place) {
            return absence.operatorId().equals(place.operatorId())
                    && absence.from().isBefore(start(place.day().plusDays(1)))
                    && absence.until().isAfter(start(place.day()));
        }

        /** Every other day for somebody, the published one where it was given up. */
        private List<List<Shift>> alternatives(Place place) {
            var others = ways.computeIfAbsent(place, this::ways);
            var published = dayOf(base, place);
            if (published.equals(dayOf(current, place))) {
                return others;
            }
            var all = new ArrayList<>(others);
            all.add(0, published);
            return all;
        }

        private List<List<Shift>> ways(Place place) {
            var published = dayOf(base, place);
            if (!published.isEmpty()) {
                return new DayChanges(now)
                        .of(published).stream()
                                .filter(day -> !cover.reachesBeyondTheNeed(fresh(published, day)))
                                .toList();
            }
            return templates.getOrDefault(place.day(), List.of()).stream()
                    .filter(day -> !day.isEmpty() && !day.get(0).startsAt().isBefore(now))
                    .map(day -> day.stream()
                            .map(piece ->
                                    new Shift(place.operatorId(), piece.startsAt(), piece.endsAt(), piece.activity()))
                            .toList())
                    .distinct()
                    .toList();
        }

        private static List<Shift> fresh(List<Shift> before, List<Shift> after) {
            return after.stream().filter(piece -> !before.contains(piece)).toList();
        }

        private Move move(Place place, List<Shift> day) {
            var was = dayOf(current, place);
            int before = weighed(place.day());
            cover.replace(was, day);
            int saved = before - weighed(place.day());
            cover.replace(day, was);
            var published = dayOf(base, place);
            int cost = worthMinutes * (changed(published, day) - changed(published, was)) - saved;
            return new Move(place, day, cost, paidMinutes(day) - paidMinutes(was));
        }

        /** Of a day and the night after it. */
        private int weighed(LocalDate day) {
            return cover.weighedMinutes(start(day), start(day.plusDays(2)));
        }

        private boolean isLegal(Move move) {
            var known = illegal.computeIfAbsent(move.place().operatorId(), person -> new HashSet<>());
            if (known.contains(move.day())) {
                return false;
            }
            boolean keepsRules = keepsRules(move);
            if (!keepsRules) {
                known.add(move.day());
            }
            return keepsRules;
        }

        private boolean keepsRules(Move move) {
            var person = move.place().operatorId();
            var known = around.getOrDefault(person, List.<Shift>of());
            var own = new ArrayList<Shift>();
            others.stream().filter(piece -> piece.operatorId().equals(person)).forEach(own::add);
            current.forEach((place, day) -> {
                if (place.operatorId().equals(person) && !place.equals(move.place())) {
                    own.addAll(day);
                }
            });
            own.addAll(move.day());
            var employee = team.get(person);
            return employee != null
                    && check.violations(List.of(employee), joined(known, own), firstDay, firstDay.plusWeeks(1))
                            .isEmpty()
                    && check.violationsAfter(List.of(employee), own, known, firstDay.plusWeeks(1))
                            .isEmpty();
        }

        List<Shift> pieces() {
            var all = new ArrayList<>(others);
            current.values().forEach(all::addAll);
            return all.stream()
                    .sorted(Comparator.comparing(Shift::operatorId)
                            .thenComparing(Shift::startsAt)
                            .thenComparing(Shift::activity))
                    .toList();
        }

        List<Replan.Change> changes() {
            return current.entrySet().stream()
                    .filter(day -> !day.getValue().equals(dayOf(base, day.getKey())))
                    .map(day -> new Replan.Change(
                            day.getKey().operatorId(), day.getKey().day(), dayOf(base, day.getKey()), day.getValue()))
                    .toList();
        }
    }

    private static List<Shift> joined(List<Shift> a, List<Shift> b) {
        var all = new ArrayList<>(a);
        all.addAll(b);
        return all;
    }
}
