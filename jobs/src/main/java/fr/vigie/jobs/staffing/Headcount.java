package fr.vigie.jobs.staffing;

import fr.vigie.capacity.Attrition;
import fr.vigie.capacity.Career;
import fr.vigie.capacity.Member;
import fr.vigie.input.Operator;
import fr.vigie.jobs.error.UserError;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The operators' file as who is there and how long people stay.
 *
 * @param operators every line
 * @param newcomerHours hours a week where the file does not say
 */
record Headcount(List<Operator> operators, double newcomerHours) {
    private static final double MONTH_DAYS = 365.2425 / 12;

    /** Who was hired nobody knows when is taken for seasoned. */
    private static final double SEASONED_MONTHS = 36;

    Headcount {
        operators = operators.stream()
                .sorted(Comparator.comparing(Operator::operatorId))
                .toList();
    }

    /** Who is there on a day, or is hired to come later; a contract of no hours does not count. */
    List<Member> members(LocalDate day) {
        var members = new ArrayList<Member>();
        for (var operator : operators) {
            double hours = operator.contractHoursPerWeek() == null ? newcomerHours : operator.contractHoursPerWeek();
            if (hours > 0 && (operator.leftOn() == null || !operator.leftOn().isBefore(day))) {
                double tenure = months(operator.hiredOn(), day);
                members.add(new Member(
                        tenure,
                        operator.trainingStartedOn() == null ? tenure : months(operator.trainingStartedOn(), day),
                        hours,
                        operator.leftOn() == null
                                ? Double.POSITIVE_INFINITY
                                : months(day, operator.leftOn().plusDays(1))));
            }
        }
        return members;
    }

    /** How long people stay, from the file. */
    Attrition attrition(Attrition.Prior prior, LocalDate watchedFrom, LocalDate asOf) {
        var careers = new ArrayList<Career>();
        for (var operator : operators) {
            if (operator.hiredOn() != null) {
                try {
                    Career.of(operator.hiredOn(), operator.leftOn(), watchedFrom, asOf)
                            .ifPresent(careers::add);
                } catch (IllegalArgumentException e) {
                    throw UserError.failed(
                            "Operator %s: %s".formatted(operator.operatorId(), String.valueOf(e.getMessage())));
                }
            }
        }
        return Attrition.of(careers, prior);
    }

    private static double months(@Nullable LocalDate from, LocalDate until) {
        return from == null ? SEASONED_MONTHS : ChronoUnit.DAYS.between(from, until) / MONTH_DAYS;
    }
}
