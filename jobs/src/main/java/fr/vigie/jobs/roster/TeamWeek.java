package fr.vigie.jobs.roster;

import fr.vigie.input.Operator;
import fr.vigie.jobs.lake.StaffingRow;
import fr.vigie.roster.Consideration;
import fr.vigie.roster.Employee;
import fr.vigie.roster.Need;
import fr.vigie.staffing.Shrinkage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What there is to plan a team's week from.
 *
 * @param team its name: a planning group or the network
 * @param need whom its calls need
 * @param employees its members
 * @param considerations what is considered for each of them, by id
 */
record TeamWeek(String team, Need need, List<Employee> employees, Map<String, Consideration> considerations) {
    /**
     * Every team of a week's staffing, in order of its name.
     *
     * @param placed the team of those of whom a roster names it
     */
    static List<TeamWeek> all(
            List<StaffingRow> staffing, Workforce workforce, List<Operator> operators, Map<String, String> placed) {
        var byTeam =
                staffing.stream().collect(Collectors.groupingBy(StaffingRow::group, TreeMap::new, Collectors.toList()));
        var hours = new TreeMap<String, Double>();
        byTeam.forEach((team, rows) -> hours.put(
                team,
                rows.stream()
                        .mapToDouble(row -> row.agents() * row.intervalMinutes() / 60.0)
                        .sum()));
        var teams = new ArrayList<TeamWeek>();
        Teams.of(hours, workforce.employed(operators), workforce::contractHours, placed)
                .forEach((team, members) -> {
                    var need = need(byTeam.getOrDefault(team, List.of()), workforce);
                    teams.add(new TeamWeek(
                            team, need, workforce.employees(members, need), workforce.considerations(members)));
                });
        return teams;
    }

    /** The team of each operator who is on one. */
    static Map<String, String> byOperator(List<TeamWeek> teams) {
        var byOperator = new TreeMap<String, String>();
        teams.forEach(team -> team.employees().forEach(employee -> byOperator.put(employee.operatorId(), team.team())));
        return byOperator;
    }

    private static Need need(List<StaffingRow> rows, Workforce workforce) {
        var reserve = Shrinkage.of(workforce.config().reserve());
        var agents = new TreeMap<Instant, Integer>();
        rows.forEach(row -> agents.put(row.startsAt(), reserve.scheduled(row.agents())));
        return Need.of(workforce.firstDay(), workforce.zone(), rows.get(0).intervalMinutes(), agents);
    }
}
