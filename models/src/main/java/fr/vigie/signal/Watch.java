package fr.vigie.signal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * All signals over a whole network, and their alarms held against each other: an alarm stands only where the
 * Benjamini-Hochberg procedure over the practices read by the same signal on the same date keeps it.
 *
 * @param signals the signals
 * @param falseDiscoveryRate the share of false alarms tolerated among the practices in alarm, above 0, at most 1
 */
public record Watch(List<Signal> signals, double falseDiscoveryRate) {
    public Watch {
        signals = List.copyOf(signals);
        if (!(falseDiscoveryRate > 0 && falseDiscoveryRate <= 1)) {
            throw new IllegalArgumentException(
                    "The false discovery rate (%s) must lie between 0 and 1.\nMaybe set signals.false-discovery-rate: 0.25."
                            .formatted(falseDiscoveryRate));
        }
    }

    /**
     * Reads the network.
     *
     * @return by signal, date and history, each in order
     */
    public List<SignalReading> read(List<PracticeHistory> network) {
        var readings = new ArrayList<SignalReading>();
        for (var signal : signals) {
            var dates = new TreeMap<LocalDate, List<SignalReading>>();
            for (var reading : signal.read(network)) {
                dates.computeIfAbsent(reading.asOf(), date -> new ArrayList<>()).add(reading);
            }
            dates.values().forEach(date -> readings.addAll(heldAgainstEachOther(date)));
        }
        return List.copyOf(readings);
    }

    private List<SignalReading> heldAgainstEachOther(List<SignalReading> date) {
        var adjusted = FalseDiscovery.adjusted(
                date.stream().mapToDouble(SignalReading::pValue).toArray());
        var held = new ArrayList<SignalReading>(date.size());
        for (int i = 0; i < adjusted.length; i++) {
            held.add(date.get(i).among(adjusted[i], falseDiscoveryRate));
        }
        return held;
    }
}
