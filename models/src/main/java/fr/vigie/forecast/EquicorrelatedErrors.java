package fr.vigie.forecast;

import java.util.Arrays;

/**
 * How sure the sum of some parts of a whole is, given how sure each part and the whole are: as if the errors of any two parts were
 * equally correlated, by as much as makes all parts together as sure as the whole.
 *
 * <p>Of parts with half-widths w the sum has the half-width W, W² = Σw² + ρ ((Σw)² - Σw²): the standard deviation of a sum of
 * equicorrelated variables, ρ from 0 to 1. One part keeps its width and all of them have the whole's, where ρ can make it so. A whole
 * that is surer than parts that err by themselves needs errors that make up for each other, and nothing tells whose: then ρ is 0, and
 * no sum, nor any part, is less sure than the whole. A whole less sure than the widths of all parts added up leaves them at that sum.
 *
 * @param correlation ρ, 0 (each part errs by itself) to 1 (all err together)
 * @param whole half-width of the whole, 0 or more, in the unit of the parts': no sum is wider
 */
public record EquicorrelatedErrors(double correlation, double whole) {
    public EquicorrelatedErrors {
        if (!(correlation >= 0 && correlation <= 1)) {
            throw new IllegalArgumentException(
                    "The correlation (%s) must be 0 to 1.\nMaybe EquicorrelatedErrors.of finds it."
                            .formatted(correlation));
        }
        requireWidth("whole", whole);
    }

    /**
     * What the parts have in common.
     *
     * @param whole half-width of the whole, 0 or more
     * @param parts half-widths of all its parts, 0 or more
     */
    public static EquicorrelatedErrors of(double whole, double[] parts) {
        requireWidth("whole", whole);
        double independent = squares(parts);
        double common = Math.pow(Arrays.stream(parts).sum(), 2) - independent;
        return new EquicorrelatedErrors(
                common > 0 ? Math.max(0, Math.min(1, (whole * whole - independent) / common)) : 0, whole);
    }

    /** The half-width of a sum of parts with those half-widths. */
    public double together(double[] parts) {
        double independent = squares(parts);
        double sum = Arrays.stream(parts).sum();
        return Math.min(whole, Math.sqrt(independent + correlation * Math.max(0, sum * sum - independent)));
    }

    private static double squares(double[] widths) {
        for (double width : widths) {
            requireWidth("part", width);
        }
        return Arrays.stream(widths).map(width -> width * width).sum();
    }

    private static void requireWidth(String of, double width) {
        if (!(width >= 0 && width < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "The half-width of the %s (%s) must be a number, 0 or more.\nMaybe a limit lies on the wrong side of its mean."
                            .formatted(of, width));
        }
    }
}
