/** Roster: the need and the operators to who works when next week. */
@NullMarked
package fr.vigie.jobs.roster;

import org.jspecify.annotations.NullMarked;
