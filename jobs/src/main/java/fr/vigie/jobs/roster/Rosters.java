package fr.vigie.jobs.roster;

import fr.vigie.input.Activity;
import fr.vigie.input.Operator;
import fr.vigie.input.Shift;
import fr.vigie.jobs.error.UserError;
import fr.vigie.jobs.lake.RosterRow;
import fr.vigie.jobs.lake.StaffingRow;
import fr.vigie.load.DayLoad;
import fr.vigie.roster.Employee;
import fr.vigie.roster.RosterCheck;
import fr.vigie.roster.RosterPlan;
import fr.vigie.roster.Violation;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
        var workforce = new Workforce(firstDay, zone, shifts, config, sundays);
        var plans = TeamWeek.all(staffing, workforce, operators, Map.of()).stream()
                .map(this::plan)
                .toList();
        check(workforce.employees(operators), plans, shifts);
        return plans;
    }

    /**
     * The groups with calls that nobody employed in the week has the skill for, in order: a mistake in what is known rather
     * than a shortage. Practices without a group have no skill of their own.
     */
    static List<String> unanswered(List<StaffingRow> staffing, List<Operator> employed) {
        if (employed.isEmpty()) {
            return List.of();
        }
        var skills = employed.stream()
                .flatMap(operator -> operator.groupsAnswered().stream())
                .collect(Collectors.toSet());
        return staffing.stream()
                .filter(row -> row.offeredErlangs() > 0)
                .map(StaffingRow::group)
                .filter(group -> !group.equals(DayLoad.NETWORK) && !group.equals(DayLoad.NO_GROUP))
                .filter(group -> !skills.contains(group))
                .distinct()
                .sorted()
                .toList();
    }

    private RosterPlan plan(TeamWeek team) {
        var rostering = config.rostering(team.employees().size());
        var random = RandomGeneratorFactory.of(GENERATOR).create(config.seed());
        try {
            return rostering
                    .plan(team.need(), team.employees(), team.considerations(), random)
                    .withLeastUnder(rostering.leastUnderstaffing(team.need(), team.employees(), team.considerations()));
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

    /** The team of each operator who is on one. */
    Map<String, String> teams(List<StaffingRow> staffing, List<Operator> operators, List<Shift> shifts) {
        var workforce = new Workforce(firstDay, zone, shifts, config, sundays);
        return TeamWeek.byOperator(TeamWeek.all(staffing, workforce, operators, Map.of()));
    }

    /**
     * The pieces of the plans as rows of the table.
     *
     * @param teams the team of each operator
     */
    static List<RosterRow> rows(List<RosterPlan> plans, Map<String, String> teams) {
        return plans.stream()
                .flatMap(plan -> plan.pieces().stream().map(piece -> RosterRows.row(plan.firstDay(), piece, teams)))
                .toList();
    }
}
