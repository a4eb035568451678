/**
 * Care for operators: how worn out a team's days are. Figures are of teams, never of persons, and a team of few is withheld.
 */
@NullMarked
package fr.vigie.care;

import org.jspecify.annotations.NullMarked;
