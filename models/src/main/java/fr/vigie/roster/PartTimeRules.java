package fr.vigie.roster;

import fr.vigie.roster.Rule.Finding;
import fr.vigie.roster.WorkDay.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What protects contracts below the legal week. */
final class PartTimeRules {
    /** The least contract that nobody need ask for, by law. */
    static final int BY_LAW_HOURS = 24;

    /** The same by the branch agreement. */
    static final int BY_BRANCH_HOURS = 23;

    private PartTimeRules() {}

    static Rule atMostOneInterruptionOf2Hours() {
        return Rule.ofDay(
                "part-time-at-most-one-interruption-of-2-hours",
                "C. trav. L3123-30",
                "Without an agreement a part-time day has at most one interruption, of two hours at most.",
                (employee, day) -> {
                    var interruptions = day.interruptions();
                    if (!employee.isPartTime() || interruptions.isEmpty()) {
                        return Stream.empty();
                    }
                    return interruptions.size() > 1
                            ? Stream.of(interruptions.size() + " interruptions")
                            : interruptions.stream()
                                    .map(Stretch::minutes)
                                    .filter(minutes -> minutes > 120)
                                    .map(minutes -> "an interruption of " + Rule.hours(minutes));
                });
    }

    static Rule extraHoursAtMostATenth() {
        return extraHours("part-time-extra-hours-at-most-a-tenth", "C. trav. L3123-28", 10);
    }

    static Rule extraHoursAtMostAThird() {
        return extraHours("part-time-extra-hours-at-most-a-third", "IDCC 2098 art. 23.4", 3);
    }

    /** Told of each week with which twelve are that long. Weeks before the first known one are not known. */
    static Rule contractIsRaisedAfter12Weeks(String article) {
        return new Rule(
                "part-time-contract-is-raised-after-12-weeks",
                article,
                "A part-time contract that twelve weeks exceed by two hours a week on average is raised by what exceeds it, unless the person objects.",
                sheet -> {
                    var weeks = sheet.weeks();
                    int contract = sheet.employee().contractMinutes();
                    var found = new ArrayList<Finding>();
                    for (var last : weeks.keySet()) {
                        long minutes = weeks.subMap(last.minusWeeks(11), last.plusDays(1)).values().stream()
                                .mapToLong(PartTimeRules::paidMinutes)
                                .sum();
                        if (sheet.employee().isPartTime() && minutes >= 12L * (contract + 120)) {
                            found.add(new Finding(
                                    last,
                                    "%s a week over twelve weeks, %s in the contract"
                                            .formatted(Rule.hours(minutes / 12), Rule.hours(contract))));
                        }
                    }
                    return found.stream();
                });
    }

    static Rule contractOf24HoursOrAskedFor() {
        return leastContract("part-time-contract-of-24-hours-or-asked-for", "C. trav. L3123-27", BY_LAW_HOURS);
    }

    static Rule contractOf23HoursOrAgreed() {
        return leastContract("part-time-contract-of-23-hours-or-agreed", "IDCC 2098 art. 23.1", BY_BRANCH_HOURS);
    }

    /** Told of every week in which such a contract is worked. */
    private static Rule leastContract(String name, String article, int hours) {
        return new Rule(
                name,
                article,
                "A part-time contract has %d hours a week at least, unless the person wants fewer.".formatted(hours),
                sheet -> sheet.employee().standing().isShortContractAgreed()
                                || sheet.employee().contractMinutes() >= hours * 60
                        ? Stream.empty()
                        : sheet.weeks().keySet().stream()
                                .map(week -> new Finding(
                                        week,
                                        "a contract of %s that was not asked for"
                                                .formatted(Rule.hours(
                                                        sheet.employee().contractMinutes())))));
    }

    private static Rule extraHours(String name, String article, int part) {
        return new Rule(
                name,
                article,
                "Extra hours of a part-time contract are at most 1/%d of it and never reach 35 hours.".formatted(part),
                sheet -> sheet.weeks().entrySet().stream()
                        .filter(week -> sheet.employee().isPartTime())
                        .map(week ->
                                new Finding(week.getKey(), Rule.hours(paidMinutes(week.getValue())) + " in the week"))
                        .filter(found -> {
                            int contract = sheet.employee().contractMinutes();
                            long paid = paidMinutes(sheet.weeks().getOrDefault(found.day(), List.of()));
                            return paid * part > (long) contract * (part + 1) || paid >= Employee.FULL_TIME_MINUTES;
                        }));
    }

    static Rule amplitudeAtMostTwiceTheWork() {
        return Rule.ofDay(
                "part-time-amplitude-at-most-twice-the-work",
                "IDCC 2098 art. 23.3",
                "A part-time day lasts at most twice its effective work.",
                (employee, day) -> employee.isPartTime() && day.amplitude() > 2 * day.effectiveMinutes()
                        ? Stream.of("%s from coming to leaving for %s of work"
                                .formatted(Rule.hours(day.amplitude()), Rule.hours(day.effectiveMinutes())))
                        : Stream.empty());
    }

    static Rule sequencesOf3HoursOrSeveralOfAnHour() {
        return Rule.ofDay(
                "part-time-sequences-of-3-hours-or-several-of-an-hour",
                "IDCC 2098 art. 23.2",
                "A part-time day is one sequence of three hours at least, or several of an hour at least.",
                (employee, day) -> {
                    if (!employee.isPartTime()) {
                        return Stream.empty();
                    }
                    var sequences = betweenInterruptions(day);
                    long least = sequences.size() == 1 ? 3 * 60 : 60;
                    return sequences.stream()
                            .map(Stretch::minutes)
                            .filter(minutes -> minutes < least)
                            .map(minutes -> "a sequence of " + Rule.hours(minutes));
                });
    }

    private static List<Stretch> betweenInterruptions(WorkDay day) {
        var sequences = new ArrayList<Stretch>();
        var from = day.start();
        for (var interruption : day.interruptions()) {
            sequences.add(new Stretch(from, interruption.start()));
            from = interruption.end();
        }
        sequences.add(new Stretch(from, day.end()));
        return sequences;
    }

    private static long paidMinutes(List<WorkDay> days) {
        return days.stream().mapToLong(WorkDay::paidMinutes).sum();
    }
}
