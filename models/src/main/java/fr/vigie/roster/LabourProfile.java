package fr.vigie.roster;

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
                    case CODE_DU_TRAVAIL -> partTimeByLaw();
                    case IDCC_2098 -> branch();
                    case IDCC_2098_CENTRES_APPELS -> Stream.concat(branch(), callCentres());
                };
        return Stream.of(PlanRules.all(), law(), special)
                .flatMap(family -> family)
                .toList();
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
                WeeklyRules.nobodyWorksOnMayDay());
    }

    private static Stream<Rule> partTimeByLaw() {
        return Stream.of(PartTimeRules.atMostOneInterruptionOf2Hours(), PartTimeRules.extraHoursAtMostATenth());
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
                PartTimeRules.extraHoursAtMostAThird(),
                PartTimeRules.amplitudeAtMostTwiceTheWork(),
                PartTimeRules.sequencesOf3HoursOrSeveralOfAnHour());
    }
}
