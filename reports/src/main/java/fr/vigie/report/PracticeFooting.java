package fr.vigie.report;

import fr.vigie.forecast.Footing;

/** What the forecast of a practice rests on instead of its own calls, or why it has none. */
public record PracticeFooting(String practice, Footing footing) {}
