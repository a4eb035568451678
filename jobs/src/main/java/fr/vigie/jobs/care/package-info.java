/** Care: calls and presence to how worn out the teams' days were. */
@NullMarked
package fr.vigie.jobs.care;

import org.jspecify.annotations.NullMarked;
