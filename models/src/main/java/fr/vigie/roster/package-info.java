/**
 * Who works when: the labour rules, an independent check of any roster against them, and a planner of weeks.
 *
 * <p>A {@link fr.vigie.roster.Rule} is a sentence with its article; a {@link fr.vigie.roster.LabourProfile} is a list of
 * rules; {@link fr.vigie.roster.RosterCheck} judges pieces of shifts, wherever they come from;
 * {@link fr.vigie.roster.Rostering} turns a {@link fr.vigie.roster.Need} and {@link fr.vigie.roster.Employee}s into a
 * {@link fr.vigie.roster.RosterPlan}.
 */
@NullMarked
package fr.vigie.roster;

import org.jspecify.annotations.NullMarked;
