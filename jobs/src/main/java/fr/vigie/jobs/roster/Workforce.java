package fr.vigie.jobs.roster;

import fr.vigie.input.Activity;
import fr.vigie.input.Operator;
import fr.vigie.input.Shift;
import fr.vigie.jobs.error.UserError;
import fr.vigie.roster.Consideration;
import fr.vigie.roster.Employee;
import fr.vigie.roster.Need;
import fr.vigie.roster.Wish;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who can be rostered in a week, from the operators' file and the shifts.
 *
 * @param firstDay the first day of the week
 * @param zone the zone of days
 * @param shifts the shifts of the weeks before and, of the week itself: absences, what is fixed, and what is published
 * @param config how the week is planned
 * @param sundays whether lines are open on Sundays
 */
record Workforce(LocalDate firstDay, ZoneId zone, List<Shift> shifts, RosterConfig config, boolean sundays) {

    /** Early and late days are fair over a quarter of a year; the average of twelve weeks needs fewer. */
    private static final int WEEKS_OF_FAIRNESS = 13;

    /** The first day of which shifts matter: overtime is counted from the beginning of the year on. */
    static LocalDate knownFrom(LocalDate firstDay, RosterConfig config) {
        var weeks = firstDay.minusWeeks(Math.max(WEEKS_OF_FAIRNESS, config.saturdayWeeks()));
        var year = firstDay.withDayOfYear(1);
        return weeks.isBefore(year) ? weeks : year;
    }

    /** The operators employed in the week, for a day of it at least. */
    List<Operator> employed(List<Operator> operators) {
        operators.forEach(Workforce::refuseContradiction);
        return operators.stream().filter(this::isEmployed).toList();
    }

    /** Those who can be rostered, as whoever judges a roster knows them: absences of some hours take no day. */
    List<Employee> employees(List<Operator> operators) {
        return employees(operators, this::isCovered);
    }

    /** Those who can be rostered, as the planner knows them: absences that leave too little of a day take it. */
    List<Employee> employees(List<Operator> operators, Need need) {
        return employees(operators, (day, absences) -> !need.leavesADay(day, absences));
    }

    private List<Employee> employees(List<Operator> operators, BiPredicate<LocalDate, List<Shift>> isOff) {
        return employed(operators).stream()
                .map(operator -> employee(operator, isOff))
                .toList();
    }

    private boolean isCovered(LocalDate day, List<Shift> absences) {
        var midnight = day.atStartOfDay(zone).toInstant();
        var next = day.plusDays(1).atStartOfDay(zone).toInstant();
        return absences.stream()
                .anyMatch(absence -> !absence.startsAt().isAfter(midnight)
                        && !absence.endsAt().isBefore(next));
    }

    /** Hours a week, as the operators' file or the configuration says. */
    double contractHours(Operator operator) {
        return operator.contractHoursPerWeek() == null
                ? config.defaultContractHours()
                : operator.contractHoursPerWeek();
    }

    private static void refuseContradiction(Operator operator) {
        if (operator.hiredOn() != null
                && operator.leftOn() != null
                && operator.leftOn().isBefore(operator.hiredOn())) {
            throw UserError.failed(
                    "The contract of %s ends on %s, before it begins on %s.\nMaybe correct hired_on or left_on in the operators file."
                            .formatted(operator.operatorId(), operator.leftOn(), operator.hiredOn()));
        }
    }

    /** What is considered for each of them beside contract and rules, by id. */
    Map<String, Consideration> considerations(List<Operator> operators) {
        var considerations = new TreeMap<String, Consideration>();
        for (var operator : employed(operators)) {
            var all = shifts.stream()
                    .filter(shift -> shift.operatorId().equals(operator.operatorId()))
                    .toList();
            var own = all.stream()
                    .filter(shift -> shift.activity() != Activity.ABSENCE)
                    .toList();
            var ofWeek = new ArrayList<>(between(own, firstDay, firstDay.plusWeeks(1)));
            all.stream().filter(shift -> shift.activity() == Activity.ABSENCE).forEach(ofWeek::add);
            var wishes = operator.preferences() == null
                    ? Set.<Wish>of()
                    : Wish.parse(operator.preferences()).stream()
                            .flatMap(Optional::stream)
                            .collect(Collectors.toSet());
            considerations.put(
                    operator.operatorId(),
                    new Consideration(between(own, firstDay.minusWeeks(WEEKS_OF_FAIRNESS), firstDay), wishes, ofWeek));
        }
        return considerations;
    }

    private List<Shift> between(List<Shift> own, LocalDate from, LocalDate until) {
        return own.stream()
                .filter(shift -> !date(shift.startsAt()).isBefore(from)
                        && date(shift.startsAt()).isBefore(until))
                .toList();
    }

    private boolean isEmployed(Operator operator) {
        return (operator.hiredOn() == null || !operator.hiredOn().isAfter(firstDay.plusDays(6)))
                && (operator.leftOn() == null || !operator.leftOn().isBefore(firstDay));
    }

    private Employee employee(Operator operator, BiPredicate<LocalDate, List<Shift>> isOff) {
        var own = shifts.stream()
                .filter(shift -> shift.operatorId().equals(operator.operatorId()))
                .toList();
        var before = own.stream()
                .filter(shift -> date(shift.startsAt()).isBefore(firstDay))
                .toList();
        try {
            return new Employee(
                    operator.operatorId(),
                    (int) Math.round(contractHours(operator) * 60),
                    unavailable(operator, own, isOff),
                    saturdays(own),
                    workedUntil(own),
                    config.labourProfile().minutesLeft(before, zone, firstDay),
                    config.standing(operator.operatorId(), sundays));
        } catch (IllegalArgumentException e) {
            throw UserError.failed(String.valueOf(e.getMessage()));
        }
    }

    private Set<LocalDate> unavailable(Operator operator, List<Shift> own, BiPredicate<LocalDate, List<Shift>> isOff) {
        var days = new TreeSet<LocalDate>();
        var absences = own.stream()
                .filter(shift -> shift.activity() == Activity.ABSENCE)
                .toList();
        var week = firstDay.datesUntil(firstDay.plusWeeks(1)).toList();
        week.stream()
                .filter(day -> absences.stream().anyMatch(absence -> touches(absence, day)))
                .filter(day -> isOff.test(day, absences))
                .forEach(days::add);
        week.stream()
                .filter(day -> (operator.hiredOn() != null && day.isBefore(operator.hiredOn()))
                        || (operator.leftOn() != null && day.isAfter(operator.leftOn())))
                .forEach(days::add);
        return days;
    }

    private boolean touches(Shift absence, LocalDate day) {
        return !date(absence.startsAt()).isAfter(day)
                && !date(absence.endsAt().minusMillis(1)).isBefore(day);
    }

    private int saturdays(List<Shift> own) {
        return own.stream()
                .filter(shift -> shift.activity() != Activity.ABSENCE)
                .map(shift -> date(shift.startsAt()))
                .filter(day -> day.getDayOfWeek() == DayOfWeek.SATURDAY
                        && day.isBefore(firstDay)
                        && !day.isBefore(firstDay.minusWeeks(config.saturdayWeeks())))
                .collect(Collectors.toSet())
                .size();
    }

    private @Nullable LocalDateTime workedUntil(List<Shift> own) {
        return own.stream()
                .filter(shift -> shift.activity() != Activity.ABSENCE)
                .filter(shift -> date(shift.startsAt()).isBefore(firstDay))
                .map(shift -> LocalDateTime.ofInstant(shift.endsAt(), zone))
                .max(LocalDateTime::compareTo)
                .orElse(null);
    }

    private LocalDate date(Instant moment) {
        return LocalDate.ofInstant(moment, zone);
    }
}
