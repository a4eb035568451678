package fr.vigie.privacy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.linear.UnboundedSolutionException;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;

/** Who knows all that is shown, all sums, and that nothing is negative, and works out what is masked (simplex). */
final class Attacker {
    private final List<Integer> unknown;
    private final LinearConstraintSet known;

    Attacker(AdditiveTable table, BitSet masked) {
        this.unknown = masked.stream().boxed().toList();
        var equations = new ArrayList<LinearConstraint>();
        for (int sum = 0; sum < table.sums(); sum++) {
            var coefficients = new double[unknown.size()];
            double shown = 0;
            for (var term : table.terms(sum)) {
                int variable = unknown.indexOf(term.cell());
                if (variable >= 0) {
                    coefficients[variable] = term.sign();
                } else {
                    shown += term.sign() * table.cell(term.cell()).value();
                }
            }
            equations.add(new LinearConstraint(coefficients, Relationship.EQ, -shown));
        }
        this.known = new LinearConstraintSet(equations);
    }

    /** How far apart the largest and the smallest possible value of a masked cell are. */
    double doubt(int cell) {
        return bound(cell, GoalType.MAXIMIZE) - bound(cell, GoalType.MINIMIZE);
    }

    private double bound(int cell, GoalType goal) {
        var objective = new double[unknown.size()];
        objective[unknown.indexOf(cell)] = 1;
        try {
            return new SimplexSolver()
                    .optimize(new LinearObjectiveFunction(objective, 0), known, goal, new NonNegativeConstraint(true))
                    .getValue();
        } catch (UnboundedSolutionException e) {
            return Double.POSITIVE_INFINITY;
        }
    }
}
