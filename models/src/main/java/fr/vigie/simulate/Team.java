package fr.vigie.simulate;

import fr.vigie.input.Activity;
import fr.vigie.input.Operator;
import fr.vigie.input.Shift;
import fr.vigie.simulate.Dice.Purpose;
import fr.vigie.simulate.Seat.Piece;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The operators: contracts of 35 hours in five days of seven hours, Saturdays in turn against a day off in the week,
 * five weeks of leave, illness, breaks of 15 minutes and 45 minutes for lunch. All work on Mondays.
 */
final class Team {
    private static final int HOUR = 60;

    /** When shifts begin, minutes of the day: the earliest rank first. */
    private static final int[] WEEKDAY_STARTS = {
        420, 420, 420, 450, 450, 450, 465, 480, 480, 510, 570, 615, 675, 675, 675, 675
    };

    private static final int[] SATURDAY_STARTS = {420, 420, 450, 480, 480, 675, 675};
    /** The day off against a Saturday: rather in the middle of the week than on a busy Tuesday. */
    private static final List<DayOfWeek> DAYS_OFF =
            List.of(DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.FRIDAY);

    private static final int LATE = 11 * HOUR;
    private static final int WORK_MINUTES = 7 * HOUR;
    private static final int PAUSE_MINUTES = 15;
    private static final int LUNCH_MINUTES = 45;
    private static final int SPAN_MINUTES = WORK_MINUTES + LUNCH_MINUTES;
    private static final double SATURDAY_CREW = 0.44;
    private static final int LEAVE_WEEKS = 5;
    private static final double LEAVE_AT_ONCE = 0.15;
    private static final double SICK_PER_DAY = 0.011;
    private static final int FEW = 8;
    private static final double CONTRACT_HOURS = 35;

    private final ServicePlan plan;
    private final Season season;
    private final int size;
    private final double[] paces;
    private final int[] skills;
    private final List<BitSet> leave = new ArrayList<>();
    private final List<BitSet> sick = new ArrayList<>();

    Team(ServicePlan plan, Season season) {
        this.plan = plan;
        this.season = season;
        this.size = plan.operators();
        this.paces = new double[size];
        this.skills = new int[size];
        double sum = 0;
        for (int o = 0; o < size; o++) {
            var dice = Dice.of(plan.seed(), Purpose.OPERATOR, o);
            paces[o] = Math.max(0.8, Math.min(1.25, 1 + 0.08 * dice.normal()));
            sum += paces[o];
            skills[o] = size < FEW ? 0b1111 : o % FEW == 5 ? 0b0011 : o % FEW == 7 ? 0b1100 : 0b1111;
            sick.add(illness(Dice.of(plan.seed(), Purpose.SICKNESS, o)));
            leave.add(new BitSet());
        }
        for (int o = 0; o < size; o++) {
            paces[o] *= size / sum;
        }
        planLeave();
    }

    int size() {
        return size;
    }

    static String id(int operator) {
        return "OP%03d".formatted(operator + 1);
    }

    List<Operator> operators() {
        var rows = new ArrayList<Operator>();
        for (int o = 0; o < size; o++) {
            var dice = Dice.of(plan.seed(), Purpose.OPERATOR, o, 1);
            var hired = plan.from().minusDays(120 + dice.below(3600));
            int mask = skills[o];
            var groups = IntStream.range(0, Account.GROUPS)
                    .filter(g -> (mask >> g & 1) == 1)
                    .mapToObj(Account::groupName)
                    .collect(Collectors.joining("|"));
            rows.add(new Operator(
                    id(o),
                    Words.FIRST_NAMES.get(o % Words.FIRST_NAMES.size()) + " " + dice.pick(Words.SURNAMES),
                    CONTRACT_HOURS,
                    hired,
                    hired,
                    null,
                    Math.round(dice.uniform(17, 22) * 100) / 100.0,
                    groups,
                    dice.pick(Words.PREFERENCES)));
        }
        return rows;
    }

    /** Everybody's day, those on leave included. */
    List<Seat> seats(LocalDate day) {
        if (!season.isOpen(day)) {
            return List.of();
        }
        int week = week(day);
        // The order in which shifts are handed out turns from week to week.
        var ranked = new TreeMap<Integer, Integer>();
        var seats = new ArrayList<Seat>();
        for (int o = 0; o < size; o++) {
            if (!isDue(o, day)) {
                continue;
            }
            if (leave.get(o).get(week)) {
                var dice = Dice.of(plan.seed(), Purpose.DUTY, o, plan.index(day));
                seats.add(new Seat(
                        id(o),
                        skills[o],
                        paces[o],
                        List.of(piece(Activity.ABSENCE, 8 * HOUR, 15 * HOUR)),
                        false,
                        dice));
            } else {
                ranked.put((o + 5 * week) % size * size + o, o);
            }
        }
        var starts = day.getDayOfWeek() == DayOfWeek.SATURDAY ? SATURDAY_STARTS : WEEKDAY_STARTS;
        int rank = 0;
        for (int operator : ranked.values()) {
            int at = ranked.size() == 1 ? 0 : Math.round((float) rank * (starts.length - 1) / (ranked.size() - 1));
            seats.add(seat(operator, day, starts[at], rank));
            rank++;
        }
        return seats;
    }

    /** The seats of a roster made elsewhere, in the order of the operators. */
    List<Seat> seats(ServiceDay date, List<Shift> roster, long seed) {
        var pieces = new TreeMap<String, List<Piece>>();
        roster.stream().sorted(Comparator.comparing(Shift::startsAt)).forEach(shift -> pieces.computeIfAbsent(
                        shift.operatorId(), id -> new ArrayList<>())
                .add(new Piece(shift.activity(), date.millis(shift.startsAt()), date.millis(shift.endsAt()))));
        var seats = new ArrayList<Seat>();
        for (int o = 0; o < size; o++) {
            var own = pieces.remove(id(o));
            if (own != null) {
                var dice = Dice.of(seed, Purpose.DUTY, o, plan.index(date.day()));
                seats.add(new Seat(id(o), skills[o], paces[o], own, true, dice));
            }
        }
        if (!pieces.isEmpty()) {
            throw new IllegalArgumentException(
                    "The operator '%s' is not in the team of %d.\nMaybe the roster is another service's."
                            .formatted(pieces.firstKey(), size));
        }
        return seats;
    }

    private Seat seat(int operator, LocalDate day, int start, int rank) {
        int index = plan.index(day);
        boolean ill = sick.get(operator).get(index);
        boolean known = ill && index > 0 && sick.get(operator).get(index - 1);
        // A first day of illness surprises the plan; after that the plan knows.
        var planned = known
                ? List.of(piece(Activity.ABSENCE, start, start + SPAN_MINUTES))
                : pieces(start, rank, aside(day, operator, rank));
        return new Seat(
                id(operator),
                skills[operator],
                paces[operator],
                planned,
                !ill,
                Dice.of(plan.seed(), Purpose.DUTY, operator, index));
    }

    private static List<Piece> pieces(int start, int rank, Activity last) {
        int turn = rank % 3 * 15;
        int end = start + SPAN_MINUTES;
        int firstPause;
        int lunch;
        int secondPause;
        if (start < LATE) {
            firstPause = start + 150 + turn;
            lunch = Math.max(LATE, start + 255) + turn;
            secondPause = Math.min(end - 45, lunch + LUNCH_MINUTES + 75);
        } else {
            firstPause = start + 75 + turn;
            lunch = start + 150 + turn;
            secondPause = start + 300 + turn;
        }
        var pieces = new ArrayList<Piece>();
        pieces.add(piece(Activity.CALLS, start, firstPause));
        pieces.add(piece(Activity.BREAK, firstPause, firstPause + PAUSE_MINUTES));
        if (firstPause + PAUSE_MINUTES < lunch) {
            pieces.add(piece(Activity.CALLS, firstPause + PAUSE_MINUTES, lunch));
        }
        pieces.add(piece(Activity.BREAK, lunch, lunch + LUNCH_MINUTES));
        pieces.add(piece(Activity.CALLS, lunch + LUNCH_MINUTES, secondPause));
        pieces.add(piece(Activity.BREAK, secondPause, secondPause + PAUSE_MINUTES));
        pieces.add(piece(last, secondPause + PAUSE_MINUTES, end));
        return pieces;
    }

    /** What the end of an early shift is for: the phone, work beside calls, training or a meeting. */
    private Activity aside(LocalDate day, int operator, int rank) {
        boolean early = rank * 4 < size;
        if (!early || size < FEW || day.getDayOfWeek() == DayOfWeek.MONDAY) {
            return Activity.CALLS;
        }
        if (day.getDayOfWeek() == DayOfWeek.TUESDAY && day.getDayOfMonth() <= 7) {
            return Activity.MEETING;
        }
        if (day.getDayOfWeek() == DayOfWeek.THURSDAY && (operator + week(day)) % 4 == 0) {
            return Activity.TRAINING;
        }
        return rank % 4 == 1 ? Activity.WORK : Activity.CALLS;
    }

    /** Whether the rota has the operator work on that day: Monday to Friday, or Saturday and a day off before. */
    private boolean isDue(int operator, LocalDate day) {
        int week = week(day);
        int crew = Math.min(size, Math.max(2, (int) Math.round(size * SATURDAY_CREW)));
        boolean saturday = Math.floorMod(operator - week * crew, size) < crew;
        if (day.getDayOfWeek() == DayOfWeek.SATURDAY) {
            return saturday;
        }
        return !saturday || day.getDayOfWeek() != DAYS_OFF.get(Math.floorMod(operator + week, DAYS_OFF.size()));
    }

    /** Five weeks a year and operator, two of them in summer, never more than a share of the team at once. */
    private void planLeave() {
        int weeks = week(plan.until().minusDays(1)) + 1;
        int atOnce = Math.max(1, (int) (size * LEAVE_AT_ONCE + 0.5));
        var away = new int[weeks];
        for (int o = 0; o < size; o++) {
            var dice = Dice.of(plan.seed(), Purpose.OPERATOR, o, 2);
            for (int w = 0; w < weeks; w++) {
                var monday = plan.from().with(DayOfWeek.MONDAY).plusWeeks(w);
                double wish = monday.getMonthValue() == 7 || monday.getMonthValue() == 8
                        ? 2.0 / 9
                        : (LEAVE_WEEKS - 2) / 43.0 * (season.isSchoolHoliday(monday.plusDays(2)) ? 2.2 : 0.8);
                if (dice.chance(wish) && away[w] < atOnce) {
                    away[w]++;
                    leave.get(o).set(w);
                }
            }
        }
    }

    private BitSet illness(Dice dice) {
        var days = new BitSet();
        for (int i = 0; i < plan.days(); i++) {
            if (dice.chance(SICK_PER_DAY)) {
                int length = 1 + (int) dice.exponential(3);
                days.set(i, i + length);
                i += length;
            }
        }
        return days;
    }

    /** Weeks since the Monday on or before the first day. */
    private int week(LocalDate day) {
        return Math.toIntExact(ChronoUnit.WEEKS.between(plan.from().with(DayOfWeek.MONDAY), day));
    }

    private static Piece piece(Activity activity, int fromMinute, int untilMinute) {
        return new Piece(activity, fromMinute * 60_000L, untilMinute * 60_000L);
    }
}
