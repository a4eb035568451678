package fr.vigie.territory;

import fr.vigie.input.Commune;

/**
 * A practice that agreed to territorial figures, without its name.
 *
 * @param commune where it is
 * @param doctors its doctors, each counted at one practice only
 * @param restrictions the restrictions in force at the period's end (message only, no new patients, urgent only, closed)
 * @param callers different callers of the period, as far as numbers were shown
 * @param counts its calls
 */
public record PanelPractice(Commune commune, int doctors, int restrictions, long callers, PanelCounts counts) {}
