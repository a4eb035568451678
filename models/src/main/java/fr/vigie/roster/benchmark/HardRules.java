package fr.vigie.roster.benchmark;

import java.util.ArrayList;
import java.util.List;

/** What no schedule may break. Each rule counts by how much it is broken: days, shifts or weekends too many or too few. */
public final class HardRules {
    private static final int WEEK = 7;
    private static final int SATURDAY = 5;

    private final ShiftProblem problem;
    private final StaffMember member;
    private final int[] row;

    private HardRules(ShiftProblem problem, StaffMember member, int[] row) {
        this.problem = problem;
        this.member = member;
        this.row = row;
    }

    /** A sentence for each rule that a schedule breaks; none if it is feasible. */
    public static List<String> brokenBy(ShiftProblem problem, Schedule schedule) {
        var broken = new ArrayList<String>();
        var rows = schedule.toArray();
        for (int staff = 0; staff < rows.length; staff++) {
            var member = problem.staff().get(staff);
            var rules = new HardRules(problem, member, rows[staff]);
            rules.tell(broken, rules.daysOffWorked(), "works on days that must be free");
            rules.tell(broken, rules.forbiddenSuccessions(), "works shifts that may not follow one another");
            rules.tell(broken, rules.shiftsTooMany(), "works a shift more often than allowed");
            rules.tell(broken, rules.minutesTooMany(), "works too many minutes");
            rules.tell(broken, rules.minutesTooFew(), "works too few minutes");
            rules.tell(broken, rules.daysInARowTooMany(), "works too many days in a row");
            rules.tell(broken, rules.daysInARowTooFew(), "works too few days in a row");
            rules.tell(broken, rules.daysOffTooFew(), "has too few days off in a row");
            rules.tell(broken, rules.weekendsTooMany(), "works on too many weekends");
        }
        return broken;
    }

    /** How much one person's days, a shift or {@link Schedule#FREE} each, break: zero for a row that keeps all rules. */
    public static int excess(ShiftProblem problem, int staff, int[] row) {
        var rules = new HardRules(problem, problem.staff().get(staff), row);
        int shortest = problem.shortestMinutes();
        return rules.daysOffWorked()
                + rules.forbiddenSuccessions()
                + rules.shiftsTooMany()
                + -Math.floorDiv(-rules.minutesTooMany(), shortest)
                + -Math.floorDiv(-rules.minutesTooFew(), shortest)
                + rules.daysInARowTooMany()
                + rules.daysInARowTooFew()
                + rules.daysOffTooFew()
                + rules.weekendsTooMany();
    }

    private void tell(List<String> broken, int excess, String what) {
        if (excess > 0) {
            broken.add("%s %s (%d).".formatted(member.id(), what, excess));
        }
    }

    private boolean works(int day) {
        return row[day] != Schedule.FREE;
    }

    private int daysOffWorked() {
        int count = 0;
        for (int day : member.daysOff()) {
            count += works(day) ? 1 : 0;
        }
        return count;
    }

    private int forbiddenSuccessions() {
        int count = 0;
        for (int day = 1; day < row.length; day++) {
            count += works(day - 1) && works(day) && !problem.mayFollow(row[day - 1], row[day]) ? 1 : 0;
        }
        return count;
    }

    private int shiftsTooMany() {
        var worked = new int[problem.shifts().size()];
        for (int shift : row) {
            if (shift != Schedule.FREE) {
                worked[shift]++;
            }
        }
        int count = 0;
        for (int shift = 0; shift < worked.length; shift++) {
            count += Math.max(0, worked[shift] - member.mostShifts().get(shift));
        }
        return count;
    }

    private int minutes() {
        int minutes = 0;
        for (int shift : row) {
            minutes += shift == Schedule.FREE ? 0 : problem.shifts().get(shift).minutes();
        }
        return minutes;
    }

    private int minutesTooMany() {
        return Math.max(0, minutes() - member.mostMinutes());
    }

    private int minutesTooFew() {
        return Math.max(0, member.leastMinutes() - minutes());
    }

    private int daysInARowTooMany() {
        int count = 0;
        int run = 0;
        for (int day = 0; day < row.length; day++) {
            run = works(day) ? run + 1 : 0;
            count += run > member.mostInARow() ? 1 : 0;
        }
        return count;
    }

    private int daysInARowTooFew() {
        return missingInRuns(true, member.leastInARow());
    }

    private int daysOffTooFew() {
        return missingInRuns(false, member.leastDaysOff());
    }

    /** The days that runs strictly inside the horizon lack; those at its edges go on beyond it. */
    private int missingInRuns(boolean atWork, int least) {
        int count = 0;
        int from = 0;
        for (int day = 1; day <= row.length; day++) {
            if (day < row.length && works(day) == works(from)) {
                continue;
            }
            if (from > 0 && day < row.length && works(from) == atWork) {
                count += Math.max(0, least - (day - from));
            }
            from = day;
        }
        return count;
    }

    private int weekendsTooMany() {
        int count = 0;
        for (int saturday = SATURDAY; saturday < row.length; saturday += WEEK) {
            boolean sunday = saturday + 1 < row.length && works(saturday + 1);
            count += works(saturday) || sunday ? 1 : 0;
        }
        return Math.max(0, count - member.mostWeekends());
    }
}
