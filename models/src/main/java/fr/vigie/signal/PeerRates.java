package fr.vigie.signal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What like practices show, week by week; a group of fewer than five stands for nobody and is replaced by the whole
 * network.
 */
final class PeerRates {
    private static final int LEAST_GROUP = 5;

    /** A week is held against so many events of what is presumed of it. */
    private static final double STEADY_EVENTS = 300;

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

    /**
     * By how much the odds of like practices in a week exceed those of the weeks before: an epidemic lifts everybody's.
     * The network's few events are shrunk towards no wave, the group's towards the network's.
     */
    double wave(String group, LocalDate monday) {
        double everybody = wave(network, monday, 1);
        var own = totals.get(group);
        return own == null ? everybody : wave(own, monday, everybody);
    }

    private static double wave(NavigableMap<LocalDate, Count> weeks, LocalDate monday, double presumed) {
        var before = upTo(weeks.lowerEntry(monday));
        if (before.numerator() == 0 || before.numerator() == before.denominator()) {
            return presumed;
        }
        var week = upTo(weeks.floorEntry(monday)).minus(before);
        double usual = before.rate() / (1 - before.rate());
        double expected = presumed * usual / (1 + presumed * usual);
        double now = (week.numerator() + STEADY_EVENTS * expected) / (week.denominator() + STEADY_EVENTS);
        return now / (1 - now) / usual;
    }

    private Count total(String group, LocalDate end) {
        return upTo(totals.getOrDefault(group, network).lowerEntry(end));
    }

    private static Count upTo(Map.@Nullable Entry<LocalDate, Count> last) {
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
