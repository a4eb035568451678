package fr.vigie.roster;

/**
 * What counts beside the cover of the need. Each weight says how many quarters of an hour without somebody on the telephone
 * are as bad; 0 leaves it out.
 *
 * @param saturday a weekend day of somebody whose turn it is not, and each one worked above the fewest of late
 * @param earlyLate an early day for each one had above the average of late, a late one likewise
 * @param wish a day that is not as its person wishes
 * @param change a day that is another one's in the published roster, or two hours by which it begins or ends otherwise
 * @param regularity an hour by which somebody's days begin farther apart than two hours
 */
public record RosterWeights(double saturday, double earlyLate, double wish, double change, double regularity) {
    /** Weights that let the need come first. */
    public static final RosterWeights DEFAULT = new RosterWeights(4, 0.1, 0.5, 1, 0.1);

    public RosterWeights {
        atLeastZero("saturday", saturday);
        atLeastZero("early-late", earlyLate);
        atLeastZero("wish", wish);
        atLeastZero("change", change);
        atLeastZero("regularity", regularity);
    }

    private static void atLeastZero(String name, double weight) {
        if (!(weight >= 0 && weight <= 1000)) {
            throw new IllegalArgumentException(
                    "The weight %s (%s) must be between 0 and 1000.\nMaybe 0 to leave it out.".formatted(name, weight));
        }
    }
}
