package fr.vigie.roster;

import fr.vigie.input.Activity;
import fr.vigie.input.Shift;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/** How many are on the telephone in each quarter of an hour of a week, and what that lacks of the need. */
final class Cover {
    private static final int MINUTES = 15;

    private final Need need;
    private final int[] planned;
    private final long start;

    Cover(Need need, Collection<Shift> pieces) {
        this.need = need;
        this.planned = new int[need.length()];
        this.start = need.start(0).getEpochSecond();
        add(pieces, 1);
    }

    void replace(List<Shift> before, List<Shift> after) {
        add(before, -1);
        add(after, 1);
    }

    private void add(Collection<Shift> pieces, int people) {
        for (var piece : pieces) {
            for (int quarter = first(piece), end = end(piece); quarter < end; quarter++) {
                planned[quarter] += people;
            }
        }
    }

    /** The quarters in which somebody is needed or planned, in order. */
    List<Coverage> coverage() {
        return IntStream.range(0, planned.length)
                .filter(quarter -> need.at(quarter) > 0 || planned[quarter] > 0)
                .mapToObj(quarter -> new Coverage(need.start(quarter), need.at(quarter), planned[quarter]))
                .toList();
    }

    /** Minutes of operators that are missing between two moments. */
    int missingMinutes(Instant from, Instant until) {
        int missing = 0;
        for (int quarter = within(from, true), end = within(until, true); quarter < end; quarter++) {
            missing += Math.max(0, need.at(quarter) - planned[quarter]);
        }
        return MINUTES * missing;
    }

    /** The same weighed: the second who is missing at a time counts twice, the third three times. */
    int weighedMinutes(Instant from, Instant until) {
        int missing = 0;
        for (int quarter = within(from, true), end = within(until, true); quarter < end; quarter++) {
            int under = Math.max(0, need.at(quarter) - planned[quarter]);
            missing += under * (under + 1) / 2;
        }
        return MINUTES * missing;
    }

    /** Whether calls would be answered when nobody is needed. */
    boolean reachesBeyondTheNeed(List<Shift> pieces) {
        return pieces.stream().anyMatch(piece -> {
            for (int quarter = first(piece), end = end(piece); quarter < end; quarter++) {
                if (need.at(quarter) == 0) {
                    return true;
                }
            }
            return false;
        });
    }

    /** The first quarter that a piece on calls fills. */
    private int first(Shift piece) {
        return piece.activity() == Activity.CALLS ? within(piece.startsAt(), true) : planned.length;
    }

    /** The quarter after the last one that it fills. */
    private int end(Shift piece) {
        return piece.activity() == Activity.CALLS ? within(piece.endsAt(), false) : 0;
    }

    private int within(Instant moment, boolean up) {
        long minutes = Math.floorDiv(moment.getEpochSecond() - start, 60L);
        long quarter = up ? -Math.floorDiv(-minutes, MINUTES) : Math.floorDiv(minutes, MINUTES);
        return (int) Math.max(0, Math.min(planned.length, quarter));
    }
}
