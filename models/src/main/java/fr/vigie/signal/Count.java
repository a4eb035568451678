package fr.vigie.signal;

/**
 * So many of so many.
 *
 * @param numerator those that count, at least 0
 * @param denominator out of all, at least 0; may be an expectation
 */
public record Count(double numerator, double denominator) {
    /** Nothing of nothing. */
    public static final Count NONE = new Count(0, 0);

    public Count {
        if (!(numerator >= 0 && denominator >= 0)) {
            throw new IllegalArgumentException(
                    "A count (%s of %s) must not be negative.".formatted(numerator, denominator));
        }
    }

    /** Both added. */
    public Count plus(Count other) {
        return new Count(numerator + other.numerator, denominator + other.denominator);
    }

    /** Both taken away. */
    Count minus(Count other) {
        return new Count(numerator - other.numerator, denominator - other.denominator);
    }

    /** Both multiplied. */
    Count times(double factor) {
        return new Count(numerator * factor, denominator * factor);
    }

    /** The numerator over the denominator; NaN for nothing of nothing. */
    public double rate() {
        return numerator / denominator;
    }
}
