/** A phone call to a practice: its outcome, what was asked and how it ended. */
@NullMarked
package fr.vigie.call;

import org.jspecify.annotations.NullMarked;
