/** Failures that their reader can mend. */
@NullMarked
package fr.vigie.jobs.error;

import org.jspecify.annotations.NullMarked;
