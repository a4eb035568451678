package fr.vigie.capacity;

import fr.vigie.staffing.ErlangA;
import fr.vigie.staffing.ErlangX;
import fr.vigie.staffing.QueueModel;
import fr.vigie.staffing.Sizing;
import java.util.Arrays;
import java.util.List;

/**
 * The hours on the phone that a week's calls take so that every target is kept, by how many calls come.
 *
 * <p>A typical week is sized interval by interval with its calls times 0, 1/8, 2/8 … 3, and the hours between are
 * interpolated; a big team needs fewer hours a call than a small one, so a plan in proportion would err both ways. Above,
 * hours rise as they do from twice to three times, and never by less than it takes to handle the calls.
 *
 * <p>The most agents that a sizing allows are the seats there are, which hours have no part in: a need above them is counted
 * ({@link #intervalsOverMost}), not cut, or a team that no longer fits would pass for one that has enough.
 */
public final class NeedCurve {
    private static final int STEPS_OF_ONE = 8;
    private static final int STEPS = 3 * STEPS_OF_ONE;
    private static final int STEPS_OF_TWO = 2 * STEPS_OF_ONE;

    private final double callsPerWeek;
    private final double[] hours;
    private final double hoursPerCallAbove;
    private final int intervalsOverMost;

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

    private NeedCurve(double callsPerWeek, double[] hours, double hoursPerCallAbove, int intervalsOverMost) {
        this.callsPerWeek = callsPerWeek;
        this.hours = hours;
        this.hoursPerCallAbove = hoursPerCallAbove;
        this.intervalsOverMost = intervalsOverMost;
    }

    /**
     * Sizes a typical week for few and for many calls.
     *
     * @param week its open intervals, with a call at least
     * @param patienceSeconds the mean patience of callers
     * @param redial the probability that a caller who was lost calls again
     * @throws IllegalArgumentException where there are no calls, or a target that no number of agents keeps
     */
    public static NeedCurve of(List<Interval> week, double patienceSeconds, double redial) {
        double calls = week.stream().mapToDouble(Interval::calls).sum();
        if (!(calls > 0)) {
            throw new IllegalArgumentException(
                    "A typical week has no calls.\nMaybe the forecast is empty: run 'vigie forecast' first.");
        }
        var hours = new double[STEPS + 1];
        double handling = 0;
        int overMost = 0;
        for (var interval : week) {
            handling += interval.calls() * interval.ahtSeconds() / 3600;
            for (int step = 0; step <= STEPS; step++) {
                int agents = agents(interval, (double) step / STEPS_OF_ONE, patienceSeconds, redial);
                hours[step] += interval.minutes() / 60.0 * agents;
                overMost += step == STEPS_OF_ONE && agents > interval.sizing().maxAgents() ? 1 : 0;
            }
        }
        double above = Math.max(handling, hours[STEPS] - hours[STEPS_OF_TWO]) / calls;
        return new NeedCurve(calls, hours, above, overMost);
    }

    private static int agents(Interval interval, double times, double patience, double redial) {
        var sizing = interval.sizing();
        double aht = interval.ahtSeconds();
        double erlangs = QueueModel.erlangs(interval.calls() * times * 60 / interval.minutes(), aht);
        if (erlangs == 0) {
            return sizing.minAgents();
        }
        var answer = sizing.of(
                redial == 0 ? new ErlangA(erlangs, aht, patience) : new ErlangX(erlangs, aht, patience, redial));
        if (!(answer instanceof Sizing.OutOfReach outOfReach)) {
            return answer.performance().agents();
        }
        if (outOfReach.enough() == null) {
            throw new IllegalArgumentException(outOfReach.why());
        }
        return outOfReach.enough();
    }

    /** How many intervals of the typical week need more agents than their sizing allows. */
    public int intervalsOverMost() {
        return intervalsOverMost;
    }

    /**
     * The need of a week that has so many times the calls, in more intervals like these.
     *
     * @param times positive
     */
    public NeedCurve longer(double times) {
        Require.positive("length of a week", times, "Maybe 1.2 for six days instead of five.");
        return new NeedCurve(
                callsPerWeek * times,
                Arrays.stream(hours).map(h -> h * times).toArray(),
                hoursPerCallAbove,
                intervalsOverMost);
    }

    /** The calls of the typical week. */
    public double callsPerWeek() {
        return callsPerWeek;
    }

    /** The hours on the phone that a week of that many calls takes. */
    public double hours(double calls) {
        double at = calls / callsPerWeek * STEPS_OF_ONE;
        if (at >= STEPS) {
            return hours[STEPS] + (calls - mostSized()) * hoursPerCallAbove;
        }
        int step = (int) at;
        return hours[step] + (at - step) * (hours[step + 1] - hours[step]);
    }

    /** The most calls of a week that so many hours on the phone serve: 0 where they do not even keep the lines open. */
    public double calls(double hoursOnThePhone) {
        if (hoursOnThePhone < hours[0]) {
            return 0;
        }
        if (hoursOnThePhone >= hours[STEPS]) {
            return mostSized() + (hoursOnThePhone - hours[STEPS]) / hoursPerCallAbove;
        }
        int step = 0;
        while (hours[step + 1] <= hoursOnThePhone) {
            step++;
        }
        // Few calls more may take no hour more, but these are the last of such a stretch: the slope is above 0.
        double slope = hours[step + 1] - hours[step];
        return (step + (hoursOnThePhone - hours[step]) / slope) / STEPS_OF_ONE * callsPerWeek;
    }

    private double mostSized() {
        return callsPerWeek * STEPS / STEPS_OF_ONE;
    }
}
