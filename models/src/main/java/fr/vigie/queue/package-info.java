/**
 * Queues where the formulas of {@link fr.vigie.staffing} do not hold: calls that wait when the lines open, loads that change
 * faster than a queue settles, several skills, breaks, patience that is not exponential.
 *
 * <p>{@link fr.vigie.queue.DiscreteEventSimulation} plays such a day call by call, {@link fr.vigie.queue.TransientErlangA}
 * computes it for one skill and exponential times, {@link fr.vigie.queue.DayStaffing} sizes a day with the one that
 * applies, and {@link fr.vigie.queue.KaplanMeier}, {@link fr.vigie.queue.PatienceFit} and
 * {@link fr.vigie.queue.RedialFit} learn from calls what callers do.
 */
@NullMarked
package fr.vigie.queue;

import org.jspecify.annotations.NullMarked;
