package fr.vigie.staffing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.junit.jupiter.api.Test;

class QuietHoursTest {
    private static final double HOUR = 3600;

    @Test
    void agentsBeyondTheNeedHaveTime() {
        var quiet = QuietHours.beyond(List.of(10, 12, 8), List.of(8, 12, 9), 1800, 0.85);
        assertEquals(List.of(2 * 1800 * 0.85, 0.0, 0.0), quiet.spareSeconds());
    }

    @Test
    void workThatIsDueFirstIsDoneFirst() {
        var quiet = new QuietHours(List.of(600.0, 600.0, 600.0));
        var fit = quiet.fit(List.of(new SideWork("mail", 0, 2, 900), new SideWork("chat", 1, 1, 500)));
        assertEquals(List.of(600.0, 600.0, 200.0), fit.doneSeconds());
        assertEquals(0, fit.lateSeconds(), 1e-9);
    }

    @Test
    void whatFindsNoTimeIsLateAndTakesNoneFromTheRest() {
        var quiet = new QuietHours(List.of(0.0, 100.0, 600.0));
        var fit = quiet.fit(List.of(new SideWork("callback", 0, 1, 300), new SideWork("mail", 0, 5, 600)));
        assertEquals(List.of(new SideWork("callback", 0, 1, 200)), fit.late());
        assertEquals(List.of(0.0, 100.0, 600.0), fit.doneSeconds());
    }

    @Test
    void workIsNotDoneBeforeItComes() {
        var fit = new QuietHours(List.of(HOUR, HOUR, 0.0)).fit(List.of(new SideWork("form", 2, 2, 60)));
        assertEquals(List.of(0.0, 0.0, 0.0), fit.doneSeconds());
        assertEquals(60, fit.lateSeconds(), 1e-9);
    }

    @Test
    void noOtherOrderDoesMoreInTime() {
        var random = new SplittableRandom(5);
        for (int times = 0; times < 60; times++) {
            int intervals = 6;
            var spare = new ArrayList<Double>();
            for (int t = 0; t < intervals; t++) {
                spare.add((double) random.nextInt(0, 20));
            }
            var work = new ArrayList<SideWork>();
            for (int k = 0; k < 7; k++) {
                int arrives = random.nextInt(intervals);
                work.add(new SideWork("w" + k, arrives, random.nextInt(arrives, intervals), random.nextInt(1, 25)));
            }
            double all = work.stream().mapToDouble(SideWork::seconds).sum();
            var fit = new QuietHours(spare).fit(work);
            assertEquals(most(spare, work), all - fit.lateSeconds(), 1e-6);
            assertEquals(
                    all,
                    fit.lateSeconds()
                            + fit.doneSeconds().stream().mapToDouble(d -> d).sum(),
                    1e-6);
        }
    }

    /** The most work that can be done in time, as a linear programme. */
    private static double most(List<Double> spare, List<SideWork> work) {
        int n = spare.size();
        var goal = new double[n * work.size()];
        var constraints = new ArrayList<LinearConstraint>();
        for (int k = 0; k < work.size(); k++) {
            var own = new double[goal.length];
            for (int t = work.get(k).arrives(); t <= work.get(k).due(); t++) {
                goal[k * n + t] = 1;
                own[k * n + t] = 1;
            }
            constraints.add(
                    new LinearConstraint(own, Relationship.LEQ, work.get(k).seconds()));
        }
        for (int t = 0; t < n; t++) {
            var at = new double[goal.length];
            for (int k = 0; k < work.size(); k++) {
                at[k * n + t] = 1;
            }
            constraints.add(new LinearConstraint(at, Relationship.LEQ, spare.get(t)));
        }
        return new SimplexSolver()
                .optimize(
                        new MaxIter(10_000),
                        new LinearObjectiveFunction(goal, 0),
                        new LinearConstraintSet(constraints),
                        GoalType.MAXIMIZE,
                        new NonNegativeConstraint(true))
                .getValue();
    }

    @Test
    void agentsAreAddedUntilNothingIsLate() {
        var quiet = new QuietHours(List.of(0.0, 0.0, 1800.0, 0.0));
        var work = List.of(
                new SideWork("chat", 0, 0, 300), new SideWork("mail", 0, 3, 5400), new SideWork("callback", 1, 2, 900));
        var added = quiet.agentsToAdd(work, 1800);
        // 6600 s of work and 1800 s of time leave 4800 s: three agents at least, and the chat needs one at once.
        assertEquals(3, added.stream().mapToInt(a -> a).sum());
        assertEquals(1, Math.min(1, added.get(0)));
        var more = new ArrayList<Double>();
        for (int t = 0; t < 4; t++) {
            more.add(quiet.spareSeconds().get(t) + added.get(t) * 1800.0);
        }
        assertEquals(0, new QuietHours(more).fit(work).lateSeconds(), 1e-9);
        assertTrue(quiet.agentsToAdd(List.of(), 1800).stream().allMatch(a -> a == 0));
    }

    @Test
    void badInputIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new SideWork("mail", 3, 2, 60));
        assertThrows(IllegalArgumentException.class, () -> new SideWork("mail", 0, 2, -60));
        assertThrows(IllegalArgumentException.class, () -> new QuietHours(List.of(-1.0)));
        assertThrows(IllegalArgumentException.class, () -> QuietHours.beyond(List.of(1), List.of(), 1800, 1));
        assertThrows(IllegalArgumentException.class, () -> new QuietHours(List.of(1.0))
                .agentsToAdd(List.of(new SideWork("mail", 1, 2, 60)), 1800));
    }
}
