package fr.vigie.forecast;

import fr.vigie.series.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * A whole whose parts come, leave and return, e.g. a planning group and its practices.
 *
 * <p>The whole's level is that of the parts that stay: it is forecast without the calls of those that pass. All parts are forecast one
 * by one. In each interval those that stay are scaled so that they add up to their whole; those that pass take the same factor, which
 * carries what a whole knows of a day and a part does not, but are at most doubled, and are added. What a part that has left brought
 * thus never falls to the others, and what a new one brings stands on its own short past.
 */
public final class Pool {
    private static final double MOST = 2;

    private final Outlook staying;
    private final List<Part> parts;

    /**
     * A part.
     *
     * @param outlook on the timeline of the whole; nothing is known of it while it did not belong
     * @param belongs to the whole, by index of the interval
     * @param passes whether it comes, returns or leaves so lately that the whole's level does not know it
     */
    public record Part(Outlook outlook, IntPredicate belongs, boolean passes) {
        /** The same as a member of a family. */
        public Part in(FamilyProfile family) {
            return new Part(outlook.in(family), belongs, passes);
        }
    }

    /**
     * The paths of a whole and its parts, which add up to it.
     *
     * @param staying those of the whole without the parts that pass
     * @param whole those of the whole
     * @param parts in the order of the parts
     */
    public record Paths(Rolling staying, Rolling whole, List<Rolling> parts) {}

    private Pool(Outlook staying, List<Part> parts) {
        this.staying = staying;
        this.parts = parts;
    }

    /**
     * A whole and its parts.
     *
     * @param whole all calls, those of no part too
     */
    public static Pool of(Outlook whole, List<Part> parts) {
        var passing = parts.stream()
                .filter(part -> part.passes)
                .map(part -> part.outlook.series())
                .toList();
        return new Pool(
                passing.isEmpty()
                        ? whole
                        : new Outlook(without(whole.series(), passing), whole.almanac(), whole.family()),
                List.copyOf(parts));
    }

    private static Series without(Series whole, List<Series> passing) {
        var rest = Series.on(whole.timeline());
        for (int i = 0; i < whole.length(); i++) {
            if (whole.isClosed(i)) {
                rest.closed(i);
            } else if (whole.isKnown(i)) {
                double calls = whole.value(i);
                for (var part : passing) {
                    calls -= part.isKnown(i) ? part.value(i) : 0;
                }
                rest.known(i, Math.max(0, calls));
            }
        }
        return rest.build();
    }

    /** The whole without the parts that pass. */
    public Outlook staying() {
        return staying;
    }

    /** Each part's own paths, before they are made to add up: zero while it does not belong, or nothing is known of it. */
    public List<Rolling> alone(ForecastModel model, int[] origins, int horizon) {
        return parts.stream()
                .map(part -> {
                    int known = part.outlook.series().firstKnown();
                    return Rolling.walk(model, part.outlook, origins, horizon)
                            .times((k, h) -> known < origins[k] && part.belongs.test(origins[k] + h) ? 1 : 0);
                })
                .toList();
    }

    /**
     * Makes the parts add up.
     *
     * @param own paths of {@link #staying}
     * @param alone those of the parts, from the same origins
     */
    public Paths together(Rolling own, List<Rolling> alone) {
        var scaled = new ArrayList<Rolling>();
        var stay = new ArrayList<Rolling>();
        for (int p = 0; p < alone.size(); p++) {
            if (!parts.get(p).passes) {
                stay.add(alone.get(p));
            }
        }
        var expected = stay.isEmpty() ? own : Rolling.sumOf(stay);
        Rolling.Factor factor = (k, h) -> expected.means()[k][h] > 0 ? own.means()[k][h] / expected.means()[k][h] : 1;
        var whole = new ArrayList<>(List.of(own));
        for (int p = 0; p < alone.size(); p++) {
            boolean passes = parts.get(p).passes;
            var path = alone.get(p).times((k, h) -> passes ? Math.min(MOST, factor.at(k, h)) : factor.at(k, h));
            scaled.add(path);
            if (passes) {
                whole.add(path);
            }
        }
        return new Paths(own, whole.size() == 1 ? own : Rolling.sumOf(whole), scaled);
    }
}
