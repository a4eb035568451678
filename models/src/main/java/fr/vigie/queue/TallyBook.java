package fr.vigie.queue;

import java.util.ArrayList;
import java.util.List;

/** Counts a day as it is played: numbers in arrays, times in microseconds. */
final class TallyBook {
    private static final int OFFERED = 0;
    private static final int REDIALS = 1;
    private static final int ANSWERED = 2;
    private static final int ABANDONED = 3;
    private static final int WAIT = 4;
    private static final int ANSWERED_WAIT = 5;
    private static final int QUEUED = 6;
    private static final int FIELDS = 7;
    private static final int ANSWERED_WITHIN = 0;
    private static final int GONE_WITHIN = 1;
    private static final int VIRTUAL_WITHIN = 2;
    private static final int OVER = 3;
    private static final int FIELDS_OF_WAIT = 4;

    private final int intervals;
    private final long length;
    private final long horizon;
    private final long[] limits;
    private final int stride;
    private final long[] counts;
    private final double[] squares;
    private final long[] busy;
    private final long[] staffed;
    private final long[] longestRun;

    TallyBook(int kinds, int intervals, long lengthMicros, Measures measures) {
        this.intervals = intervals;
        length = lengthMicros;
        horizon = intervals * lengthMicros;
        limits = measures.waitSeconds().stream().mapToLong(Micros::of).toArray();
        stride = FIELDS + FIELDS_OF_WAIT * limits.length;
        counts = new long[kinds * intervals * stride];
        squares = new double[kinds * intervals];
        busy = new long[intervals];
        staffed = new long[intervals];
        longestRun = new long[intervals];
    }

    void offered(int kind, long now, boolean redial) {
        int at = cell(kind, now) * stride;
        counts[at + OFFERED]++;
        if (redial) {
            counts[at + REDIALS]++;
        }
    }

    void answered(int kind, long arrival, long wait) {
        int cell = cell(kind, arrival);
        int at = cell * stride;
        counts[at + ANSWERED]++;
        if (wait > 0) {
            counts[at + ANSWERED_WAIT] += wait;
            waited(kind, cell, arrival, wait);
        }
        for (int i = 0, field = at + FIELDS; i < limits.length; i++, field += FIELDS_OF_WAIT) {
            if (wait <= limits[i]) {
                counts[field + ANSWERED_WITHIN]++;
                counts[field + VIRTUAL_WITHIN]++;
            } else {
                counts[field + OVER]++;
            }
        }
    }

    /** A caller hung up after a wait, and would have been answered after another one. */
    void abandoned(int kind, long arrival, long wait, long virtualWait) {
        int cell = cell(kind, arrival);
        int at = cell * stride;
        counts[at + ABANDONED]++;
        waited(kind, cell, arrival, wait);
        for (int i = 0, field = at + FIELDS; i < limits.length; i++, field += FIELDS_OF_WAIT) {
            counts[field + (wait <= limits[i] ? GONE_WITHIN : OVER)]++;
            if (virtualWait <= limits[i]) {
                counts[field + VIRTUAL_WITHIN]++;
            }
        }
    }

    /** A caller waits when the lines close. */
    void lostAtClose(int kind, long arrival) {
        int cell = cell(kind, arrival);
        long wait = horizon - arrival;
        waited(kind, cell, arrival, wait);
        for (int i = 0, field = cell * stride + FIELDS; i < limits.length; i++, field += FIELDS_OF_WAIT) {
            counts[field + (wait <= limits[i] ? GONE_WITHIN : OVER)]++;
        }
    }

    private void waited(int kind, int cell, long arrival, long wait) {
        counts[cell * stride + WAIT] += wait;
        double seconds = wait / Micros.PER_SECOND;
        squares[cell] += seconds * seconds;
        long from = arrival;
        long until = Math.min(horizon, arrival + wait);
        for (int i = (int) (from / length); from < until; i++) {
            long end = Math.min(until, (i + 1) * length);
            counts[(kind * intervals + i) * stride + QUEUED] += end - from;
            from = end;
        }
    }

    void busy(long from, long until) {
        spread(busy, from, until);
    }

    void staffed(long from, long until) {
        spread(staffed, from, until);
    }

    void run(long now, long duration) {
        int interval = (int) Math.min(intervals - 1, now / length);
        longestRun[interval] = Math.max(longestRun[interval], duration);
    }

    private void spread(long[] into, long start, long stop) {
        long from = start;
        long until = Math.min(horizon, stop);
        for (int i = (int) (from / length); from < until; i++) {
            long end = Math.min(until, (i + 1) * length);
            into[i] += end - from;
            from = end;
        }
    }

    private int cell(int kind, long time) {
        return kind * intervals + (int) (time / length);
    }

    /** The tallies of a kind, by interval. */
    List<Tally> ofKind(int kind) {
        var tallies = new ArrayList<Tally>();
        for (int i = 0; i < intervals; i++) {
            tallies.add(tally(kind * intervals + i, 0, 0, 0));
        }
        return tallies;
    }

    /** The tallies of all kinds together with the agents' time, by interval. */
    List<Tally> all(int kinds) {
        var tallies = new ArrayList<Tally>();
        for (int i = 0; i < intervals; i++) {
            var all = tally(i, busy[i], staffed[i], longestRun[i]);
            for (int kind = 1; kind < kinds; kind++) {
                all = all.and(tally(kind * intervals + i, 0, 0, 0)).lasting(length / Micros.PER_SECOND);
            }
            tallies.add(all);
        }
        return tallies;
    }

    private Tally tally(int cell, long busyMicros, long staffedMicros, long runMicros) {
        int at = cell * stride;
        var waits = new ArrayList<Tally.Waits>();
        for (int i = 0; i < limits.length; i++) {
            int field = at + FIELDS + i * FIELDS_OF_WAIT;
            waits.add(new Tally.Waits(
                    limits[i] / Micros.PER_SECOND,
                    counts[field + ANSWERED_WITHIN],
                    counts[field + GONE_WITHIN],
                    counts[field + VIRTUAL_WITHIN],
                    counts[field + OVER]));
        }
        return new Tally(
                length / Micros.PER_SECOND,
                counts[at + OFFERED],
                counts[at + REDIALS],
                counts[at + ANSWERED],
                counts[at + ABANDONED],
                counts[at + WAIT] / Micros.PER_SECOND,
                squares[cell],
                counts[at + ANSWERED_WAIT] / Micros.PER_SECOND,
                counts[at + QUEUED] / Micros.PER_SECOND,
                busyMicros / Micros.PER_SECOND,
                staffedMicros / Micros.PER_SECOND,
                runMicros / Micros.PER_SECOND,
                waits);
    }
}
