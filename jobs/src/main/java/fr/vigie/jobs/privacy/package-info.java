/** Persons out of the lake: erasure of one, and limits of retention for all. */
@NullMarked
package fr.vigie.jobs.privacy;

import org.jspecify.annotations.NullMarked;
