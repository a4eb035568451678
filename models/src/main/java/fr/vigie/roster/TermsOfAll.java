package fr.vigie.roster;

import fr.vigie.input.Activity;
import fr.vigie.input.Shift;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What binds and concerns everybody in a week: whose turn the weekend is, who had most early days, what is published. */
final class TermsOfAll {
    private static final Set<Activity> ON_CALLS = Set.of(Activity.CALLS, Activity.BREAK);

    private final Need need;
    private final List<Employee> employees;
    private final List<Consideration> considerations;
    private final RosterWeights weights;
    private final List<Terms.Span> opening;

    private TermsOfAll(Need need, List<Employee> employees, List<Consideration> considerations, RosterWeights weights) {
        this.need = need;
        this.employees = employees;
        this.considerations = considerations;
        this.weights = weights;
        this.opening = IntStream.range(0, 7)
                .mapToObj(day -> new Terms.Span(need.opens(day), need.closes(day)))
                .toList();
    }

    /** Everybody's terms, in the order of the employees. */
    static List<Terms> of(
            Need need, List<Employee> employees, Map<String, Consideration> considerations, RosterWeights weights) {
        return new TermsOfAll(
                        need,
                        employees,
                        employees.stream()
                                .map(e -> considerations.getOrDefault(e.operatorId(), Consideration.NONE))
                                .toList(),
                        weights)
                .all();
    }

    private List<Terms> all() {
        var turns = WorkingDays.turns(need, employees);
        int fewest =
                employees.stream().mapToInt(Employee::saturdaysWorked).min().orElse(0);
        var early = considerations.stream().mapToInt(this::early).toArray();
        var late = considerations.stream().mapToInt(this::late).toArray();
        int meanEarly = (int) Math.round(IntStream.of(early).average().orElse(0));
        int meanLate = (int) Math.round(IntStream.of(late).average().orElse(0));
        var all = new ArrayList<Terms>();
        for (int e = 0; e < employees.size(); e++) {
            var employee = employees.get(e);
            var wishes = considerations.get(e).wishes();
            var free = IntStream.range(0, 7)
                    .filter(day -> WorkingDays.isFree(need, employee, day))
                    .boxed()
                    .collect(Collectors.toSet());
            var habits = new Terms.Habits(
                    weights,
                    work(turns[e], employee.saturdaysWorked() - fewest, wishes),
                    weights.earlyLate() * Math.max(0, early[e] - meanEarly),
                    weights.earlyLate() * Math.max(0, late[e] - meanLate),
                    wishes.contains(new Wish.Early()) ? weights.wish() : 0,
                    wishes.contains(new Wish.Late()) ? weights.wish() : 0,
                    opening);
            all.add(new Terms(
                    free,
                    WorkingDays.owed(need, employee),
                    WorkingDays.days(need, employee),
                    Limits.of(need, employee),
                    Math.max(0, Rests.restedFrom(need, employee)),
                    habits,
                    published(considerations.get(e), free),
                    fixed(considerations.get(e), free),
                    beside(considerations.get(e), free)));
        }
        return all;
    }

    private List<Double> work(boolean[] turn, int aboveFewest, Set<Wish> wishes) {
        return IntStream.range(0, 7)
                .mapToObj(day -> {
                    var weekday = need.firstDay().plusDays(day).getDayOfWeek();
                    return (need.isWeekend(day) && !turn[day] ? weights.saturday() * (1 + aboveFewest) : 0)
                            + (wishes.contains(new Wish.FreeDay(weekday)) ? weights.wish() : 0);
                })
                .toList();
    }

    private int early(Consideration consideration) {
        return (int) days(consideration).stream()
                .filter(day -> clock(day.start()).isBefore(opensAt(weekday(day)).plusHours(1)))
                .count();
    }

    private int late(Consideration consideration) {
        return (int) days(consideration).stream()
                .filter(day -> clock(day.end()).isAfter(closesAt(weekday(day)).minusHours(1)))
                .count();
    }

    private List<WorkDay> days(Consideration consideration) {
        return Timesheet.days(need.zone(), consideration.before()).stream()
                .filter(day -> opening.get(weekday(day)).start()
                        < opening.get(weekday(day)).end())
                .toList();
    }

    /** The day of the planned week that is the same weekday. */
    private int weekday(WorkDay day) {
        return Math.floorMod(day.day().getDayOfWeek().getValue() - first().getValue(), 7);
    }

    private DayOfWeek first() {
        return need.firstDay().getDayOfWeek();
    }

    private LocalTime opensAt(int day) {
        return clock(need.start(need.begin(day) + opening.get(day).start()));
    }

    private LocalTime closesAt(int day) {
        // The last quarter's start: midnight would be the next day's clock.
        return clock(need.start(need.begin(day) + opening.get(day).end() - 1)).plusMinutes(15);
    }

    private LocalTime clock(Instant moment) {
        return ZonedDateTime.ofInstant(moment, need.zone()).toLocalTime();
    }

    private SortedMap<Integer, Terms.Span> published(Consideration consideration, Set<Integer> free) {
        var published = new TreeMap<Integer, Terms.Span>();
        var calls = consideration.ofWeek().stream()
                .filter(piece -> piece.activity() != Activity.ABSENCE)
                .toList();
        if (calls.stream().noneMatch(piece -> ON_CALLS.contains(piece.activity()))) {
            return published;
        }
        for (var day : Timesheet.days(need.zone(), calls)) {
            int index = indexOf(day);
            if (free.contains(index)) {
                published.put(index, new Terms.Span(floor(day.start(), index), ceil(day.end(), index)));
            }
        }
        return published;
    }

    private SortedMap<Integer, SortedMap<Integer, Activity>> fixed(Consideration consideration, Set<Integer> free) {
        var fixed = new TreeMap<Integer, SortedMap<Integer, Activity>>();
        for (var piece : fixedPieces(consideration.ofWeek())) {
            int day = (int) (ZonedDateTime.ofInstant(piece.startsAt(), need.zone())
                            .toLocalDate()
                            .toEpochDay()
                    - need.firstDay().toEpochDay());
            if (free.contains(day)) {
                var quarters = fixed.computeIfAbsent(day, d -> new TreeMap<>());
                for (int quarter = floor(piece.startsAt(), day); quarter < ceil(piece.endsAt(), day); quarter++) {
                    quarters.put(quarter, piece.activity());
                }
            }
        }
        return fixed;
    }

    private SortedMap<Integer, Terms.Span> beside(Consideration consideration, Set<Integer> free) {
        var absences = consideration.ofWeek().stream()
                .filter(piece -> piece.activity() == Activity.ABSENCE)
                .toList();
        var beside = new TreeMap<Integer, Terms.Span>();
        for (int day : absences.isEmpty() ? Set.<Integer>of() : free) {
            var left = need.longestBeside(day, absences);
            if (left.start() > need.opens(day) || left.end() < need.leavesBy(day)) {
                beside.put(day, left);
            }
        }
        return beside;
    }

    /** The pieces that are neither calls nor breaks nor absences. */
    static List<Shift> fixedPieces(Collection<Shift> pieces) {
        return pieces.stream()
                .filter(piece -> !ON_CALLS.contains(piece.activity()) && piece.activity() != Activity.ABSENCE)
                .toList();
    }

    private int indexOf(WorkDay day) {
        return (int) (day.day().toEpochDay() - need.firstDay().toEpochDay());
    }

    private int floor(Instant moment, int day) {
        return Math.toIntExact(Math.floorDiv(
                Duration.between(need.start(need.begin(day)), moment).toMinutes(), 15L));
    }

    private int ceil(Instant moment, int day) {
        return -Math.toIntExact(Math.floorDiv(
                -Duration.between(need.start(need.begin(day)), moment).toMinutes(), 15L));
    }
}
