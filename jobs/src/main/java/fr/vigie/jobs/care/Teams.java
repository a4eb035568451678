package fr.vigie.jobs.care;

import fr.vigie.input.Operator;
import fr.vigie.load.DayLoad;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Who is on which team: operators with the same skills, in whatever order these are written; else the network's. */
final class Teams {
    private final Map<String, String> byOperator = new TreeMap<>();

    Teams(List<Operator> operators) {
        operators.forEach(operator -> byOperator.put(operator.operatorId(), team(operator)));
    }

    String of(String operatorId) {
        return byOperator.getOrDefault(operatorId, DayLoad.NETWORK);
    }

    private static String team(Operator operator) {
        var skills = operator.groupsAnswered().stream().sorted().collect(Collectors.joining("+"));
        return skills.isEmpty() ? DayLoad.NETWORK : skills;
    }
}
