package fr.vigie.queue;

import java.util.List;

/**
 * A day as it was played.
 *
 * @param intervals what was counted in each interval
 * @param byKind the same for each kind of call, without the agents' time
 */
public record SimulatedDay(List<Tally> intervals, List<List<Tally>> byKind) {
    public SimulatedDay {
        intervals = List.copyOf(intervals);
        byKind = byKind.stream().map(List::copyOf).toList();
    }

    /** The whole day. */
    public Tally total() {
        return intervals.stream().reduce(Tally::and).orElseThrow();
    }
}
