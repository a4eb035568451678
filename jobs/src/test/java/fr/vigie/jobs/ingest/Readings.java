package fr.vigie.jobs.ingest;

import fr.vigie.input.InputKind;
import fr.vigie.jobs.KeyRing;
import fr.vigie.jobs.format.Format;
import fr.vigie.privacy.PseudonymKey;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How files are read where nobody is forgotten, nothing purged and every practice known. */
final class Readings {
    static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private Readings() {}

    static Reading of(InputKind kind, Format format, ZoneId zone) {
        return of(kind, format, zone, null);
    }

    static Reading of(InputKind kind, Format format, ZoneId zone, @Nullable LocalDate purgedBefore) {
        return new Reading(
                "test",
                format,
                RowBinder.wanted(kind, zone),
                PARIS,
                "FR",
                new KeyRing(PseudonymKey.of("cle-de-test-non-secrete"), List.of()),
                new Forgotten(Map.of()),
                purgedBefore,
                null);
    }
}
