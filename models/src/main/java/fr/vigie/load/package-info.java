/** Call load: what counts as offered, a redial, in time. */
@NullMarked
package fr.vigie.load;

import org.jspecify.annotations.NullMarked;
