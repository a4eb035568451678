package fr.vigie.territory;

import fr.vigie.input.Commune;
import org.jspecify.annotations.Nullable;

/** Communes for tests. */
final class Communes {
    private Communes() {}

    static Commune at(String insee, String department, @Nullable String arrondissement, @Nullable String epci) {
        return of(insee, department, arrondissement, epci, 1000, null);
    }

    static Commune of(
            String insee,
            String department,
            @Nullable String arrondissement,
            @Nullable String epci,
            int population,
            @Nullable Double apl) {
        return new Commune(
                insee,
                "Commune " + insee,
                department,
                epci,
                epci == null ? null : "CC " + epci,
                arrondissement,
                null,
                null,
                population,
                (double) population,
                50.0,
                3.0,
                null,
                apl,
                apl == null ? null : 2018);
    }
}
