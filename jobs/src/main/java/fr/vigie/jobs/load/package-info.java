/** Load: calls to counts and durations by interval and level. */
@NullMarked
package fr.vigie.jobs.load;

import org.jspecify.annotations.NullMarked;
