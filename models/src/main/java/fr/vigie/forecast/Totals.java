package fr.vigie.forecast;

import fr.vigie.series.Series;
import fr.vigie.series.Timeline;
import java.time.LocalDate;

/**
 * A series and a model's paths over it, summed over stretches of whole days. The mean of a stretch is the sum of its
 * intervals' means; its quantiles, which do not add up, come from the errors of such sums at the origins before.
 *
 * <p>A stretch is closed where all of its intervals are, and known where none of them is unknown. What a path has of a
 * stretch that it does not cover is left out.
 *
 * @param series one interval a stretch, without dates
 * @param rolling paths from the first stretch that begins at or after each origin
 * @param first first day of the first stretch ahead of the last origin
 * @param days length of a stretch
 */
public record Totals(Series series, Rolling rolling, LocalDate first, int days) {
    private static final int MINUTES_OF_DAY = 1440;
    private static final int DAYS_OF_WEEK = 7;

    /**
     * Sums a series and the paths over it.
     *
     * @param series a series with dates
     * @param rolling paths over it, from origins at the start of a day, a multiple of {@code days} apart
     * @param days length of a stretch: 1 or 7
     * @param begins a day on which a stretch begins, of any year
     */
    public static Totals of(Series series, Rolling rolling, int days, LocalDate begins) {
        var stretches = new Stretches(series.timeline(), days, begins.toEpochDay());
        int[] origins = rolling.origins();
        var starts = new int[origins.length];
        var means = new double[origins.length][];
        for (int k = 0; k < origins.length; k++) {
            starts[k] = stretches.from(origins[k]);
            means[k] = stretches.sums(starts[k], rolling.means()[k], origins[k]);
        }
        var first = LocalDate.ofEpochDay(stretches.firstDay(starts[starts.length - 1]));
        return new Totals(stretches.of(series), new Rolling(starts, means), first, days);
    }

    /** The paths against what came, negative binomial. Its horizon buckets count stretches, not days. */
    public Evaluation evaluation() {
        return evaluation(Dispersion.UNTRIED);
    }

    /**
     * The same with an assumption of one's own.
     *
     * @param untried what is assumed where there is no error yet
     */
    public Evaluation evaluation(Dispersion untried) {
        return new Evaluation(series, rolling, Counting.CALLS, Widths.DISPERSION, untried);
    }

    /** The forecast of the stretches ahead of the last origin. */
    public Forecast forecast() {
        return evaluation().forecast();
    }

    /** The day on which a stretch ahead begins, from 0 on. */
    public LocalDate startsOn(int ahead) {
        return first.plusDays((long) days * ahead);
    }

    /** Where the stretches of a timeline lie, counted from the one of its first day on. */
    private record Stretches(Timeline timeline, int days, long begins) {
        /** The stretch of an interval. */
        int at(int i) {
            return (int) (ordinal(timeline.day(i)) - ordinal(timeline.day(0)));
        }

        private long ordinal(long day) {
            return Math.floorDiv(day - begins, (long) days);
        }

        long firstDay(int stretch) {
            return begins + days * (ordinal(timeline.day(0)) + stretch);
        }

        /** The first stretch that begins at or after an interval with which a day begins. */
        int from(int origin) {
            return at(origin) + (firstDay(at(origin)) < timeline.day(origin) ? 1 : 0);
        }

        double[] sums(int start, double[] path, int origin) {
            int lastDay = timeline.day(origin + path.length - 1);
            int count = Math.toIntExact(Math.max(0, Math.floorDiv(lastDay + 1 - firstDay(start), (long) days)));
            var sums = new double[count];
            for (int h = 0; h < path.length; h++) {
                int stretch = at(origin + h) - start;
                if (0 <= stretch && stretch < count) {
                    sums[stretch] += path[h];
                }
            }
            return sums;
        }

        Series of(Series series) {
            int length = at(timeline.length() - 1) + 1;
            var sums = new double[length];
            var open = new boolean[length];
            var unknown = new boolean[length];
            for (int i = 0; i < timeline.length(); i++) {
                open[at(i)] |= !series.isClosed(i);
                unknown[at(i)] |= !series.isClosed(i) && !series.isKnown(i);
                sums[at(i)] += series.isKnown(i) ? series.value(i) : 0;
            }
            var total = Series.on(Timeline.ofPeriods(
                    timeline.startsAt(0), MINUTES_OF_DAY * days, 1, Math.max(1, DAYS_OF_WEEK / days), length));
            for (int s = 0; s < length; s++) {
                if (!open[s]) {
                    total.closed(s);
                } else if (!unknown[s]) {
                    total.known(s, sums[s]);
                }
            }
            return total.build();
        }
    }
}
