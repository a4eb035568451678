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
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
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
        refuseMissingSkill(staffing, workforce.employed(operators));
        var plans = TeamWeek.all(staffing, workforce, operators).stream()
                .map(this::plan)
                .toList();
        check(workforce.employees(operators), plans, shifts);
        return plans;
    }

    /** A group that nobody could ever answer is a mistake in what is known, not a shortage. */
    private void refuseMissingSkill(List<StaffingRow> staffing, List<Operator> employed) {
        var skills = employed.stream()
                .flatMap(operator -> operator.groupsAnswered().stream())
                .collect(Collectors.toSet());
        staffing.stream()
                .filter(row -> row.agents() > 0 && !row.group().equals(DayLoad.NETWORK))
                .map(StaffingRow::group)
                .filter(group -> !employed.isEmpty() && !skills.contains(group))
                .min(Comparator.naturalOrder())
                .ifPresent(group -> {
                    throw UserError.failed(
                            "Nobody employed in the week of %s has the skill '%s', which its calls need.\nMaybe add it to their skills in the operators file, or set staffing.pooling to network."
                                    .formatted(firstDay, group));
                });
    }

    private RosterPlan plan(TeamWeek team) {
        var rostering = config.rostering();
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
