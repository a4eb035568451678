package fr.vigie.report;

import java.util.Locale;

/** What people call an activity. */
public final class ActivityWords {
    private ActivityWords() {}

    /** The word of an activity of the shifts file, e.g. {@code Appels} for {@code calls}. */
    public static String of(String activity, Locale locale) {
        return new Words(locale, "roster").text("activity." + activity);
    }
}
