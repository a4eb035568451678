/** Keeping people out of the figures: pseudonyms of callers, masked numbers and disclosure control of tables. */
@NullMarked
package fr.vigie.privacy;

import org.jspecify.annotations.NullMarked;
