package fr.vigie.roster;

import fr.vigie.input.Operator;
import fr.vigie.load.DayLoad;
import java.io.Serializable;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which teams an operator answers for: the network's where all calls are pooled; else the groups among the skills, each in
 * equal parts.
 *
 * @param byOperator the teams of those of whom it is known
 * @param others the teams of everybody else
 */
public record AnsweredTeams(Map<String, List<String>> byOperator, List<String> others) implements Serializable {
    private static final double ROUNDING = 1e-9;

    public AnsweredTeams {
        byOperator = Map.copyOf(byOperator);
        others = List.copyOf(others);
    }

    /** Everybody answers for the network. */
    public static AnsweredTeams network() {
        return new AnsweredTeams(Map.of(), List.of(DayLoad.NETWORK));
    }

    /**
     * Who answers for those teams.
     *
     * @param teams those that there are: the network's alone, or groups
     * @param operators everybody of whom skills are known; who has none of the teams' is on no team
     */
    public static AnsweredTeams of(Collection<String> teams, Collection<Operator> operators) {
        if (teams.contains(DayLoad.NETWORK)) {
            return network();
        }
        var byOperator = new TreeMap<String, List<String>>();
        operators.forEach(operator -> byOperator.put(
                operator.operatorId(),
                operator.groupsAnswered().stream().filter(teams::contains).toList()));
        return new AnsweredTeams(byOperator, List.of());
    }

    /** The same, but who is placed on one of those teams answers for it alone. */
    AnsweredTeams placed(Map<String, String> placed, Collection<String> teams) {
        var all = new TreeMap<>(byOperator);
        placed.forEach((operatorId, team) -> {
            if (teams.contains(team)) {
                all.put(operatorId, List.of(team));
            }
        });
        return new AnsweredTeams(all, others);
    }

    /** The teams of an operator; none where the operator is on no team. */
    public List<String> of(String operatorId) {
        return byOperator.getOrDefault(operatorId, others);
    }

    /** The part of an operator that a team can count on, 0 to 1; the parts of one on any team add up to 1. */
    public double part(String operatorId, String team) {
        var own = of(operatorId);
        return own.contains(team) ? 1.0 / own.size() : 0;
    }

    /** The teams that share operators with this one, directly or by way of others, in order; itself among them. */
    NavigableSet<String> together(String team) {
        var linked = new TreeSet<>(List.of(team));
        boolean more = true;
        while (more) {
            more = false;
            for (var own : byOperator.values()) {
                more |= own.stream().anyMatch(linked::contains) && linked.addAll(own);
            }
        }
        return linked;
    }

    /**
     * Whole operators for each team: parts of a person answer no call, yet those of several teams must not vanish. Every team has
     * its whole ones; those that are left over, the teams that share operators taken together, go to the largest remainders
     * (Hamilton's method), of equal ones to the first name, and to no team beyond those who could all answer for it.
     *
     * @param present how much of an interval each operator is there, 0 to 1
     * @return teams that share operators have in all as many as are there, rounded down
     */
    public Map<String, Integer> whole(String team, Map<String, Double> present) {
        var teams = together(team);
        var parts = new TreeMap<String, Double>();
        var most = new TreeMap<String, Double>();
        double all = 0;
        for (var person : new TreeMap<>(present).entrySet()) {
            var own = of(person.getKey());
            all += !own.isEmpty() && teams.contains(own.get(0)) ? person.getValue() : 0;
            own.forEach(each -> {
                parts.merge(each, person.getValue() / own.size(), Double::sum);
                most.merge(each, person.getValue(), Double::sum);
            });
        }
        var whole = new TreeMap<String, Integer>();
        teams.forEach(each -> whole.put(each, floor(parts.getOrDefault(each, 0.0))));
        int left =
                floor(all) - whole.values().stream().mapToInt(Integer::intValue).sum();
        teams.stream()
                .filter(each -> whole.getOrDefault(each, 0) < floor(most.getOrDefault(each, 0.0)))
                .sorted(Comparator.<String>comparingLong(each ->
                                -Math.round((parts.getOrDefault(each, 0.0) - whole.getOrDefault(each, 0)) / ROUNDING))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(Math.max(0, left))
                .toList()
                .forEach(each -> whole.merge(each, 1, Integer::sum));
        return whole;
    }

    private static int floor(double people) {
        return (int) Math.floor(people + ROUNDING);
    }
}
