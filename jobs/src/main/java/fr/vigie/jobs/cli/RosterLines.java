package fr.vigie.jobs.cli;

import fr.vigie.input.Shift;
import fr.vigie.jobs.Printable;
import fr.vigie.roster.Violation;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What is said of rosters. */
final class RosterLines {
    private RosterLines() {}

    /** {@code 96 pieces of 3 operators, week of 2025-12-01}. */
    static String summary(List<Shift> roster, Collection<LocalDate> weeks) {
        var people = roster.stream().map(Shift::operatorId).distinct().count();
        return "%d pieces of %d operators, %s of %s"
                .formatted(
                        roster.size(),
                        people,
                        weeks.size() == 1 ? "week" : "weeks",
                        weeks.stream().map(LocalDate::toString).collect(Collectors.joining(", ")));
    }

    static String line(Violation violation) {
        return Printable.line(violation.toString());
    }

    static List<Map<String, String>> fields(List<Violation> violations) {
        return violations.stream().map(RosterLines::fields).toList();
    }

    private static Map<String, String> fields(Violation violation) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("operator_id", violation.operatorId());
        fields.put("day", violation.day().toString());
        fields.put("rule", violation.rule());
        fields.put("article", violation.article());
        fields.put("detail", violation.detail());
        return fields;
    }
}
