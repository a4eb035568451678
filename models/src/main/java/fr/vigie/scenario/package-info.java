/**
 * What if: changes of a plan of calls and operators, and what callers and the budget then see beside the plan as it is.
 *
 * <p>A {@link fr.vigie.scenario.Plan} is load by interval, team and kind of request with the operators present; a {@link
 * fr.vigie.scenario.Change} makes another plan of it; {@link fr.vigie.scenario.Conditions} say what is promised and what an
 * hour costs, and judge a plan with the exact Erlang formulas interval by interval.
 */
@NullMarked
package fr.vigie.scenario;

import org.jspecify.annotations.NullMarked;
