/** The lake: its tables, their rows, reading and committing. */
@NullMarked
package fr.vigie.jobs.lake;

import org.jspecify.annotations.NullMarked;
