/**
 * Solvers of rostering problems: OR-Tools CP-SAT where its native library can be loaded, a local search elsewhere.
 *
 * <p>{@link fr.vigie.roster.solver.ShiftSolvers} chooses. Only {@link fr.vigie.roster.solver.CpSat} touches native code.
 */
@NullMarked
package fr.vigie.roster.solver;

import org.jspecify.annotations.NullMarked;
