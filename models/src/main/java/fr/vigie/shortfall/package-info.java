/**
 * Why callers were not answered as promised: the gap between the service level that a plan promised and the one seen,
 * split among its causes.
 *
 * <p>An {@link fr.vigie.shortfall.Interval} is what was planned and what came; a {@link fr.vigie.shortfall.ServiceModel}
 * tells the service level of any mixture of both; {@link fr.vigie.shortfall.Shortfall} is the gap with its parts.
 */
@NullMarked
package fr.vigie.shortfall;

import org.jspecify.annotations.NullMarked;
