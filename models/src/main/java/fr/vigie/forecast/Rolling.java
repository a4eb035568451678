package fr.vigie.forecast;

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

    /**
     * Scales children so that their means add up to their parent's in every interval; where no child expects a call
     * there is nothing to scale. All must have the same origins and horizons.
     */
    public static List<Rolling> addingUpTo(Rolling parent, List<Rolling> children) {
        var total = sum(parent, children);
        return children.stream()
                .map(child -> child.times((k, h) -> total[k][h] > 0 ? parent.means[k][h] / total[k][h] : 1))
                .toList();
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

    private Rolling times(Factor factor) {
        var scaled = new double[means.length][];
        for (int k = 0; k < scaled.length; k++) {
            scaled[k] = new double[means[k].length];
            for (int h = 0; h < scaled[k].length; h++) {
                scaled[k][h] = means[k][h] * factor.at(k, h);
            }
        }
        return new Rolling(origins, scaled);
    }

    private interface Factor {
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
        var timeline = outlook.series().timeline();
        int stride = days * timeline.slotsPerDay();
        int first = outlook.series().firstKnown() + 2 * timeline.slotsPerWeek();
        int count = Math.max(0, Math.min(most, (present - first) / stride));
        var origins = new int[count + 1];
        for (int k = 0; k <= count; k++) {
            origins[k] = sameClock(outlook, present, (count - k) * stride);
        }
        return origins;
    }

    /** Goes back by the clock: a stretch with a clock change is an hour shorter or longer. */
    private static int sameClock(Outlook outlook, int present, int back) {
        var timeline = outlook.series().timeline();
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
