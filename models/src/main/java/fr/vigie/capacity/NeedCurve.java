package fr.vigie.capacity;

import fr.vigie.staffing.ErlangA;
import fr.vigie.staffing.ErlangX;
import fr.vigie.staffing.QueueModel;
import fr.vigie.staffing.Sizing;
import java.util.List;

/**
 * The hours on the phone that a week's calls take so that every target is kept, by how many calls come.
 *
 * <p>A typical week is sized interval by interval with its calls times 0, 1/8, 2/8 … 3, and the hours between are
 * interpolated; a big team needs fewer hours a call than a small one, so a plan in proportion would err both ways. Above, the
 * last slope goes on.
 */
public final class NeedCurve {
    private static final int STEPS_OF_ONE = 8;
    private static final int STEPS = 3 * STEPS_OF_ONE;

    private final double callsPerWeek;
    private final double[] hours;

    /**
     * An open interval of a team's typical week.
     *
     * @param minutes its length, positive
     * @param calls its calls, zero or more
     * @param ahtSeconds their mean handling time, positive
     * @param sizing what the team promises; without calls it takes its least agents
     */
    public record Interval(int minutes, double calls, double ahtSeconds, Sizing sizing) {
        public Interval {
            Require.positive("length of an interval", minutes, "Maybe give it in minutes.");
            Require.notNegative("calls of an interval", calls, "Maybe the forecast has a gap.");
            Require.positive("mean handling time", ahtSeconds, "Maybe nobody was answered yet.");
        }
    }

    private NeedCurve(double callsPerWeek, double[] hours) {
        this.callsPerWeek = callsPerWeek;
        this.hours = hours;
    }

    /**
     * Sizes a typical week for few and for many calls.
     *
     * @param week its open intervals, with a call at least
     * @param patienceSeconds the mean patience of callers
     * @param redial the probability that a caller who was lost calls again
     */
    public static NeedCurve of(List<Interval> week, double patienceSeconds, double redial) {
        double calls = week.stream().mapToDouble(Interval::calls).sum();
        if (!(calls > 0)) {
            throw new IllegalArgumentException(
                    "A typical week has no calls.\nMaybe the forecast is empty: run 'vigie forecast' first.");
        }
        var hours = new double[STEPS + 1];
        for (int step = 0; step <= STEPS; step++) {
            for (var interval : week) {
                double load = interval.calls() * step / STEPS_OF_ONE;
                hours[step] += interval.minutes()
                        / 60.0
                        * agents(
                                QueueModel.erlangs(load * 60 / interval.minutes(), interval.ahtSeconds()),
                                interval.ahtSeconds(),
                                interval.sizing(),
                                patienceSeconds,
                                redial);
            }
            // Where the most agents that there may be are reached everywhere, the curve must still rise to have an
            // inverse.
            hours[step] = step == 0 ? hours[0] : Math.max(hours[step], hours[step - 1]);
        }
        return new NeedCurve(calls, hours);
    }

    private static int agents(double erlangs, double aht, Sizing sizing, double patience, double redial) {
        if (erlangs == 0) {
            return sizing.minAgents();
        }
        return sizing.of(
                        redial == 0 ? new ErlangA(erlangs, aht, patience) : new ErlangX(erlangs, aht, patience, redial))
                .performance()
                .agents();
    }

    /** The calls of the typical week. */
    public double callsPerWeek() {
        return callsPerWeek;
    }

    /** The hours on the phone that a week of that many calls takes. */
    public double hours(double calls) {
        double at = calls / callsPerWeek * STEPS_OF_ONE;
        int step = (int) Math.min(STEPS - 1, Math.floor(at));
        return hours[step] + (at - step) * (hours[step + 1] - hours[step]);
    }

    /** The most calls of a week that so many hours on the phone serve: 0 where they do not even keep the lines open. */
    public double calls(double hoursOnThePhone) {
        if (hoursOnThePhone < hours[0]) {
            return 0;
        }
        int step = 0;
        while (step < STEPS - 1 && hours[step + 1] <= hoursOnThePhone) {
            step++;
        }
        double slope = hours[step + 1] - hours[step];
        return slope == 0
                ? Double.POSITIVE_INFINITY
                : (step + (hoursOnThePhone - hours[step]) / slope) / STEPS_OF_ONE * callsPerWeek;
    }
}
