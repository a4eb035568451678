package fr.vigie.forecast;

import fr.vigie.calendar.Almanac;
import fr.vigie.series.Series;

/**
 * What a model may look at.
 *
 * @param series past and future; a model at an origin uses values before it, and what is open or closed everywhere
 * @param almanac the special days of past and future
 * @param family the weekly profile of the whole to which the series belongs
 */
public record Outlook(Series series, Almanac almanac, FamilyProfile family) {
    /** A series on its own. */
    public static Outlook of(Series series, Almanac almanac) {
        return new Outlook(series, almanac, FamilyProfile.none());
    }

    /** The same series as a member of a family. */
    public Outlook in(FamilyProfile others) {
        return new Outlook(series, almanac, others);
    }
}
