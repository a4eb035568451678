package fr.vigie.queue;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a waiting caller has ahead: this interval, and the ones after it until the lines close.
 *
 * <p>A caller's place is the state of a chain: 0 is served, place i has i - 1 callers before it. A place is gained when an
 * agent is free or somebody ahead hangs up; new agents take the first places at once; agents who leave finish their call
 * and so change nothing. Values are carried back in time from what they are at the end (Kolmogorov's backward equation).
 */
final class WaitAhead {
    private final LoadInterval load;
    private final int agents;
    private final @Nullable WaitAhead next;
    private final int places;
    private final Uniformisation impatient;
    private final Uniformisation patient;
    private @Nullable Fate atStart;

    /**
     * What becomes of a caller by place.
     *
     * @param served the probability of being answered
     * @param waited the mean wait from there on, answered or not
     * @param answeredWait the mean of that wait where the call is answered, and of 0 where not
     */
    record Fate(double[] served, double[] waited, double[] answeredWait) {}

    /** What may be asked about a time ahead. */
    enum Question {
        SERVED,
        SERVED_IF_PATIENT,
        STILL_WAITING
    }

    /**
     * @param load the interval
     * @param agents its agents, zero or more
     * @param next what comes after it; null if the lines close
     * @param most callers present that are told apart; those above the agents have places
     */
    WaitAhead(LoadInterval load, int agents, @Nullable WaitAhead next, int most) {
        this.load = load;
        this.agents = agents;
        this.next = next;
        places = Math.max(2, most - agents + 2);
        double leaving = 1 / load.patienceSeconds();
        var gains = new double[places];
        for (int place = 1; place < places; place++) {
            gains[place] = agents / load.ahtSeconds() + (place - 1) * leaving;
        }
        impatient = new Uniformisation(new double[places], gains, leaving);
        patient = new Uniformisation(new double[places], gains, 0);
    }

    LoadInterval load() {
        return load;
    }

    int agents() {
        return agents;
    }

    /** The fates at moments of the interval, in order, the last one its end. */
    Fate[] fates(double[] moments) {
        var fates = new Fate[moments.length];
        fates[moments.length - 1] = atEnd();
        for (int i = moments.length - 2; i >= 0; i--) {
            fates[i] = before(fates[i + 1], moments[i + 1] - moments[i]);
        }
        return fates;
    }

    /** Found when somebody asks: a share within a wait does not. */
    private Fate atStart() {
        if (atStart == null) {
            atStart = before(atEnd(), load.seconds());
        }
        return atStart;
    }

    private Fate atEnd() {
        return next == null
                ? new Fate(served(), new double[places], new double[places])
                : new Fate(
                        fromHere(next.atStart().served),
                        fromHere(next.atStart().waited),
                        fromHere(next.atStart().answeredWait));
    }

    private Fate before(Fate after, double seconds) {
        var served = impatient.valueBefore(after.served, seconds);
        var waiting = new double[places];
        var waited = impatient.valueBefore(after.waited, seconds);
        impatient.valueBefore(waiting(), seconds, waiting);
        // Waiting at a moment and served later: served in the end, but not yet.
        var servedBy = new double[places];
        impatient.valueBefore(served(), seconds, servedBy);
        var answeredWait = impatient.valueBefore(after.answeredWait, seconds);
        for (int place = 0; place < places; place++) {
            waited[place] += waiting[place];
            answeredWait[place] += place == 0 ? 0 : seconds * served[place] - servedBy[place];
        }
        return new Fate(served, waited, answeredWait);
    }

    /** The answer by place, some seconds ahead of a moment of this interval. */
    double[] ahead(Question question, double moment, double seconds) {
        var chain = question == Question.SERVED_IF_PATIENT ? patient : impatient;
        double left = load.seconds() - moment;
        if (seconds <= left) {
            return chain.valueBefore(question == Question.STILL_WAITING ? waiting() : served(), seconds);
        }
        if (next == null) {
            return chain.valueBefore(question == Question.STILL_WAITING ? new double[places] : served(), left);
        }
        return chain.valueBefore(fromHere(next.ahead(question, 0, seconds - left)), left);
    }

    /** Values of the next interval by the places of this one: its new agents take the first. */
    private double[] fromHere(double[] ofNext) {
        int more = next == null ? 0 : Math.max(0, next.agents - agents);
        var here = new double[places];
        for (int place = 0; place < places; place++) {
            here[place] = ofNext[Math.max(0, place - more)];
        }
        return here;
    }

    private double[] served() {
        var served = new double[places];
        served[0] = 1;
        return served;
    }

    private double[] waiting() {
        var waiting = new double[places];
        Arrays.fill(waiting, 1, places, 1);
        return waiting;
    }
}
