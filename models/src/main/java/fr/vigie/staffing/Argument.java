package fr.vigie.staffing;

import java.util.Locale;

/** The checks that the constructors of this package share. */
final class Argument {
    private Argument() {}

    static void positive(String name, double value, String advice) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw wrong("The %s (%s) must be positive and finite.".formatted(name, number(value)), advice);
        }
    }

    static void positive(String name, int value, String advice) {
        if (value <= 0) {
            throw wrong("The %s (%d) must be positive.".formatted(name, value), advice);
        }
    }

    static void notNegative(String name, double value, String advice) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw wrong("The %s (%s) must be zero or more and finite.".formatted(name, number(value)), advice);
        }
    }

    static void share(String name, double value, String advice) {
        if (!(value >= 0 && value <= 1)) {
            throw wrong("The %s (%s) must be between 0 and 1.".formatted(name, number(value)), advice);
        }
    }

    static void openShare(String name, double value, String advice) {
        if (!(value > 0 && value < 1)) {
            throw wrong("The %s (%s) must be above 0 and below 1.".formatted(name, number(value)), advice);
        }
    }

    private static IllegalArgumentException wrong(String what, String advice) {
        return new IllegalArgumentException(what + "\n" + advice);
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.format(Locale.ROOT, "%.0f", value)
                : Double.toString(value);
    }
}
