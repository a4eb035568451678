package fr.vigie.jobs.lake;

import java.math.BigDecimal;

/**
 * What a set of rows contains, whatever their order and partitioning: how many they are and the decimal sum of
 * {@code xxhash64} over each row.
 *
 * @param rows number of rows
 * @param sum sum of the rows' hashes
 */
public record Digest(long rows, BigDecimal sum) {
    @Override
    public String toString() {
        return rows + ":" + sum.toPlainString();
    }
}
