package fr.vigie.forecast;

import fr.vigie.series.Series;
import java.util.Arrays;

/** Weekly profiles: the expected count by slot of the week. Recent weeks weigh more, with a half-life of eight. */
final class Profiles {
    private static final double HALF_LIFE_DAYS = 56;

    private Profiles() {}

    /** Weighted means by slot of the week; slots never seen are filled from their hour and their weekday. */
    static double[] bySlot(Series series, int origin) {
        return new Sums(series, origin).bySlot();
    }

    /**
     * What is expected of a series by slot of the week before its own slots are looked at: its family's profile at
     * the series' own level, or else the product of its means by slot of the day and by weekday.
     */
    static double[] expected(Outlook outlook, int origin) {
        var sums = new Sums(outlook.series(), origin);
        var family = outlook.family().at(origin);
        return family.length == 0 ? sums.product() : sums.atOwnLevel(family);
    }

    private static final class Sums {
        private final int perDay;
        private final double[] weights;
        private final double[] values;

        Sums(Series series, int origin) {
            var timeline = series.timeline();
            perDay = timeline.slotsPerDay();
            weights = new double[timeline.slotsPerWeek()];
            values = new double[timeline.slotsPerWeek()];
            double decay = StrictMath.pow(0.5, 1 / (HALF_LIFE_DAYS * perDay));
            double weight = 1;
            for (int i = origin - 1; i >= 0; i--) {
                if (series.isKnown(i)) {
                    weights[timeline.slotOfWeek(i)] += weight;
                    values[timeline.slotOfWeek(i)] += weight * series.value(i);
                }
                weight *= decay;
            }
        }

        double[] bySlot() {
            var profile = product();
            for (int s = 0; s < profile.length; s++) {
                profile[s] = weights[s] > 0 ? values[s] / weights[s] : profile[s];
            }
            return profile;
        }

        double[] product() {
            int slots = weights.length;
            double overall =
                    ratio(Arrays.stream(values).sum(), Arrays.stream(weights).sum(), 0);
            var byHour = new double[perDay];
            for (int h = 0; h < perDay; h++) {
                byHour[h] = mean(h, perDay, slots, overall);
            }
            var profile = new double[slots];
            for (int d = 0; d < slots / perDay; d++) {
                double expected = 0;
                double came = 0;
                for (int s = d * perDay; s < (d + 1) * perDay; s++) {
                    expected += weights[s] * byHour[s % perDay];
                    came += values[s];
                }
                double day = ratio(came, expected, 1);
                for (int s = d * perDay; s < (d + 1) * perDay; s++) {
                    profile[s] = byHour[s % perDay] * day;
                }
            }
            return profile;
        }

        double[] atOwnLevel(double[] family) {
            double expected = 0;
            for (int s = 0; s < family.length; s++) {
                expected += weights[s] * family[s];
            }
            double level = ratio(Arrays.stream(values).sum(), expected, 0);
            return Arrays.stream(family).map(f -> f * level).toArray();
        }

        private double mean(int from, int step, int until, double otherwise) {
            double value = 0;
            double weight = 0;
            for (int s = from; s < until; s += step) {
                value += values[s];
                weight += weights[s];
            }
            return ratio(value, weight, otherwise);
        }

        private static double ratio(double numerator, double denominator, double otherwise) {
            return denominator > 0 ? numerator / denominator : otherwise;
        }
    }
}
