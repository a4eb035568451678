package fr.vigie.roster;

import fr.vigie.roster.WorkDay.Stretch;
import java.util.stream.Stream;

/** What the amendment of 20 June 2002 to IDCC 2098 grants to people who spend the day on the telephone. */
final class CallCentreRules {
    private static final String ARTICLE = "IDCC 2098, call centres (20 June 2002) art. 6";

    private CallCentreRules() {}

    /** Lunch breaks a sequence as any pause does (Cass. soc., 20 June 2013). */
    static Rule noWorkSequenceOver3Hours() {
        return Rule.ofDay(
                "no-work-sequence-over-3-hours",
                ARTICLE,
                "Nobody works more than three hours without a pause.",
                (employee, day) -> day.sequences().stream()
                        .map(Stretch::minutes)
                        .filter(minutes -> minutes > 3 * 60)
                        .map(minutes -> Rule.hours(minutes) + " of work without a pause"));
    }

    static Rule paidBreaksOf10MinutesPer2HoursOr15Per3() {
        return Rule.ofDay(
                "paid-breaks-of-10-minutes-per-2-hours-or-15-per-3",
                ARTICLE,
                "There are ten minutes of paid break for two hours of work, or fifteen for three.",
                (employee, day) -> missingBreakMinutes(day) == 0
                        ? Stream.empty()
                        : Stream.of("%d minutes of paid break instead of %d"
                                .formatted(
                                        day.shortBreakMinutes(), day.shortBreakMinutes() + missingBreakMinutes(day))));
    }

    /** The minutes of paid break that a day's work earns beyond those it has. */
    static long missingBreakMinutes(WorkDay day) {
        long worked = day.effectiveMinutes();
        long due = Math.min(10 * (worked / 120), 15 * (worked / 180));
        return Math.max(0, due - day.shortBreakMinutes());
    }
}
