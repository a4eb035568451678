package fr.vigie.forecast;

import fr.vigie.calendar.SpecialDay;
import java.util.Arrays;

/**
 * What a morning says of the rest of its day: the ratio of calls that came to those expected, shrunk (in the manner of the
 * updates of Shen and Huang 2008, Manufacturing and Service Operations Management 10, for one factor).
 *
 * <p>On an ordinary day the rest follows the morning by the slope of a regression through the origin of the last weeks'
 * rests on their mornings, both as relative errors. A morning so far off that ordinary days do not explain it is a
 * shock, with a probability of its own; of a shock most goes on.
 *
 * @param slope share of a morning's relative error that its rest has too, 0 to 1
 * @param deviation standard deviation of mornings' relative errors, positive
 */
public record DayUpdate(double slope, double deviation) {
    /** What is assumed where no morning was seen: mornings err by a fifth and tell nothing. */
    static final DayUpdate UNTRIED = new DayUpdate(0, 0.2);

    private static final int WEEKS = 12;
    private static final int FEWEST_DAYS = 20;
    /** Days without any slope that are believed before the first is seen. */
    private static final double PRIOR_DAYS = 5;

    private static final double SHOCK_PROBABILITY = 0.03;
    private static final double SHOCK_DEVIATION = 0.5;
    private static final double SHOCK_GOES_ON = 0.85;

    /**
     * Learns from the last twelve weeks how far rests follow mornings.
     *
     * @param outlook the series, known before today
     * @param today index of today's first interval
     * @param now index of the first interval of today that is not over
     */
    public static DayUpdate learn(Outlook outlook, int today, int now) {
        var series = outlook.series();
        var timeline = series.timeline();
        var walk = new HourOfWeekRegression().walk(outlook);
        int cut = now > today ? timeline.slotOfDay(now - 1) : -1;
        var mornings = new double[WEEKS * timeline.slotsPerWeek()];
        var rests = new double[mornings.length];
        int days = 0;
        int from = Math.max(2 * timeline.slotsPerWeek(), today - WEEKS * timeline.slotsPerWeek());
        for (int i = from; i < today; i++) {
            if (timeline.day(i) == timeline.day(i - 1)) {
                continue;
            }
            int until = i;
            while (until < today && timeline.day(until) == timeline.day(i)) {
                until++;
            }
            if (outlook.almanac().kind(timeline.date(timeline.day(i))) != SpecialDay.ORDINARY) {
                continue;
            }
            var expected = walk.means(i, until - i);
            double[] came = new double[2];
            double[] due = new double[2];
            for (int k = i; k < until; k++) {
                if (series.isKnown(k)) {
                    int part = timeline.slotOfDay(k) <= cut ? 0 : 1;
                    came[part] += series.value(k);
                    due[part] += expected[k - i];
                }
            }
            if (due[0] > 0 && due[1] > 0) {
                mornings[days] = came[0] / due[0] - 1;
                rests[days] = came[1] / due[1] - 1;
                days++;
            }
        }
        return learn(Arrays.copyOf(mornings, days), Arrays.copyOf(rests, days));
    }

    /**
     * Learns from pairs of relative errors.
     *
     * @param mornings calls that came over those expected, less 1
     * @param rests the same of the rest of each day
     */
    static DayUpdate learn(double[] mornings, double[] rests) {
        double squares = 0;
        double products = 0;
        for (int d = 0; d < mornings.length; d++) {
            squares += mornings[d] * mornings[d];
            products += mornings[d] * rests[d];
        }
        int days = mornings.length;
        if (days < FEWEST_DAYS || squares == 0) {
            return UNTRIED;
        }
        double slope = products / (squares * (1 + PRIOR_DAYS / days));
        return new DayUpdate(Math.max(0, Math.min(1, slope)), Math.sqrt(squares / days));
    }

    /**
     * The factor on what is expected of the rest of the day.
     *
     * @param came the morning's calls
     * @param expected those that were expected, before the day began; 0 or more
     * @return 0 or more; 1 where none were expected
     */
    public double factor(double came, double expected) {
        if (expected <= 0) {
            return 1;
        }
        double error = came / expected - 1;
        double shock = shockProbability(error);
        return 1 + error * ((1 - shock) * slope + shock * Math.max(slope, SHOCK_GOES_ON));
    }

    private double shockProbability(double error) {
        double ordinary = deviation * deviation;
        double wide = ordinary + SHOCK_DEVIATION * SHOCK_DEVIATION;
        // The ratio of both densities; the exponent may be large.
        double odds = SHOCK_PROBABILITY
                / (1 - SHOCK_PROBABILITY)
                * Math.sqrt(ordinary / wide)
                * Math.exp(Math.min(500, error * error / 2 * (1 / ordinary - 1 / wide)));
        return odds / (1 + odds);
    }
}
