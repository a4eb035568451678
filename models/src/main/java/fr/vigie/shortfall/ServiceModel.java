package fr.vigie.shortfall;

import fr.vigie.staffing.ErlangA;
import fr.vigie.staffing.ErlangX;
import fr.vigie.staffing.QueueModel;
import fr.vigie.staffing.ServiceLevel;
import java.util.Collection;
import java.util.Objects;
import java.util.function.Function;

/**
 * The service level that the queueing formulas expect (Erlang A, with redials Erlang X).
 *
 * <p>A mean of 5.4 agents is five for three fifths of the interval and six for the rest; with nobody there nobody is answered
 * in time.
 *
 * @param measure what a service level is
 * @param patienceSeconds the mean patience of callers
 * @param redial the probability that a caller who was lost calls again, 0 to 1
 */
public record ServiceModel(ServiceLevel measure, double patienceSeconds, double redial) {
    private static final double ROUNDING = 1e-9;

    public ServiceModel {
        new ErlangX(1, 1, patienceSeconds, redial);
    }

    /** The service level over several intervals, each as heavy as its calls; 1 where there are none. */
    double serviceLevel(Collection<Interval> intervals, Function<Interval, Conditions> conditions) {
        double calls = 0;
        double inTime = 0;
        for (var interval : intervals) {
            var like = conditions.apply(interval);
            if (like.calls() > 0) {
                calls += like.calls();
                inTime += like.calls() * serviceLevel(interval, like);
            }
        }
        return calls == 0 ? 1 : inTime / calls;
    }

    private double serviceLevel(Interval interval, Conditions like) {
        double erlangs = QueueModel.erlangs(like.calls() * 60 / interval.minutes(), like.ahtSeconds());
        var model = redial == 0
                ? new ErlangA(erlangs, like.ahtSeconds(), patienceSeconds)
                : new ErlangX(erlangs, like.ahtSeconds(), patienceSeconds, redial);
        double agents = interval.agents(like);
        int fewer = (int) Math.floor(agents + ROUNDING);
        double more = Math.max(0, agents - fewer);
        double low = serviceLevel(model, fewer);
        return more == 0 ? low : low + more * (serviceLevel(model, fewer + 1) - low);
    }

    private double serviceLevel(QueueModel model, int agents) {
        return agents == 0 ? 0 : Objects.requireNonNull(model.with(agents).serviceLevel(measure));
    }
}
