package fr.vigie.jobs.ingest;

import fr.vigie.jobs.format.Limits;
import fr.vigie.privacy.PhoneNumbers;

/**
 * How files are read.
 *
 * @param country the country of phone numbers without a country code, two letters
 * @param rejectLimit rejects in one ingest above which the command exits with 3
 * @param longestRecord bytes of a record above which it is rejected
 * @param inflation how many times its size a compressed file may grow to
 */
public record IngestConfig(String country, long rejectLimit, int longestRecord, int inflation) {
    public IngestConfig {
        new PhoneNumbers(country);
        if (rejectLimit < 0) {
            throw new IllegalArgumentException("The reject limit (%d) must not be negative.".formatted(rejectLimit));
        }
        new Limits(longestRecord, inflation);
    }

    Limits limits() {
        return new Limits(longestRecord, inflation);
    }
}
