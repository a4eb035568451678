/** Regular series of calls: a timeline of half-open intervals, and what is known about each of them. */
@NullMarked
package fr.vigie.series;

import org.jspecify.annotations.NullMarked;
