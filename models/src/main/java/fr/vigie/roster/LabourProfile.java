package fr.vigie.roster;

import fr.vigie.input.Shift;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Which rules bind. Whether the call-centre amendment binds a telephone secretariat is open: the strictest is the default. */
public enum LabourProfile {
    /** The law alone. */
    CODE_DU_TRAVAIL,

    /** The law and the branch agreement. */
    IDCC_2098,

    /** The law, the branch agreement and its amendment for call centres. */
    IDCC_2098_CENTRES_APPELS;

    /** The rules, in the order in which they are checked. */
    public List<Rule> rules() {
        var special =
                switch (this) {
                    case CODE_DU_TRAVAIL -> withoutAgreement();
                    case IDCC_2098 -> branch();
                    case IDCC_2098_CENTRES_APPELS -> Stream.concat(branch(), callCentres());
                };
        return Stream.of(PlanRules.all(), law(), MinorRules.all(), special)
                .flatMap(family -> family)
                .toList();
    }

    /**
     * The minutes of work that a week may have: 48 hours, no more than make 44 on average with the eleven weeks before, and
     * no more overtime than the year leaves (C. trav. L3121-20, L3121-22, L3121-33).
     *
     * @param before a person's shifts before the week, in any order; the more of the year, the truer
     * @param zone the zone of days
     * @param week the first day of the week; weeks before begin on the same weekday
     */
    public MinutesLeft minutesLeft(List<Shift> before, ZoneId zone, LocalDate week) {
        var sheet = Timesheet.of(new Employee("", 0), zone, week.getDayOfWeek(), before);
        var eleven = sheet.days().stream()
                .filter(day -> !day.day().isBefore(week.minusWeeks(11)))
                .toList();
        return new MinutesLeft(WeeklyRules.minutesLeft(eleven), overtime().minutesLeft(sheet, week));
    }

    /** What the law makes of work that it allows: told, and no roster is illegal for it. */
    List<Rule> consequences() {
        return List.of(
                this == CODE_DU_TRAVAIL
                        ? PartTimeRules.contractIsRaisedAfter12Weeks("C. trav. L3123-13")
                        : PartTimeRules.contractIsRaisedAfter12Weeks("IDCC 2098 art. 23.4; C. trav. L3123-13"));
    }

    /** How much overtime a year may have. */
    Overtime overtime() {
        return this == CODE_DU_TRAVAIL ? Overtime.LEGAL : Overtime.BRANCH;
    }

    /**
     * Somebody who may be planned.
     *
     * @throws IllegalArgumentException where nobody agreed to so short a contract: no roster of it is legal
     */
    Employee checked(Employee employee) {
        int least = this == CODE_DU_TRAVAIL ? PartTimeRules.BY_LAW_HOURS : PartTimeRules.BY_BRANCH_HOURS;
        if (employee.contractMinutes() > 0
                && employee.contractMinutes() < least * 60
                && !employee.standing().isShortContractAgreed()) {
            throw new IllegalArgumentException(
                    "The contract of %s (%.1f hours a week) is below %d (%s) and was not asked for.\nMaybe %s asked for it in writing: then say so in roster.short-contracts."
                            .formatted(
                                    employee.operatorId(),
                                    employee.contractMinutes() / 60.0,
                                    least,
                                    this == CODE_DU_TRAVAIL ? "C. trav. L3123-27" : "IDCC 2098 art. 23.1",
                                    employee.operatorId()));
        }
        return employee;
    }

    /** How a day is cut into work, breaks and a meal so that the rules of a day are kept. */
    DutyPattern pattern() {
        return this == IDCC_2098_CENTRES_APPELS ? DutyPattern.CALL_CENTRE : DutyPattern.BY_LAW;
    }

    /** The name in configuration, e.g. {@code idcc-2098}. */
    public String configName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The profile of that name. */
    public static LabourProfile named(String name) {
        return Arrays.stream(values())
                .filter(profile -> profile.configName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no labour profile '%s'.\nMaybe one of %s."
                        .formatted(
                                name,
                                Arrays.stream(values())
                                        .map(LabourProfile::configName)
                                        .toList())));
    }

    private static Stream<Rule> law() {
        return Stream.of(
                DailyRules.atMost10HoursOfWorkADay(),
                DailyRules.aBreakOf20MinutesBy6Hours(),
                DailyRules.atLeast11HoursOfDailyRest(),
                WeeklyRules.atMost48HoursOfWorkAWeek(),
                WeeklyRules.atMost44HoursOn12WeeksAverage(),
                WeeklyRules.atMost6DaysAWeek(),
                WeeklyRules.atLeast35HoursOfWeeklyRest(),
                WeeklyRules.weeklyRestOnSunday(),
                WeeklyRules.nobodyWorksOnMayDay());
    }

    private static Stream<Rule> withoutAgreement() {
        return Stream.of(
                Overtime.LEGAL.rule(),
                PartTimeRules.contractOf24HoursOrAskedFor(),
                PartTimeRules.atMostOneInterruptionOf2Hours(),
                PartTimeRules.extraHoursAtMostATenth());
    }

    private static Stream<Rule> callCentres() {
        return Stream.of(
                CallCentreRules.noWorkSequenceOver3Hours(), CallCentreRules.paidBreaksOf10MinutesPer2HoursOr15Per3());
    }

    private static Stream<Rule> branch() {
        return Stream.of(
                BranchRules.amplitudeAtMost13Hours(),
                BranchRules.atMost2Interruptions(),
                BranchRules.lunchOf45MinutesBetween11And15(),
                Overtime.BRANCH.rule(),
                PartTimeRules.contractOf23HoursOrAgreed(),
                PartTimeRules.extraHoursAtMostAThird(),
                PartTimeRules.amplitudeAtMostTwiceTheWork(),
                PartTimeRules.sequencesOf3HoursOrSeveralOfAnHour());
    }
}
