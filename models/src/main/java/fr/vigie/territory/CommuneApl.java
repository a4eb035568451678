package fr.vigie.territory;

import fr.vigie.input.Commune;
import java.util.Map;

/**
 * The accessibility of a commune.
 *
 * @param commune the commune
 * @param apl consultations a year and standardised inhabitant, in each scenario that the ages allow
 */
public record CommuneApl(Commune commune, Map<SupplyScenario, Double> apl) {
    public CommuneApl {
        apl = Map.copyOf(apl);
    }

    /** What the commune weighs in a mean: its standardised population, its population where that is not known. */
    public static double weight(Commune commune) {
        return commune.standardisedPopulation() == null ? commune.population() : commune.standardisedPopulation();
    }
}
