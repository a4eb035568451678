package fr.vigie.shortfall;

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

    private static void that(boolean holds, String name, double value, String must, String advice) {
        if (!holds) {
            throw new IllegalArgumentException("The %s (%s) %s.\n%s".formatted(name, value, must, advice));
        }
    }
}
