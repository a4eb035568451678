package fr.vigie.roster;

import fr.vigie.input.Operator;
import fr.vigie.load.DayLoad;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which teams an operator answers for on a day: the one that the roster of its week plans the operator for, where it names one
 * that there is; else those that the skills tell, in equal parts.
 *
 * @param usual the teams where no roster names one
 * @param byWeek those of the weeks of which there is a roster, by first day
 */
public record PlacedTeams(AnsweredTeams usual, Map<LocalDate, AnsweredTeams> byWeek) implements Serializable {
    public PlacedTeams {
        byWeek = Map.copyOf(byWeek);
    }

    /** The same teams on every day. */
    public PlacedTeams(AnsweredTeams usual) {
        this(usual, Map.of());
    }

    /**
     * Who answers for those teams.
     *
     * @param teams those that there are: the network's alone, or groups
     * @param operators everybody of whom skills are known
     * @param placed the team of each operator in the weeks of which there is a roster, by first day
     */
    public static PlacedTeams of(
            Collection<String> teams, Collection<Operator> operators, Map<LocalDate, Map<String, String>> placed) {
        var usual = AnsweredTeams.of(teams, operators);
        if (teams.contains(DayLoad.NETWORK)) {
            return new PlacedTeams(usual);
        }
        var byWeek = new TreeMap<LocalDate, AnsweredTeams>();
        placed.forEach((week, byOperator) -> byWeek.put(week, usual.placed(byOperator, teams)));
        return new PlacedTeams(usual, byWeek);
    }

    /** Who answers for which teams on a day. */
    public AnsweredTeams on(LocalDate day) {
        for (int days = 0; days < 7; days++) {
            var week = byWeek.get(day.minusDays(days));
            if (week != null) {
                return week;
            }
        }
        return usual;
    }
}
