package fr.vigie.forecast;

import fr.vigie.series.Timeline;
import java.util.Arrays;
import java.util.List;

/**
 * The paths of a model from several origins over the same series.
 *
 * @param origins index of the first interval ahead, ascending; the last may be the present
 * @param means by origin and interval ahead; closed hours are zero
 */
@SuppressWarnings("ArrayRecordComponent") // paths are never compared
public record Rolling(int[] origins, double[][] means) {
    /**
     * Walks a model from origin to origin.
     *
     * @param origins ascending
     * @param horizon intervals ahead of each origin, cut at the end of the series
     */
    public static Rolling walk(ForecastModel model, Outlook outlook, int[] origins, int horizon) {
        var walk = model.walk(outlook);
        var means = new double[origins.length][];
        for (int k = 0; k < origins.length; k++) {
            means[k] = walk.means(origins[k], Math.min(horizon, outlook.series().length() - origins[k]));
        }
        return new Rolling(origins.clone(), means);
    }

    /** The paths of a whole: the sums of its parts', which must have the same origins and horizons. */
    public static Rolling sumOf(List<Rolling> parts) {
        return new Rolling(parts.get(0).origins, sum(parts.get(0), parts));
    }

    private static double[][] sum(Rolling shape, List<Rolling> parts) {
        var total = new double[shape.means.length][];
        for (int k = 0; k < total.length; k++) {
            total[k] = new double[shape.means[k].length];
            for (var part : parts) {
                for (int h = 0; h < total[k].length; h++) {
                    total[k][h] += part.means[k][h];
                }
            }
        }
        return total;
    }

    /** The paths from an origin on. */
    public Rolling since(int origin) {
        int first = (int) Arrays.stream(origins).filter(each -> each < origin).count();
        return new Rolling(
                Arrays.copyOfRange(origins, first, origins.length), Arrays.copyOfRange(means, first, means.length));
    }

    /** The same paths, each mean multiplied. */
    Rolling times(Value factor) {
        return as((k, h) -> means[k][h] * factor.at(k, h));
    }

    /** Paths from the same origins, as far ahead. */
    public Rolling as(Value mean) {
        var other = new double[means.length][];
        for (int k = 0; k < other.length; k++) {
            other[k] = new double[means[k].length];
            for (int h = 0; h < other[k].length; h++) {
                other[k][h] = mean.at(k, h);
            }
        }
        return new Rolling(origins, other);
    }

    /** A value of each interval: by the origin's place among the origins, and intervals ahead. */
    public interface Value {
        double at(int origin, int ahead);
    }

    /**
     * Origins at equal distances before the present, and the present itself, for backtests.
     *
     * @param outlook the series
     * @param present index of the first interval that is not known, before the end of the series
     * @param days days between two origins, by the clock, e.g. 7
     * @param most how many origins before the present at most; those with less than two weeks of history are left out
     */
    public static int[] origins(Outlook outlook, int present, int days, int most) {
        return origins(outlook.series().timeline(), outlook.series().firstKnown(), present, days, most);
    }

    /**
     * The same for all series of a timeline.
     *
     * @param firstKnown index of the first interval of which anything is known
     */
    public static int[] origins(Timeline timeline, int firstKnown, int present, int days, int most) {
        int stride = days * timeline.slotsPerDay();
        int first = firstKnown + 2 * timeline.slotsPerWeek();
        int count = Math.max(0, Math.min(most, (present - first) / stride));
        var origins = new int[count + 1];
        for (int k = 0; k <= count; k++) {
            origins[k] = sameClock(timeline, present, (count - k) * stride);
        }
        return origins;
    }

    /** Goes back by the clock: a stretch with a clock change is an hour shorter or longer. */
    private static int sameClock(Timeline timeline, int present, int back) {
        int slot = Math.floorMod(timeline.slotOfWeek(present) - back, timeline.slotsPerWeek());
        int hour = Math.max(1, timeline.slotsPerDay() / 24);
        for (int at = Math.max(0, present - back - hour); at <= present - back + hour && at < present; at++) {
            if (timeline.slotOfWeek(at) == slot) {
                return at;
            }
        }
        return present - back;
    }
}
