package fr.vigie.report;

import fr.vigie.territory.Territory;
import java.util.Optional;

/**
 * Where a commune lies and who lives there.
 *
 * @param commune its territory
 * @param epci the inter-municipality that it belongs to
 * @param latitude degrees north
 * @param longitude degrees east
 * @param population inhabitants
 */
public record Site(
        Territory commune, String name, Optional<Territory> epci, double latitude, double longitude, long population) {}
