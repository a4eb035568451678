package fr.vigie.staffing;

import java.util.Locale;

/** The checks that the constructors of this package share. */
final class Argument {
    private Argument() {}

    /** More agents than any one team has. */
    static final int MOST_AGENTS = 1_000_000;

    /** More erlangs than there are telephones. */
    static final double MOST_ERLANGS = 1e9;

    private static final double SHORTEST = 1e-9;
    private static final double LONGEST = 1e12;

    /** A load in erlangs. */
    static void load(double erlangs) {
        if (!(erlangs > 0 && erlangs <= MOST_ERLANGS)) {
            throw wrong(
                    "The offered load (%s) must be above 0 and at most %s erlangs."
                            .formatted(number(erlangs), number(MOST_ERLANGS)),
                    erlangs > 0
                            ? "Maybe the handling time is not in seconds."
                            : "Maybe there are no calls to size for.");
        }
    }

    /** A mean time that something takes. */
    static void seconds(String name, double value, String advice) {
        if (!(value >= SHORTEST && value <= LONGEST)) {
            throw wrong(
                    "The %s (%s) must be between %s and %s seconds."
                            .formatted(name, number(value), SHORTEST, number(LONGEST)),
                    advice);
        }
    }

    /** Agents on the phone at the same time. */
    static void agents(int agents) {
        if (agents < 1 || agents > MOST_AGENTS) {
            throw wrong(
                    "The agents (%d) must be between 1 and %d.".formatted(agents, MOST_AGENTS),
                    "Maybe 1 is meant, or a figure got into the wrong place.");
        }
    }

    static void positive(String name, double value, String advice) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw wrong("The %s (%s) must be positive and finite.".formatted(name, number(value)), advice);
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
