/**
 * A simulated answering service: practices, callers, operators and doctors whose true rates are known.
 *
 * <p>{@link fr.vigie.simulate.Service} plays a {@link fr.vigie.simulate.ServicePlan} and hands every row of every
 * input file to a {@link fr.vigie.simulate.Sink}. The same plan gives the same rows, to the last second.
 */
@NullMarked
package fr.vigie.simulate;

import org.jspecify.annotations.NullMarked;
