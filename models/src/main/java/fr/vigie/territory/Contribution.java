package fr.vigie.territory;

import fr.vigie.input.Commune;
import org.jspecify.annotations.Nullable;

/**
 * What a commune, or a practice in it, adds to the territories around it.
 *
 * @param commune where
 * @param value how much, at least 0
 * @param units businesses behind it
 * @param largest the most that one of them adds
 * @param persons persons behind it, as far as is certain; empty where that rule does not apply
 */
record Contribution(Commune commune, double value, int units, double largest, @Nullable Long persons) {}
