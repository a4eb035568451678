package fr.vigie.report;

import fr.vigie.forecast.Footing;

/**
 * What the forecast of a practice rests on instead of its own calls, or why it has none.
 *
 * @param practice its id
 * @param name as readers know it; its id where it has none
 * @param footing the reason
 */
public record PracticeFooting(String practice, String name, Footing footing) {}
