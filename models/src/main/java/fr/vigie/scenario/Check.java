package fr.vigie.scenario;

/** The checks that the constructors of this package share. */
final class Check {
    /** Beyond, sums say nothing any more. */
    private static final double MOST = 1e9;

    private static final double MOST_CHANGE = 1000;

    private Check() {}

    static void share(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(
                    "The %s (%s) must be between 0 and 100 %%.\nMaybe write 40%% or 0.4.".formatted(name, value));
        }
    }

    static void notNegative(String name, double value) {
        if (!(value >= 0 && value <= MOST)) {
            throw new IllegalArgumentException(
                    "The %s (%s) must be 0 to %.0f.\nMaybe leave it out.".formatted(name, value, MOST));
        }
    }

    static void positive(String name, double value) {
        if (!(value > 0 && value <= MOST)) {
            throw new IllegalArgumentException(
                    "The %s (%s) must be above 0 and at most %.0f.\nMaybe leave it out.".formatted(name, value, MOST));
        }
    }

    /** A change relative to what is there: it takes less than all away, and does not make a thousand times as much of it. */
    static void relative(String name, double value) {
        if (!(value > -1 && value <= MOST_CHANGE)) {
            throw new IllegalArgumentException(
                    "The change of %s (%s) must be above -100 %% and at most +%.0f %%.\nMaybe write +20%% or -10%%."
                            .formatted(name, value, 100 * MOST_CHANGE));
        }
    }
}
