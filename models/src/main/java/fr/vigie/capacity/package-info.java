/**
 * Whom to hire when: one to two years of demand and supply by month, simulated.
 *
 * <p>{@link fr.vigie.capacity.Demand} is the calls to come, {@link fr.vigie.capacity.NeedCurve} the hours on the phone that
 * they take, {@link fr.vigie.capacity.Attrition} how long operators stay, {@link fr.vigie.capacity.Hiring} how newcomers come
 * to answer; {@link fr.vigie.capacity.CapacitySimulation} draws paths of all of them and looks for the least hires.
 */
@NullMarked
package fr.vigie.capacity;

import org.jspecify.annotations.NullMarked;
