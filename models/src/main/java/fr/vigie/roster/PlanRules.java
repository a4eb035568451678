package fr.vigie.roster;

import fr.vigie.input.Activity;
import fr.vigie.roster.Rule.Finding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.stream.Stream;

/** What makes a roster a roster, whatever the law. */
final class PlanRules {
    static final String ARTICLE = "roster";

    private PlanRules() {}

    static Rule onePlaceAtATime() {
        return new Rule("one-place-at-a-time", ARTICLE, "Nobody has two pieces of shift at the same time.", sheet -> {
            var found = new ArrayList<Finding>();
            for (var day : sheet.days()) {
                for (int i = 1; i < day.pieces().size(); i++) {
                    if (day.pieces()
                            .get(i)
                            .startsAt()
                            .isBefore(day.pieces().get(i - 1).endsAt())) {
                        found.add(new Finding(day.day(), "two pieces of shift at the same time"));
                    }
                }
            }
            return found.stream();
        });
    }

    static Rule nobodyWorksDuringAnAbsence() {
        return new Rule(
                "nobody-works-during-an-absence",
                ARTICLE,
                "Who is absent is not rostered.",
                sheet -> sheet.days().stream()
                        .filter(day -> day.datesWorked().stream()
                                        .anyMatch(sheet.employee().unavailable()::contains)
                                || overlapsAbsence(sheet, day))
                        .map(day ->
                                new Finding(day.day(), Rule.hours(day.effectiveMinutes()) + " of work while absent")));
    }

    private static boolean overlapsAbsence(Timesheet sheet, WorkDay day) {
        return sheet.pieces().stream()
                .filter(piece -> piece.activity() == Activity.ABSENCE)
                .anyMatch(absence -> day.sequences().stream()
                        .anyMatch(work -> absence.startsAt().isBefore(work.end())
                                && work.start().isBefore(absence.endsAt())));
    }

    /** What is wrong with work of somebody who is not in the list of employees. */
    static Violation unknown(String operatorId, LocalDate day) {
        return new Violation("everybody-is-known", ARTICLE, operatorId, day, "not in the list of operators");
    }

    /** The rules of this family. */
    static Stream<Rule> all() {
        return Stream.of(onePlaceAtATime(), nobodyWorksDuringAnAbsence());
    }
}
