/** Territories: who can reach a doctor, where that is about to end, and how the panel of clients bears it. */
@NullMarked
package fr.vigie.territory;

import org.jspecify.annotations.NullMarked;
