package fr.vigie.jobs.roster;

import fr.vigie.input.Activity;
import fr.vigie.input.Operator;
import fr.vigie.input.Shift;
import fr.vigie.jobs.error.UserError;
import fr.vigie.jobs.lake.RosterRow;
import fr.vigie.jobs.lake.StaffingRow;
import fr.vigie.roster.Employee;
import fr.vigie.roster.Need;
import fr.vigie.roster.RosterCheck;
import fr.vigie.roster.RosterPlan;
import fr.vigie.roster.Violation;
import fr.vigie.staffing.Shrinkage;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;

/**
 * The need of a week and its operators to a legal roster.
 *
 * @param firstDay the first day of the week
 * @param zone the zone of days
 * @param config how the week is planned
 * @param sundays whether lines are open on Sundays
 */
record Rosters(LocalDate firstDay, ZoneId zone, RosterConfig config, boolean sundays) {
    private static final String GENERATOR = "L64X128MixRandom";

    /** A plan for every team of the staffing table: the network's, or one a group. */
    List<RosterPlan> plans(List<StaffingRow> staffing, List<Operator> operators, List<Shift> shifts) {
        var byTeam =
                staffing.stream().collect(Collectors.groupingBy(StaffingRow::group, TreeMap::new, Collectors.toList()));
        var hours = new TreeMap<String, Double>();
        byTeam.forEach((team, need) -> hours.put(
                team,
                need.stream()
                        .mapToDouble(row -> row.agents() * row.intervalMinutes() / 60.0)
                        .sum()));
        var workforce = new Workforce(firstDay, zone, shifts, config, sundays);
        var plans = new ArrayList<RosterPlan>();
        Teams.of(hours, workforce.employed(operators), workforce::contractHours)
                .forEach((team, members) -> plans.add(plan(byTeam.getOrDefault(team, List.of()), workforce, members)));
        check(workforce.employees(operators), plans, shifts);
        return plans;
    }

    private RosterPlan plan(List<StaffingRow> staffing, Workforce workforce, List<Operator> members) {
        var employees = workforce.employees(members);
        var reserve = Shrinkage.of(config.reserve());
        var agents = new TreeMap<Instant, Integer>();
        staffing.forEach(row -> agents.put(row.startsAt(), reserve.scheduled(row.agents())));
        var need = Need.of(firstDay, zone, staffing.get(0).intervalMinutes(), agents);
        var rostering = config.rostering();
        try {
            return rostering
                    .plan(
                            need,
                            employees,
                            workforce.considerations(members),
                            RandomGeneratorFactory.of(GENERATOR).create(config.seed()))
                    .withLeastUnder(rostering.leastUnderstaffing(need, employees));
        } catch (IllegalArgumentException contradiction) {
            throw UserError.failed(String.valueOf(contradiction.getMessage()));
        }
    }

    /** Judges the plans together with the weeks before: an illegal roster goes nowhere. */
    void check(List<Employee> employees, List<RosterPlan> plans, List<Shift> shifts) {
        var pieces = new ArrayList<Shift>();
        shifts.stream()
                .filter(shift -> shift.activity() == Activity.ABSENCE
                        || LocalDate.ofInstant(shift.startsAt(), zone).isBefore(firstDay))
                .filter(shift -> employees.stream().anyMatch(e -> e.operatorId().equals(shift.operatorId())))
                .forEach(pieces::add);
        plans.forEach(plan -> pieces.addAll(plan.pieces()));
        var violations = new RosterCheck(config.labourProfile(), zone, firstDay.getDayOfWeek())
                .violations(employees, pieces, firstDay, firstDay.plusWeeks(1));
        if (!violations.isEmpty()) {
            throw UserError.failed("The roster of the week of %s is not legal and is not written: %s."
                    .formatted(
                            firstDay,
                            violations.stream().map(Violation::toString).collect(Collectors.joining("; "))));
        }
    }

    /** The pieces of the plans as rows of the table. */
    static List<RosterRow> rows(List<RosterPlan> plans) {
        return plans.stream()
                .flatMap(plan -> plan.pieces().stream()
                        .map(piece -> new RosterRow(
                                plan.firstDay(),
                                piece.operatorId(),
                                piece.startsAt(),
                                piece.endsAt(),
                                piece.activity().name().toLowerCase(Locale.ROOT))))
                .toList();
    }
}
