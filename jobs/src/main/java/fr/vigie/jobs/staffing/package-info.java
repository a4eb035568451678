/** Staffing: the forecast load to the operators that it needs, interval by interval. */
@NullMarked
package fr.vigie.jobs.staffing;

import org.jspecify.annotations.NullMarked;
