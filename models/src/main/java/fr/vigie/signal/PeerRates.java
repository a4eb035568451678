package fr.vigie.signal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What like practices show, week by week; a group of fewer than five stands for nobody and is replaced by the whole
 * network.
 */
final class PeerRates {
    private static final int LEAST_GROUP = 5;

    private final Map<String, NavigableMap<LocalDate, Count>> totals;
    private final NavigableMap<LocalDate, Count> network;

    private PeerRates(Map<String, NavigableMap<LocalDate, Count>> totals, NavigableMap<LocalDate, Count> network) {
        this.totals = totals;
        this.network = network;
    }

    static PeerRates of(RateSignal signal, List<PracticeHistory> histories) {
        var groups = new TreeMap<String, NavigableMap<LocalDate, Count>>();
        var members = new TreeMap<String, TreeSet<String>>();
        var network = new TreeMap<LocalDate, Count>();
        for (var history : histories) {
            if (history.level() != signal.level()) {
                continue;
            }
            members.computeIfAbsent(history.peerGroup(), group -> new TreeSet<>())
                    .add(history.practiceId());
            var group = groups.computeIfAbsent(history.peerGroup(), name -> new TreeMap<>());
            for (var week : history.weeks()) {
                if (week.comparable(signal.excuses())) {
                    var count = signal.count(week);
                    group.merge(week.monday(), count, Count::plus);
                    network.merge(week.monday(), count, Count::plus);
                }
            }
        }
        groups.keySet()
                .removeIf(group -> members.getOrDefault(group, new TreeSet<>()).size() < LEAST_GROUP);
        groups.values().forEach(PeerRates::accumulate);
        accumulate(network);
        return new PeerRates(groups, network);
    }

    /** The rate in all weeks before the end. */
    double before(String group, LocalDate end) {
        return total(group, end).rate();
    }

    /** The rate in the weeks from the start until before the end. */
    double between(String group, LocalDate start, LocalDate end) {
        return total(group, end).minus(total(group, start)).rate();
    }

    private Count total(String group, LocalDate end) {
        var last = totals.getOrDefault(group, network).lowerEntry(end);
        return last == null ? Count.NONE : last.getValue();
    }

    private static void accumulate(NavigableMap<LocalDate, Count> weeks) {
        var sum = Count.NONE;
        for (var week : weeks.entrySet()) {
            sum = sum.plus(week.getValue());
            week.setValue(sum);
        }
    }
}
