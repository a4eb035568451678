package fr.vigie.territory;

/**
 * So many of so many, with the 95 % interval of Wilson (1927), which stays within 0 and 1.
 *
 * @param part of these
 * @param whole out of these, at least {@code part}
 */
record Proportion(long part, long whole) {
    private static final double Z = 1.959963984540054;

    Proportion {
        if (part < 0 || part > whole) {
            throw new IllegalArgumentException(
                    "The part (%d) must be from 0 to the whole (%d).".formatted(part, whole));
        }
    }

    double value() {
        return (double) part / whole;
    }

    double low() {
        return part == 0 ? 0 : centre() - halfWidth();
    }

    double high() {
        return part == whole ? 1 : centre() + halfWidth();
    }

    private double centre() {
        return (value() + Z * Z / (2 * whole)) / (1 + Z * Z / whole);
    }

    private double halfWidth() {
        double p = value();
        return Z / (1 + Z * Z / whole) * Math.sqrt(p * (1 - p) / whole + Z * Z / (4.0 * whole * whole));
    }
}
