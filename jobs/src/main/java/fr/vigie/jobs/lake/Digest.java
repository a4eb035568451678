package fr.vigie.jobs.lake;

import java.io.Serializable;
import java.math.BigDecimal;

/**
 * What a set of rows contains, whatever their order and partitioning: how many they are and the decimal sum of
 * {@code xxhash64} over each row.
 *
 * @param rows number of rows
 * @param sum sum of the rows' hashes
 */
public record Digest(long rows, BigDecimal sum) implements Serializable {
    /** Of no rows. */
    public static Digest none() {
        return new Digest(0, BigDecimal.ZERO);
    }

    /** Of these rows and others. */
    public Digest plus(Digest other) {
        return new Digest(rows + other.rows, sum.add(other.sum));
    }

    /** Of these rows without others that are among them. */
    public Digest minus(Digest other) {
        return new Digest(rows - other.rows, sum.subtract(other.sum));
    }

    /** Reads what {@link #toString} wrote. */
    public static Digest parse(String text) {
        int colon = text.indexOf(':');
        return new Digest(Long.parseLong(text.substring(0, colon)), new BigDecimal(text.substring(colon + 1)));
    }

    @Override
    public String toString() {
        return rows + ":" + sum.toPlainString();
    }
}
