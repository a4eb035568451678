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
        @Between(least = 0, most = 50_000_000) Integer population,
        @Between(least = 0, most = 50_000_000) @Nullable Double standardisedPopulation,
        @Between(least = -90, most = 90) @Nullable Double lat,
        @Between(least = -180, most = 180) @Nullable Double lon,
        @Nullable String zoning,
        @Between(least = 0, most = 1_000) @Nullable Double apl,
        @Between(least = 1_900, most = 2_100) @Nullable Integer aplYear)
        implements InputRow {}
