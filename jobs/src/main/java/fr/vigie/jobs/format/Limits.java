package fr.vigie.jobs.format;

import java.io.Serializable;

/**
 * How much a file may ask of the one who reads it.
 *
 * @param recordBytes the longest record, bytes; a longer one is rejected
 * @param inflation how many times its size a compressed file may grow to
 */
public record Limits(int recordBytes, int inflation) implements Serializable {
    private static final int LEAST_RECORD_BYTES = 1024;

    public Limits {
        if (recordBytes < LEAST_RECORD_BYTES || recordBytes > 1 << 30) {
            throw new IllegalArgumentException(
                    "The longest record (%d bytes) must be from 1024 bytes to 1 GiB.".formatted(recordBytes));
        }
        if (inflation < 1) {
            throw new IllegalArgumentException("The inflation (%d) must be at least 1.".formatted(inflation));
        }
    }

    /** What nothing but an attack or an accident comes near. */
    public static Limits usual() {
        return new Limits(1 << 20, 200);
    }
}
