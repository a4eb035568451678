package fr.vigie.roster.solver;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolverParameters;
import com.google.ortools.linearsolver.MPVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * A linear program of set covering with slack: columns, each of a group of people, cover needs; each group has as many as it
 * has people; what is missing or too much is paid for. Needs OR-Tools, see {@link ShiftSolvers#whyNotTheBest}.
 */
public final class CoverProgram implements AutoCloseable {
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    private final MPSolver solver = MPSolver.createSolver("GLOP");
    private final MPSolverParameters parameters = parameters();
    private final MPConstraint[] groups;
    private final MPConstraint[] needs;
    private final List<MPVariable> columns = new ArrayList<>();
    private double[] shares = new double[0];
    private double[] prices = new double[0];
    private double[] worths = new double[0];

    /**
     * A need for people.
     *
     * @param people how many; negative where others make it more than met
     * @param under what each one missing costs
     * @param over what each one too many costs
     */
    public record Level(int people, double under, double over) {}

    /**
     * A program without columns.
     *
     * @param groups the number of people of each group
     * @param needs what to cover
     * @param nobody what it costs to have no column for somebody: more than any solution
     */
    public CoverProgram(int[] groups, List<Level> needs, double nobody) {
        this(groups, needs, group -> nobody);
    }

    /**
     * A program without columns.
     *
     * @param groups the number of people of each group
     * @param needs what to cover
     * @param nobody what it costs to have no column for somebody of a group
     */
    public CoverProgram(int[] groups, List<Level> needs, IntToDoubleFunction nobody) {
        this.groups = new MPConstraint[groups.length];
        for (int g = 0; g < groups.length; g++) {
            this.groups[g] = solver.makeConstraint(groups[g], groups[g]);
            slack(this.groups[g], 1, nobody.applyAsDouble(g));
        }
        this.needs = new MPConstraint[needs.size()];
        for (int n = 0; n < this.needs.length; n++) {
            var need = needs.get(n);
            this.needs[n] = solver.makeConstraint(need.people(), need.people());
            slack(this.needs[n], 1, need.under());
            slack(this.needs[n], -1, need.over());
        }
        solver.objective().setMinimization();
    }

    /** Each solution begins from the last one only if nothing is done to the program before. */
    private static MPSolverParameters parameters() {
        var parameters = new MPSolverParameters();
        parameters.setIntegerParam(
                MPSolverParameters.IntegerParam.PRESOLVE, MPSolverParameters.PresolveValues.PRESOLVE_OFF.swigValue());
        parameters.setIntegerParam(
                MPSolverParameters.IntegerParam.SCALING, MPSolverParameters.ScalingValues.SCALING_OFF.swigValue());
        parameters.setIntegerParam(
                MPSolverParameters.IntegerParam.LP_ALGORITHM, MPSolverParameters.LpAlgorithmValues.PRIMAL.swigValue());
        return parameters;
    }

    private void slack(MPConstraint constraint, int sign, double cost) {
        var slack = solver.makeNumVar(0, INFINITY, "");
        constraint.setCoefficient(slack, sign);
        solver.objective().setCoefficient(slack, cost);
    }

    /** Adds a column of a group that meets some needs; columns are counted from 0 as they come. */
    public void add(int group, double cost, int[] met) {
        add(new int[] {group}, new int[] {1}, cost, met);
    }

    /** Adds a column that takes more than one, or from more than one group. */
    public void add(int[] of, int[] taken, double cost, int[] met) {
        var column = solver.makeNumVar(0, INFINITY, "");
        for (int g = 0; g < of.length; g++) {
            groups[of[g]].setCoefficient(column, taken[g]);
        }
        for (int need : met) {
            needs[need].setCoefficient(column, 1);
        }
        solver.objective().setCoefficient(column, cost);
        columns.add(column);
    }

    /** Solves the program and gives its value. */
    public double solve() {
        var status = solver.solve(parameters);
        if (status != MPSolver.ResultStatus.OPTIMAL) {
            throw new IllegalStateException("The linear solver ended with %s.".formatted(status));
        }
        // They can be asked for only until something is changed.
        shares = columns.stream().mapToDouble(MPVariable::solutionValue).toArray();
        prices = Arrays.stream(groups).mapToDouble(MPConstraint::dualValue).toArray();
        worths = Arrays.stream(needs).mapToDouble(MPConstraint::dualValue).toArray();
        return solver.objective().value();
    }

    /** How often a column is in the last solution. */
    public double share(int column) {
        return shares[column];
    }

    /** What a column of a group may cost at most to better the last solution, before what it earns by the needs. */
    public double price(int group) {
        return prices[group];
    }

    /** What one more person for a need is worth in the last solution. */
    public double worth(int need) {
        return worths[need];
    }

    /** Has a column once at least. */
    public void fix(int column) {
        atLeast(column, 1);
    }

    /** Has a column so many times at least. */
    public void atLeast(int column, int times) {
        columns.get(column).setLb(times);
    }

    /** The columns of the last solution. */
    public int size() {
        return shares.length;
    }

    @Override
    public void close() {
        parameters.delete();
        solver.delete();
    }
}
