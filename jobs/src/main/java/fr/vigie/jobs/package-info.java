/** The motion: stages that read tables and write tables, and what starts them. */
@NullMarked
package fr.vigie.jobs;

import org.jspecify.annotations.NullMarked;
