package fr.vigie.territory;

/**
 * How much a doctor counts at a distance: the weight {@code w(d)} of the floating catchment.
 *
 * <p>Costs are minutes by road in the APL, but any unit does as long as the parameters are in the same one.
 */
public sealed interface Decay permits Bands, Exponential, Gaussian, Inverse, Reach {
    /**
     * The weight at a cost.
     *
     * @param cost at least 0
     * @return at least 0; 0 is out of reach
     */
    double weight(double cost);

    /** The same, but nothing beyond a cost is in reach. */
    default Decay within(double maxCost) {
        return new Reach(this, maxCost);
    }

    /** Reads {@code exponential:0.12}, {@code gaussian:180} or {@code inverse}. */
    static Decay parse(String text) {
        var parts = text.split(":", -1);
        if (parts.length == 1 && parts[0].equals("inverse")) {
            return new Inverse();
        }
        if (parts.length == 2 && parts[0].equals("exponential")) {
            return new Exponential(number(parts[1], text));
        }
        if (parts.length == 2 && parts[0].equals("gaussian")) {
            return new Gaussian(number(parts[1], text));
        }
        throw new IllegalArgumentException(
                "The decay (%s) is not known.%nMaybe exponential:0.12, gaussian:180 or inverse.".formatted(text));
    }

    private static double number(String number, String text) {
        try {
            return Double.parseDouble(number);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "The decay (%s) needs a number after the colon.%nMaybe exponential:0.12.".formatted(text), e);
        }
    }
}
