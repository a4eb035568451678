package fr.vigie.queue;

import java.util.List;

/** The checks that the constructors of this package share. */
final class Require {
    private Require() {}

    static void positive(String name, double value, String advice) {
        that(value > 0 && value < Double.POSITIVE_INFINITY, name, value, "must be positive and finite", advice);
    }

    static void notNegative(String name, double value, String advice) {
        that(value >= 0 && value < Double.POSITIVE_INFINITY, name, value, "must be zero or more and finite", advice);
    }

    static void share(String name, double value, String advice) {
        that(value >= 0 && value <= 1, name, value, "must be between 0 and 1", advice);
    }

    static void some(String name, List<?> values, String advice) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("There are no %s.\n%s".formatted(name, advice));
        }
    }

    static void sameLength(String name, int length, int expected) {
        if (length != expected) {
            throw new IllegalArgumentException(
                    "The %s (%d) must be as many as the rest (%d).\nMaybe a column is missing."
                            .formatted(name, length, expected));
        }
    }

    private static void that(boolean holds, String name, double value, String must, String advice) {
        if (!holds) {
            throw new IllegalArgumentException("The %s (%s) %s.\n%s".formatted(name, value, must, advice));
        }
    }
}
