package fr.vigie.territory;

import fr.vigie.input.Commune;
import java.util.Locale;
import java.util.Optional;

/** A way to cut the country into territories. */
public enum Mesh {
    /** Communes. */
    COMMUNE,

    /** Living and health territories, on which the medical zoning is decided. */
    TVS,

    /** Inter-municipalities; one may lie in several arrondissements. */
    EPCI,

    /** Arrondissements, which make up departments. */
    ARRONDISSEMENT,

    /** Departments. */
    DEPARTMENT;

    /** The territory in which a commune lies; empty where it is not known. */
    public Optional<String> of(Commune commune) {
        return Optional.ofNullable(
                switch (this) {
                    case COMMUNE -> commune.insee();
                    case TVS -> commune.tvs();
                    case EPCI -> commune.epci();
                    case ARRONDISSEMENT -> commune.arrondissement();
                    case DEPARTMENT -> commune.department();
                });
    }

    /** What people call that territory: its code where it has no other name. */
    public String name(Commune commune) {
        var name =
                switch (this) {
                    case COMMUNE -> commune.name();
                    case EPCI -> commune.epciName();
                    case TVS, ARRONDISSEMENT, DEPARTMENT -> null;
                };
        return name == null ? of(commune).orElse("") : name;
    }

    /** The mesh in tables and files, e.g. {@code epci}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
