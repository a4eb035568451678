package fr.vigie.jobs.roster;

import fr.vigie.input.Operator;
import fr.vigie.load.DayLoad;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * Who is on which team. The network's team is everybody; where each group has its own, an operator is on the team that a roster
 * names, else on one of the teams whose group is among the skills, whichever then misses the most hours. Who has least choice is
 * placed first.
 */
final class Teams {
    private final NavigableMap<String, Double> missing;
    private final Map<String, String> placed;
    private final NavigableMap<String, List<Operator>> members = new TreeMap<>();

    private Teams(Map<String, Double> hours, Map<String, String> placed) {
        this.placed = placed;
        this.missing = new TreeMap<>(hours);
        hours.keySet().forEach(team -> members.put(team, new ArrayList<>()));
    }

    /**
     * The members of each team.
     *
     * @param hours the hours of work that each team needs in the week
     * @param operators everybody there is
     * @param contract the hours a week of an operator
     * @param placed the team of those of whom a roster names it
     * @return an entry a team; who has none of the skills is on no team
     */
    static NavigableMap<String, List<Operator>> of(
            Map<String, Double> hours,
            List<Operator> operators,
            ToDoubleFunction<Operator> contract,
            Map<String, String> placed) {
        var teams = new Teams(hours, placed);
        operators.stream()
                .sorted(Comparator.<Operator>comparingInt(o -> teams.choices(o).size())
                        .thenComparing(Operator::operatorId))
                .forEach(operator -> teams.place(operator, contract.applyAsDouble(operator)));
        return teams.members;
    }

    private void place(Operator operator, double hours) {
        choices(operator).stream()
                .max(Comparator.comparingDouble(team -> missing.getOrDefault(team, 0.0)))
                .ifPresent(team -> {
                    missing.merge(team, -hours, Double::sum);
                    members.computeIfAbsent(team, t -> new ArrayList<>()).add(operator);
                });
    }

    private List<String> choices(Operator operator) {
        if (members.containsKey(DayLoad.NETWORK)) {
            return List.of(DayLoad.NETWORK);
        }
        var own = placed.get(operator.operatorId());
        if (own != null && members.containsKey(own)) {
            return List.of(own);
        }
        return operator.groupsAnswered().stream().filter(members::containsKey).toList();
    }
}
