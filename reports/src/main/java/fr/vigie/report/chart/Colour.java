package fr.vigie.report.chart;

/**
 * An opaque sRGB colour.
 *
 * @param red 0 to 255
 * @param green 0 to 255
 * @param blue 0 to 255
 */
public record Colour(int red, int green, int blue) {
    public Colour {
        if (((red | green | blue) & ~0xFF) != 0) {
            throw new IllegalArgumentException(
                    "The colour (%d, %d, %d) must have parts from 0 to 255.".formatted(red, green, blue));
        }
    }

    /** Reads {@code #1b6e8c}. */
    public static Colour of(String hex) {
        var rgb = Integer.parseInt(hex.substring(1), 16);
        return new Colour(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF);
    }

    /** The colour at {@code share} (0 to 1) of the straight way from this one to the other. */
    Colour towards(Colour other, double share) {
        return new Colour(
                (int) Math.round(red + share * (other.red - red)),
                (int) Math.round(green + share * (other.green - green)),
                (int) Math.round(blue + share * (other.blue - blue)));
    }

    /**
     * Contrast ratio of two colours, 1 to 21, as WCAG 2.1 defines it: (L1 + 0.05) / (L2 + 0.05) with L the relative
     * luminance of the lighter and the darker one.
     */
    public double contrast(Colour other) {
        var a = luminance();
        var b = other.luminance();
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    private static double linear(int part) {
        var share = part / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    /** Black or white, whichever is easier to read on this colour; the contrast is at least 4.58. */
    public Colour ink() {
        return contrast(Palette.WHITE) >= contrast(Palette.BLACK) ? Palette.WHITE : Palette.BLACK;
    }

    public String hex() {
        return "#%02x%02x%02x".formatted(red, green, blue);
    }
}
