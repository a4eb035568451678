package fr.vigie.signal;

import fr.vigie.input.ForwardingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One history on its way through a {@link RateChart}.
 *
 * <p>Weeks join the baseline only while nothing is on; those of a deviation wait until it has come back to zero, lest
 * a change become its own excuse. Each way of forwarding has a baseline of its own, because it decides which calls
 * come: a change of it breaks a deviation off. In each week the odds to be expected move with those of like practices:
 * what an epidemic does to all is nobody's change.
 */
final class RateRun {
    /** A deviation that has alarmed long ago must be able to end within weeks once the cause has gone. */
    private static final double CEILING = 1.5;

    private final RateSignal signal;
    private final String name;
    private final RateChart chart;
    private final PeerRates peers;
    private final Map<ForwardingMode, Past> pasts = new EnumMap<>(ForwardingMode.class);

    private @Nullable ForwardingMode forwarding;
    private Cusum cusum = Cusum.ZERO;
    private Past deviation = Past.NONE;
    private @Nullable LocalDate since;
    private Count latest = Count.NONE;
    private double baseline;

    RateRun(RateSignal signal, PeerRates peers) {
        this.signal = signal;
        this.name = signal.name();
        this.chart = signal.chart();
        this.peers = peers;
    }

    List<SignalReading> read(PracticeHistory history) {
        var readings = new ArrayList<SignalReading>();
        for (var week : history.weeks()) {
            if (week.comparable(signal.excuses()) && signal.count(week).denominator() > 0) {
                step(week, history.peerGroup());
            }
            if (forwarding != null && past(forwarding).suffices(chart) && latest.denominator() > 0) {
                readings.add(reading(history, week));
            }
        }
        return readings;
    }

    private void step(PracticeWeek week, String peerGroup) {
        if (week.forwarding() != forwarding) {
            forwarding = week.forwarding();
            rest();
        }
        var count = signal.count(week);
        var one = new Past(count, chart.effective(count), 1);
        var past = past(week.forwarding());
        if (!past.suffices(chart)) {
            pasts.merge(week.forwarding(), one, Past::plus);
            return;
        }
        latest = count;
        baseline = chart.baseline(past.effective(), peers.before(peerGroup, week.monday()));
        double expected = chart.lifted(baseline, peers.wave(peerGroup, week.monday()));
        cusum = cusum.plus(chart.increment(count, expected)).atMost(CEILING * chart.threshold());
        deviation = deviation.plus(one);
        if (cusum.score() > 0) {
            since = since == null ? week.monday() : since;
        } else {
            pasts.merge(week.forwarding(), deviation, Past::plus);
            rest();
        }
    }

    private Past past(ForwardingMode mode) {
        return pasts.getOrDefault(mode, Past.NONE);
    }

    private void rest() {
        cusum = Cusum.ZERO;
        deviation = Past.NONE;
        since = null;
    }

    private SignalReading reading(PracticeHistory history, PracticeWeek week) {
        var start = since == null ? week.monday() : since;
        var observed = since == null ? latest : deviation.events();
        return new SignalReading(
                week.asOf(),
                history.practiceId(),
                history.practitionerId(),
                name,
                observed,
                baseline,
                peers.between(history.peerGroup(), start, week.asOf()),
                cusum.score(),
                cusum.pValue(),
                cusum.pValue(),
                since,
                cusum.score() >= chart.threshold() && observed.denominator() >= chart.gate());
    }
}
