package fr.vigie.roster.solver;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import fr.vigie.roster.benchmark.Schedule;
import fr.vigie.roster.benchmark.ShiftProblem;
import fr.vigie.roster.benchmark.StaffMember;
import fr.vigie.roster.benchmark.Wish;
import java.util.Arrays;
import java.util.function.Predicate;

/**
 * The problem as a constraint model: one variable a person, day and shift; rules on runs of days as clauses over windows;
 * people missing and too many as slack.
 */
final class ShiftModel {
    private static final int WEEK = 7;
    private static final int SATURDAY = 5;

    private final ShiftProblem problem;
    private final CpModel model = new CpModel();

    /** By person, day and shift. */
    private final BoolVar[][][] assigned;

    /** By person and day: whether somebody works. */
    private final BoolVar[][] works;

    /**
     * The whole problem.
     *
     * @param bound a penalty that is known to be the least one possible, or below it
     */
    ShiftModel(ShiftProblem problem, long bound) {
        this.problem = problem;
        int staff = problem.staff().size();
        assigned = new BoolVar[staff][problem.days()][problem.shifts().size()];
        works = new BoolVar[staff][problem.days()];
        for (int s = 0; s < staff; s++) {
            atMostOneShiftADay(s);
            var member = problem.staff().get(s);
            daysOff(s, member);
            shiftsMayFollow(s);
            shiftsAndMinutes(s, member);
            runs(s, member);
            weekends(s, member);
        }
        var penalty = wishesAndCover();
        model.addGreaterOrEqual(penalty, bound);
        model.minimize(penalty);
    }

    CpModel model() {
        return model;
    }

    /** Tells the solver where to begin. */
    void hint(Schedule schedule) {
        eachVariable((variable, staff, day, shift) -> model.addHint(variable, schedule.shift(staff, day) == shift));
    }

    /** The schedule in which the assignments are those that hold. */
    Schedule schedule(Predicate<Literal> holds) {
        var rows = new int[assigned.length][problem.days()];
        for (var row : rows) {
            Arrays.fill(row, Schedule.FREE);
        }
        eachVariable((variable, staff, day, shift) -> {
            if (holds.test(variable)) {
                rows[staff][day] = shift;
            }
        });
        return Schedule.of(rows);
    }

    private interface Visitor {
        void visit(BoolVar variable, int staff, int day, int shift);
    }

    private void eachVariable(Visitor visitor) {
        for (int staff = 0; staff < assigned.length; staff++) {
            for (int day = 0; day < problem.days(); day++) {
                for (int shift = 0; shift < assigned[staff][day].length; shift++) {
                    visitor.visit(assigned[staff][day][shift], staff, day, shift);
                }
            }
        }
    }

    private void atMostOneShiftADay(int staff) {
        for (int day = 0; day < problem.days(); day++) {
            works[staff][day] = model.newBoolVar("");
            for (int shift = 0; shift < problem.shifts().size(); shift++) {
                assigned[staff][day][shift] = model.newBoolVar("");
            }
            model.addEquality(LinearExpr.sum(assigned[staff][day]), works[staff][day]);
        }
    }

    private void daysOff(int staff, StaffMember member) {
        for (int day : member.daysOff()) {
            model.addEquality(works[staff][day], 0);
        }
    }

    private void shiftsMayFollow(int staff) {
        for (int day = 1; day < problem.days(); day++) {
            for (int first = 0; first < problem.shifts().size(); first++) {
                for (int next = 0; next < problem.shifts().size(); next++) {
                    if (!problem.mayFollow(first, next)) {
                        model.addBoolOr(
                                new Literal[] {assigned[staff][day - 1][first].not(), assigned[staff][day][next].not()
                                });
                    }
                }
            }
        }
    }

    private void shiftsAndMinutes(int staff, StaffMember member) {
        var minutes = LinearExpr.newBuilder();
        for (int shift = 0; shift < problem.shifts().size(); shift++) {
            var count = LinearExpr.newBuilder();
            for (int day = 0; day < problem.days(); day++) {
                count.add(assigned[staff][day][shift]);
                minutes.addTerm(
                        assigned[staff][day][shift], problem.shifts().get(shift).minutes());
            }
            if (member.mostShifts().get(shift) < problem.days()) {
                model.addLessOrEqual(count, member.mostShifts().get(shift));
            }
        }
        model.addLinearConstraint(minutes, member.leastMinutes(), member.mostMinutes());
    }

    private void runs(int staff, StaffMember member) {
        var work = works[staff];
        for (int from = 0; from + member.mostInARow() < problem.days(); from++) {
            var window = new Literal[member.mostInARow() + 1];
            for (int i = 0; i < window.length; i++) {
                window[i] = work[from + i].not();
            }
            model.addBoolOr(window);
        }
        for (int length = 1; length < member.leastInARow(); length++) {
            noRunOf(length, work, true);
        }
        for (int length = 1; length < member.leastDaysOff(); length++) {
            noRunOf(length, work, false);
        }
    }

    /** No run of days at work, or off, of that length strictly inside the horizon. */
    private void noRunOf(int length, BoolVar[] work, boolean atWork) {
        for (int from = 1; from + length < problem.days(); from++) {
            var clause = new Literal[length + 2];
            clause[0] = atWork ? work[from - 1] : work[from - 1].not();
            for (int i = 0; i < length; i++) {
                clause[i + 1] = atWork ? work[from + i].not() : work[from + i];
            }
            clause[length + 1] = atWork ? work[from + length] : work[from + length].not();
            model.addBoolOr(clause);
        }
    }

    private void weekends(int staff, StaffMember member) {
        var count = LinearExpr.newBuilder();
        for (int saturday = SATURDAY; saturday < problem.days(); saturday += WEEK) {
            var weekend = model.newBoolVar("");
            model.addImplication(works[staff][saturday], weekend);
            if (saturday + 1 < problem.days()) {
                model.addImplication(works[staff][saturday + 1], weekend);
            }
            count.add(weekend);
        }
        model.addLessOrEqual(count, member.mostWeekends());
    }

    private LinearExprBuilder wishesAndCover() {
        var penalty = LinearExpr.newBuilder();
        for (var wish : problem.wishes()) {
            var variable = assigned[wish.staff()][wish.day()][wish.shift()];
            penalty.addTerm(wish.kind() == Wish.Kind.ON ? variable.not() : variable, wish.weight());
        }
        int staff = problem.staff().size();
        for (var cover : problem.covers()) {
            var under = model.newIntVar(0, cover.required(), "");
            var over = model.newIntVar(0, Math.max(0, staff - cover.required()), "");
            var people = LinearExpr.newBuilder();
            for (int s = 0; s < staff; s++) {
                people.add(assigned[s][cover.day()][cover.shift()]);
            }
            model.addEquality(people.add(under).addTerm(over, -1), cover.required());
            penalty.addTerm(under, cover.underWeight()).addTerm(over, cover.overWeight());
        }
        return penalty;
    }
}
