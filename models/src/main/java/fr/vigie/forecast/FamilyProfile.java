package fr.vigie.forecast;

import fr.vigie.series.Series;
import java.util.List;
import java.util.TreeMap;

/** The weekly profile of a parent series as seen from an origin: what a sparse or new child is shrunk towards. */
public interface FamilyProfile {
    /**
     * The expected count by slot of the week in any unit; empty when there is none.
     *
     * @param origin index of the first interval that is not yet known
     */
    double[] at(int origin);

    /**
     * What an occasion did to the members so far: their calls with it over those without, less 1; 0 where nothing is known.
     *
     * @param origin index of the first interval that is not yet known
     */
    default double lift(Effect effect, int origin) {
        return 0;
    }

    /** No family: a series is then shrunk towards its own means by slot of the day and by weekday. */
    static FamilyProfile none() {
        return origin -> new double[0];
    }

    /** The profile of a parent that stands on the same timeline as its children, worked out once an origin. */
    static FamilyProfile of(Series parent) {
        var known = new TreeMap<Integer, double[]>();
        return origin -> known.computeIfAbsent(origin, at -> Profiles.bySlot(parent, at));
    }

    /** The same, with what occasions did to the members. */
    static FamilyProfile of(Series parent, List<Outlook> members) {
        var profile = of(parent);
        var lifts = new FamilyLifts(members);
        return new FamilyProfile() {
            @Override
            public double[] at(int origin) {
                return profile.at(origin);
            }

            @Override
            public double lift(Effect effect, int origin) {
                return lifts.at(origin).getOrDefault(effect, 0.0);
            }
        };
    }
}
