package fr.vigie.forecast;

import fr.vigie.series.Series;
import java.util.TreeMap;

/** The weekly profile of a parent series as seen from an origin: what a sparse or new child is shrunk towards. */
@FunctionalInterface
public interface FamilyProfile {
    /**
     * The expected count by slot of the week in any unit; empty when there is none.
     *
     * @param origin index of the first interval that is not yet known
     */
    double[] at(int origin);

    /** No family: a series is then shrunk towards its own means by slot of the day and by weekday. */
    static FamilyProfile none() {
        return origin -> new double[0];
    }

    /** The profile of a parent that stands on the same timeline as its children, worked out once an origin. */
    static FamilyProfile of(Series parent) {
        var known = new TreeMap<Integer, double[]>();
        return origin -> known.computeIfAbsent(origin, at -> Profiles.bySlot(parent, at));
    }
}
