package fr.vigie.roster;

import java.time.LocalDate;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A rule of working time.
 *
 * @param name what the rule is called, in kebab-case
 * @param article where it stands
 * @param sentence what it demands
 * @param check finds what breaks it in all that is known of a person's work
 */
public record Rule(String name, String article, String sentence, Function<Timesheet, Stream<Finding>> check) {

    /**
     * What breaks a rule.
     *
     * @param day the day, or the first of the week
     * @param detail what is planned
     */
    public record Finding(LocalDate day, String detail) {}

    /** A rule about a day, whatever the other days are. */
    static Rule ofDay(
            String name, String article, String sentence, BiFunction<Employee, WorkDay, Stream<String>> check) {
        return new Rule(name, article, sentence, sheet -> sheet.days().stream()
                .flatMap(day -> check.apply(sheet.employee(), day).map(detail -> new Finding(day.day(), detail))));
    }

    /** What in a person's work breaks this rule. */
    List<Violation> brokenBy(Timesheet sheet) {
        return check.apply(sheet)
                .map(found -> new Violation(name, article, sheet.employee().operatorId(), found.day(), found.detail()))
                .toList();
    }

    /** Hours and minutes for a detail. */
    static String hours(long minutes) {
        return "%d h %02d".formatted(minutes / 60, minutes % 60);
    }
}
