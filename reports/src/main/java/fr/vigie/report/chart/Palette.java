package fr.vigie.report.chart;

import java.util.List;

/**
 * The colours of the pages. Text has a contrast of 4.5 and shapes that carry meaning of 3 against the paper (WCAG 2.1,
 * 1.4.3 and 1.4.11); the scales are readable with every kind of colour vision.
 */
public final class Palette {
    public static final Colour WHITE = Colour.of("#ffffff");
    public static final Colour BLACK = Colour.of("#000000");

    public static final Colour PAPER = WHITE;
    /** Behind tables' heads and notes. */
    public static final Colour TINT = Colour.of("#f3f6f8");

    public static final Colour INK = Colour.of("#16212c");
    public static final Colour MUTED = Colour.of("#4d5b68");
    public static final Colour ACCENT = Colour.of("#0b5c7d");
    public static final Colour WARNING = Colour.of("#9a3d00");

    /** Lines that carry meaning but not the message: other days, baselines. */
    public static final Colour CONTEXT = Colour.of("#7d8a96");
    /** Rules and grids: decoration only. */
    public static final Colour RULE = Colour.of("#d9e0e6");

    /** The edge of an interval, which carries its meaning, and the second part of a stacked bar. */
    public static final Colour BAND_EDGE = Colour.of("#5b93ab");

    /** Fill of the narrower interval: it helps the eye, the edge tells. */
    public static final Colour INNER_BAND = Colour.of("#b5d3df");

    public static final Colour OUTER_BAND = Colour.of("#e2eef3");

    /**
     * Cividis, dark to light: Nunez, Anderton, Renslow (2018), "Optimizing colormaps with consideration for color
     * vision deficiency", PLoS ONE 13(7), here by linear interpolation between five of its colours.
     */
    public static final Scale CIVIDIS = new Scale(List.of(
            Colour.of("#00204d"),
            Colour.of("#414d6b"),
            Colour.of("#7c7b78"),
            Colour.of("#bcaf6f"),
            Colour.of("#ffea46")));

    /** The same from light to dark, for values of which more is heavier. */
    public static final Scale CIVIDIS_REVERSED = CIVIDIS.reversed();

    /** PuOr of ColorBrewer (Brewer, Harrower): orange below the middle, purple above. */
    public static final Scale ORANGE_TO_PURPLE = new Scale(List.of(
            Colour.of("#b35806"),
            Colour.of("#f1a340"),
            Colour.of("#fee0b6"),
            Colour.of("#f7f7f7"),
            Colour.of("#d8daeb"),
            Colour.of("#998ec3"),
            Colour.of("#542788")));

    private Palette() {}
}
