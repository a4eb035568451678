/** How files are written: each format turns them into raw records under the canonical column names. */
@NullMarked
package fr.vigie.jobs.format;

import org.jspecify.annotations.NullMarked;
