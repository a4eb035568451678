package fr.vigie.input;

import org.jspecify.annotations.Nullable;

/**
 * A municipality.
 *
 * @param insee INSEE code, 5 characters
 * @param name its name
 * @param department e.g. {@code 59}
 * @param epci its inter-municipality
 * @param epciName that one's name
 * @param arrondissement its arrondissement
 * @param tvs its living and health territory
 * @param cpts its territorial health community
 * @param population inhabitants
 * @param standardisedPopulation inhabitants weighted by the care their age needs
 * @param lat degrees north
 * @param lon degrees east
 * @param zoning medical zoning
 * @param apl published accessibility (APL), consultations a year and standardised inhabitant
 * @param aplYear its year
 */
public record Commune(
        @Key String insee,
        String name,
        String department,
        @Nullable String epci,
        @Nullable String epciName,
        @Nullable String arrondissement,
        @Nullable String tvs,
        @Nullable String cpts,
        Integer population,
        @Nullable Double standardisedPopulation,
        @Nullable Double lat,
        @Nullable Double lon,
        @Nullable String zoning,
        @Nullable Double apl,
        @Nullable Integer aplYear)
        implements InputRow {}
