package fr.vigie.jobs.roster;

import fr.vigie.roster.Consideration;
import fr.vigie.roster.Employee;
import fr.vigie.roster.Need;
import java.util.List;
import java.util.Map;

/**
 * What there is to plan a team's week from.
 *
 * @param team its name: a planning group or the network
 * @param need whom its calls need
 * @param employees its members
 * @param considerations what is considered for each of them, by id
 */
record TeamWeek(String team, Need need, List<Employee> employees, Map<String, Consideration> considerations) {}
