package fr.vigie.jobs.lake;

import org.apache.iceberg.DataFile;

/**
 * A data file of a table with business dates.
 *
 * @param first the first date in it, days since 1970
 * @param last the last
 */
public record DatedFile(DataFile file, int first, int last) {
    DaySpans.Span span() {
        return new DaySpans.Span(first, last);
    }
}
