package fr.vigie.forecast;

import java.util.Arrays;

/**
 * How sure the sum of some parts of a whole is, given how sure each part and the whole are: as if the errors of any two parts were
 * equally correlated, by as much as makes all parts together as sure as the whole.
 *
 * <p>Of parts with half-widths w the sum has the half-width W, W² = Σw² + ρ ((Σw)² - Σw²): the standard deviation of a sum of
 * equicorrelated variables. One part thus keeps its width, all of them have the whole's, and a sum is never surer than if errors were
 * independent nor less sure than its parts' widths added up.
 *
 * @param correlation ρ, 0 (each part errs by itself) to 1 (all err together)
 */
public record CommonErrors(double correlation) {
    public CommonErrors {
        if (!(correlation >= 0 && correlation <= 1)) {
            throw new IllegalArgumentException("The correlation (%s) must be 0 to 1.".formatted(correlation));
        }
    }

    /**
     * What the parts have in common.
     *
     * @param whole half-width of the whole, 0 or more
     * @param parts half-widths of all its parts, 0 or more
     */
    public static CommonErrors of(double whole, double[] parts) {
        double independent = squares(parts);
        double common = Math.pow(Arrays.stream(parts).sum(), 2) - independent;
        return new CommonErrors(common > 0 ? Math.max(0, Math.min(1, (whole * whole - independent) / common)) : 0);
    }

    /** The half-width of a sum of parts with those half-widths. */
    public double together(double[] parts) {
        double independent = squares(parts);
        double sum = Arrays.stream(parts).sum();
        return Math.sqrt(independent + correlation * Math.max(0, sum * sum - independent));
    }

    private static double squares(double[] widths) {
        return Arrays.stream(widths).map(width -> width * width).sum();
    }
}
