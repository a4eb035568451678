/** What the launcher runs before the first command: nothing here is called by a command. */
@NullMarked
package fr.vigie.jobs.launch;

import org.jspecify.annotations.NullMarked;
