/**
 * How many agents a load of calls needs: the Erlang models, their sizing to several targets at once, and shrinkage.
 *
 * <p>A {@link fr.vigie.staffing.QueueModel} is a load; {@code with(agents)} is what its callers then live through; a
 * {@link fr.vigie.staffing.Sizing} looks for the least agents that meet all {@link fr.vigie.staffing.Target}s.
 */
@NullMarked
package fr.vigie.staffing;

import org.jspecify.annotations.NullMarked;
