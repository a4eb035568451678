/** Territory: calls of agreed practices, communes and all doctors to figures that may be published. */
@NullMarked
package fr.vigie.jobs.territory;

import org.jspecify.annotations.NullMarked;
