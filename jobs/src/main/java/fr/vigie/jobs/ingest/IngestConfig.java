package fr.vigie.jobs.ingest;

/**
 * How files are read.
 *
 * @param country the country of phone numbers without a country code, two letters
 * @param rejectLimit rejects in one ingest above which the command exits with 3
 */
public record IngestConfig(String country, long rejectLimit) {
    public IngestConfig {
        if (!country.matches("[A-Z]{2}")) {
            throw new IllegalArgumentException("The country (%s) must be two capital letters.".formatted(country));
        }
        if (rejectLimit < 0) {
            throw new IllegalArgumentException("The reject limit (%d) must not be negative.".formatted(rejectLimit));
        }
    }
}
