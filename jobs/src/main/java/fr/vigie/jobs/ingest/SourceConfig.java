package fr.vigie.jobs.ingest;

import fr.vigie.input.InputKind;
import fr.vigie.jobs.format.Format;
import fr.vigie.jobs.format.VigieCsv;
import fr.vigie.privacy.PhoneNumbers;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A source of records.
 *
 * @param kind what its files hold
 * @param format how they are written; null: the canonical CSV
 * @param files names, patterns or folders, in the workspace or absolute; what {@code vigie run} reads. Null: none
 * @param zone of times without an offset; null: the service's
 * @param country of phone numbers without a country code; null: the one of the {@code ingest} block
 * @param undeclaredPractices what to do with calls to practices that no practices file declares; null: reject
 */
public record SourceConfig(
        InputKind kind,
        @Nullable Format format,
        @Nullable List<String> files,
        @Nullable ZoneId zone,
        @Nullable String country,
        @Nullable UndeclaredPractices undeclaredPractices) {

    public SourceConfig {
        if (country != null) {
            new PhoneNumbers(country);
        }
        if (format != null && kind != null) {
            format.check(RowBinder.wanted(kind, ZoneOffset.UTC));
        }
    }

    /** What to do with calls to practices that no practices file declares. */
    public enum UndeclaredPractices {
        REJECT,
        ACCEPT
    }

    /** A source that nobody configured: canonical CSV. */
    static SourceConfig canonical(InputKind kind) {
        return new SourceConfig(kind, new VigieCsv(), List.of(), null, null, null);
    }

    /** The same source, its files written in another format. */
    SourceConfig in(Format other) {
        return new SourceConfig(kind, other, files, zone, country, undeclaredPractices);
    }

    Format formatOrCanonical() {
        return format == null ? new VigieCsv() : format;
    }

    /** The country of its numbers, or that of a service that it does not differ from. */
    public String countryOr(String service) {
        return country == null ? service : country;
    }

    UndeclaredPractices undeclaredOrReject() {
        return undeclaredPractices == null ? UndeclaredPractices.REJECT : undeclaredPractices;
    }
}
