package fr.vigie.forecast;

import java.util.Locale;

/** What a practice's forecast rests on where it is not its own calls, or why it has none. */
public enum Footing {
    /** It never had a call: what practices of its kind have. */
    ITS_KIND,
    /** No forecast: it is new and too few practices are like it. */
    UNKNOWN_KIND,
    /** No forecast: a client for weeks, or since nobody knows when, without a call. */
    NEVER_CALLED,
    /** No forecast: it has left. */
    LEFT;

    /** The name in tables, e.g. {@code its-kind}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The footing of that name. */
    public static Footing labelled(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
