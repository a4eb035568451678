package fr.vigie.capacity;

/** The checks that the constructors of this package share. */
final class Require {
    private Require() {}

    static void positive(String name, double value, String advice) {
        that(value > 0 && value < Double.POSITIVE_INFINITY, name, value, "must be positive and finite", advice);
    }

    static void notNegative(String name, double value, String advice) {
        that(value >= 0 && value < Double.POSITIVE_INFINITY, name, value, "must be zero or more and finite", advice);
    }

    static void finite(String name, double value, String advice) {
        that(Double.isFinite(value), name, value, "must be finite", advice);
    }

    static void share(String name, double value, String advice) {
        that(value >= 0 && value <= 1, name, value, "must be between 0 and 1", advice);
    }

    static void between(String name, int value, int least, int most, String advice) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "The %s (%d) must be between %d and %d.\n%s".formatted(name, value, least, most, advice));
        }
    }

    private static void that(boolean holds, String name, double value, String must, String advice) {
        if (!holds) {
            throw new IllegalArgumentException("The %s (%s) %s.\n%s".formatted(name, value, must, advice));
        }
    }
}
