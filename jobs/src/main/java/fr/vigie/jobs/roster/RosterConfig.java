package fr.vigie.jobs.roster;

import fr.vigie.roster.LabourProfile;
import fr.vigie.roster.RosterWeights;
import fr.vigie.roster.Rostering;
import fr.vigie.roster.Standing;
import fr.vigie.staffing.Shrinkage;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the next week is planned.
 *
 * @param profile {@code code-du-travail}, {@code idcc-2098} or {@code idcc-2098-centres-appels}
 * @param reserve the share of planned time that is lost unforeseen: the need is covered with so much more
 * @param saturdayWeeks how many weeks of shifts the turn for Saturdays looks back on
 * @param defaultContractHours hours a week of operators without a contract in their file
 * @param steps steps of the local search
 * @param dives how often the weeks of some people are made anew by columns, for every sixteen people; 0 leaves all to the
 *     local search; null: once in teams above 24, which alone gain by it
 * @param seed seed of the search
 * @param weights what counts beside the need
 * @param shortContracts the operators who asked for a contract below the least one; {@code [all]}: everybody whose contract
 *     is that short
 * @param minors the operators under 18, each with the day of coming of age
 */
public record RosterConfig(
        String profile,
        double reserve,
        int saturdayWeeks,
        double defaultContractHours,
        int steps,
        @Nullable Integer dives,
        long seed,
        RosterWeights weights,
        List<String> shortContracts,
        Map<String, LocalDate> minors) {
    private static final String ALL = "all";
    private static final int SMALL_TEAM = 24;
    private static final int MOST_WEEKS = 520;

    public RosterConfig {
        Shrinkage.of(reserve);
        new Rostering(LabourProfile.named(profile), steps, dives == null ? 0 : dives, weights);
        if (saturdayWeeks < 0 || saturdayWeeks > MOST_WEEKS) {
            throw new IllegalArgumentException(
                    "The saturday-weeks (%d) must be 0 to %d.\nMaybe 13.".formatted(saturdayWeeks, MOST_WEEKS));
        }
        if (!(defaultContractHours >= 0 && defaultContractHours <= 48)) {
            throw new IllegalArgumentException(
                    "The default-contract-hours (%s) must be between 0 and 48.".formatted(defaultContractHours));
        }
    }

    /**
     * What makes the law stricter or milder for somebody.
     *
     * @param sundays whether lines are open on Sundays, as an activity that may rest on another day may have them
     */
    Standing standing(String operatorId, boolean sundays) {
        return new Standing(
                minors.get(operatorId), shortContracts.contains(ALL) || shortContracts.contains(operatorId), sundays);
    }

    /** The rules that bind. */
    LabourProfile labourProfile() {
        return LabourProfile.named(profile);
    }

    /** How the week of a team of so many is planned. */
    Rostering rostering(int operators) {
        int usual = operators > SMALL_TEAM ? 1 : 0;
        return new Rostering(labourProfile(), steps, dives == null ? usual : dives, weights);
    }
}
