package fr.vigie.forecast;

import fr.vigie.calendar.Almanac;
import fr.vigie.series.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * A whole whose parts come, leave and return, e.g. a planning group and its practices.
 *
 * <p>The whole's level is that of the parts that stay: it is forecast without the calls of those that pass. All parts are forecast one
 * by one. In each interval those that stay are scaled so that they add up to their whole, which their recent calls share out where none
 * of them expects any. The factor carries what a whole knows of a day and a part does not: those that pass follow it, up to 2, as far as
 * those that stay make up the calls of the interval, and are added. What a part that has left brought thus never falls to the others,
 * what a new one brings stands on its own short past, and a few quiet ones that stay cannot silence a busy one that passes.
 */
public final class Pool {
    private static final double MOST = 2;

    /** Weeks before an origin whose calls share out what no part expects. */
    private static final int RECENT_WEEKS = 8;

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
        private double recent(int origin) {
            var series = outlook.series();
            return IntStream.range(
                            Math.max(
                                    0, origin - RECENT_WEEKS * series.timeline().slotsPerWeek()),
                            origin)
                    .filter(series::isKnown)
                    .mapToDouble(series::value)
                    .sum();
        }

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
        return of(whole, parts, whole.almanac());
    }

    /**
     * The same where the special days of those that stay differ from the whole's.
     *
     * @param ofStaying what happens at a part concerns as much as it makes up of those that stay
     */
    public static Pool of(Outlook whole, List<Part> parts, Almanac ofStaying) {
        var passing = parts.stream()
                .filter(part -> part.passes)
                .map(part -> part.outlook.series())
                .toList();
        return new Pool(
                passing.isEmpty() ? whole : new Outlook(without(whole.series(), passing), ofStaying, whole.family()),
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
     * @param own paths of {@link #staying}; zero is taken where parts stay that neither expect a call nor had one of late
     * @param alone those of the parts, from the same origins
     */
    public Paths together(Rolling own, List<Rolling> alone) {
        var expected = sum(own, alone, false);
        var passing = sum(own, alone, true);
        var filled = IntStream.range(0, alone.size())
                .mapToObj(p -> parts.get(p).passes ? alone.get(p) : filled(p, alone.get(p), expected))
                .toList();
        var shared = sum(own, filled, false);
        boolean noneStays = parts.stream().allMatch(Part::passes);
        // Where none stays what is left are calls of no part.
        var staying = own.times((k, h) -> noneStays || shared.means()[k][h] > 0 ? 1 : 0);
        Rolling.Value factor = (k, h) -> ratio(staying.means()[k][h], shared.means()[k][h]);
        Rolling.Value followed = (k, h) -> {
            double stay = expected.means()[k][h];
            double trust = ratio(stay, stay + passing.means()[k][h]);
            return 1 + trust * (Math.min(MOST, factor.at(k, h)) - 1);
        };
        var scaled = IntStream.range(0, alone.size())
                .mapToObj(p -> filled.get(p).times(parts.get(p).passes ? followed : factor))
                .toList();
        return new Paths(staying, Rolling.sumOf(List.of(staying, sum(own, scaled, true))), scaled);
    }

    private static double ratio(double part, double whole) {
        return whole > 0 ? part / whole : 0;
    }

    private Rolling sum(Rolling shape, List<Rolling> paths, boolean passing) {
        var all = new ArrayList<>(List.of(shape.as((k, h) -> 0)));
        for (int p = 0; p < paths.size(); p++) {
            if (parts.get(p).passes == passing) {
                all.add(paths.get(p));
            }
        }
        return Rolling.sumOf(all);
    }

    /** A part's paths, with its recent calls where those that stay expect none. */
    private Rolling filled(int p, Rolling alone, Rolling expected) {
        var part = parts.get(p);
        int[] origins = alone.origins();
        var recent = Arrays.stream(origins).mapToDouble(part::recent).toArray();
        return alone.as((k, h) ->
                expected.means()[k][h] > 0 ? alone.means()[k][h] : part.belongs.test(origins[k] + h) ? recent[k] : 0);
    }
}
