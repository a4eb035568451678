package fr.vigie.jobs.roster;

import fr.vigie.input.Activity;
import fr.vigie.input.Operator;
import fr.vigie.input.Shift;
import fr.vigie.jobs.error.UserError;
import fr.vigie.roster.Employee;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who can be rostered in a week, from the operators' file and the shifts.
 *
 * @param firstDay the first day of the week
 * @param zone the zone of days
 * @param shifts the shifts of the weeks before and, for absences, of the week itself
 * @param config how the week is planned
 */
record Workforce(LocalDate firstDay, ZoneId zone, List<Shift> shifts, RosterConfig config) {

    /** The average of twelve weeks needs the eleven before. */
    static final int WEEKS_OF_AVERAGE = 11;

    /** The operators employed in the week, for a day of it at least. */
    List<Operator> employed(List<Operator> operators) {
        operators.forEach(Workforce::refuseContradiction);
        return operators.stream().filter(this::isEmployed).toList();
    }

    /** Those who can be rostered, as the planner knows them. */
    List<Employee> employees(List<Operator> operators) {
        return employed(operators).stream().map(this::employee).toList();
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

    private boolean isEmployed(Operator operator) {
        return (operator.hiredOn() == null || !operator.hiredOn().isAfter(firstDay.plusDays(6)))
                && (operator.leftOn() == null || !operator.leftOn().isBefore(firstDay));
    }

    private Employee employee(Operator operator) {
        var own = shifts.stream()
                .filter(shift -> shift.operatorId().equals(operator.operatorId()))
                .toList();
        var before = own.stream()
                .filter(shift -> date(shift.startsAt()).isBefore(firstDay)
                        && !date(shift.startsAt()).isBefore(firstDay.minusWeeks(WEEKS_OF_AVERAGE)))
                .toList();
        try {
            return new Employee(
                    operator.operatorId(),
                    (int) Math.round(contractHours(operator) * 60),
                    unavailable(operator, own),
                    saturdays(own),
                    workedUntil(own),
                    Employee.minutesLeft(before, zone));
        } catch (IllegalArgumentException e) {
            throw UserError.failed(String.valueOf(e.getMessage()));
        }
    }

    private Set<LocalDate> unavailable(Operator operator, List<Shift> own) {
        var days = new TreeSet<LocalDate>();
        for (var shift : own) {
            if (shift.activity() == Activity.ABSENCE) {
                var last = date(shift.endsAt().minusMillis(1));
                date(shift.startsAt()).datesUntil(last.plusDays(1)).forEach(days::add);
            }
        }
        firstDay.datesUntil(firstDay.plusWeeks(1))
                .filter(day -> (operator.hiredOn() != null && day.isBefore(operator.hiredOn()))
                        || (operator.leftOn() != null && day.isAfter(operator.leftOn())))
                .forEach(days::add);
        return days;
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
