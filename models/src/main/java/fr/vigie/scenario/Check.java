package fr.vigie.scenario;

/** The checks that the constructors of this package share. */
final class Check {
    private Check() {}

    static void share(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(
                    "The %s (%s) must be between 0 and 100 %%.\nMaybe write 40%% or 0.4.".formatted(name, value));
        }
    }

    static void notNegative(String name, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "The %s (%s) must be zero or more and finite.\nMaybe leave it out.".formatted(name, value));
        }
    }

    static void positive(String name, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "The %s (%s) must be positive and finite.\nMaybe leave it out.".formatted(name, value));
        }
    }

    /** A change relative to what is there: it takes less than all away. */
    static void relative(String name, double value) {
        if (!(value > -1 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "The change of %s (%s) must be above -100 %%.\nMaybe write +20%% or -10%%.".formatted(name, value));
        }
    }
}
