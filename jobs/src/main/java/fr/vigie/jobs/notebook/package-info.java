/** The lake for notebooks: tables in memory, without Spark. */
@NullMarked
package fr.vigie.jobs.notebook;

import org.jspecify.annotations.NullMarked;
