package fr.vigie.roster;

import java.time.LocalTime;
import java.util.stream.Stream;

/** What the branch agreement of service providers (IDCC 2098) adds, whose field names telephone secretariats. */
final class BranchRules {
    private static final LocalTime LUNCH_FROM = LocalTime.of(11, 0);
    private static final LocalTime NOON = LocalTime.NOON;
    private static final LocalTime LUNCH_UNTIL = LocalTime.of(15, 0);

    private BranchRules() {}

    static Rule amplitudeAtMost13Hours() {
        return Rule.ofDay(
                "amplitude-at-most-13-hours",
                "IDCC 2098 art. 30",
                "At most 13 hours lie between coming and leaving.",
                (employee, day) -> Stream.of(day.amplitude())
                        .filter(minutes -> minutes > 13 * 60)
                        .map(minutes -> Rule.hours(minutes) + " from coming to leaving"));
    }

    static Rule atMost2Interruptions() {
        return Rule.ofDay(
                "at-most-2-interruptions",
                "IDCC 2098 art. 23.3",
                "A day has at most two interruptions, meals included.",
                (employee, day) -> Stream.of(day.interruptions().size())
                        .filter(count -> count > 2)
                        .map(count -> count + " interruptions"));
    }

    /** Applies to days with more than four hours of work that begin before noon and end after it. */
    static Rule lunchOf45MinutesBetween11And15() {
        return Rule.ofDay(
                "lunch-of-45-minutes-between-11-and-15",
                "IDCC 2098, call centres (20 June 2002) art. 6",
                "Lunch is 45 minutes at least, between 11:00 and 15:00, at the latest after the fourth hour of work.",
                (employee, day) -> day.effectiveMinutes() <= 4 * 60
                                || !day.start().isBefore(day.at(NOON))
                                || !day.end().isAfter(day.at(NOON))
                                || day.pauses().stream().anyMatch(pause -> isLunch(day, pause))
                        ? Stream.empty()
                        : Stream.of("no lunch of 45 minutes in time"));
    }

    /** Whether a lunch in time can lie in a stretch without work. */
    static boolean holdsLunch(WorkDay day, WorkDay.Stretch free) {
        var from = day.at(LUNCH_FROM);
        var until = day.at(LUNCH_UNTIL);
        return isLunch(
                day,
                new WorkDay.Stretch(
                        free.start().isAfter(from) ? free.start() : from,
                        free.end().isBefore(until) ? free.end() : until));
    }

    private static boolean isLunch(WorkDay day, WorkDay.Stretch pause) {
        return pause.minutes() >= 45
                && !pause.start().isBefore(day.at(LUNCH_FROM))
                && !pause.end().isAfter(day.at(LUNCH_UNTIL))
                && day.effectiveMinutesBefore(pause.start()) <= 4 * 60;
    }
}
