package fr.vigie.signal;

import java.util.ArrayList;
import java.util.List;

/** A signal that is a share of events: the rate goes up. */
public sealed interface RateSignal extends Signal permits Refusal, Saturation, Stress {
    /** How it is watched. */
    RateChart chart();

    /** The week's events. */
    Count count(PracticeWeek week);

    @Override
    default List<SignalReading> read(List<PracticeHistory> network) {
        var peers = PeerRates.of(this, network);
        var readings = new ArrayList<SignalReading>();
        for (var history : network) {
            if (history.level() == level()) {
                readings.addAll(new RateRun(this, peers).read(history));
            }
        }
        return List.copyOf(readings);
    }
}
