/** The command line: one thin file a command, without Spark in any signature. */
@NullMarked
package fr.vigie.jobs.cli;

import org.jspecify.annotations.NullMarked;
