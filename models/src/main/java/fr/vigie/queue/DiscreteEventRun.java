package fr.vigie.queue;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGenerator.SplittableGenerator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * One play of a day, event by event.
 *
 * <p>Who hangs up is found out when an agent gets to the caller: that moment is the wait that the caller would have had with
 * endless patience. What an event is due for stands in the low bits of its time, so nothing is allocated for a call.
 *
 * <p>Arrivals, calls and redials draw from generators of their own, and a call draws its handling and its patience when it
 * comes: other agents do not change what callers bring (common random numbers), as long as nobody calls again.
 */
final class DiscreteEventRun {
    /** Bits of an event that say whom it concerns: an agent, or a caller who may call again. */
    private static final int WHOM_BITS = 20;

    private static final int REDIAL_BIT = 1 << (WHOM_BITS - 1);
    /** The same bit in a change of shift: an agent comes, and does not go. */
    private static final int COMING = REDIAL_BIT;

    private static final long WHOM_MASK = (1L << WHOM_BITS) - 1;
    /** Agents or callers that an event can tell apart. */
    static final int MOST = REDIAL_BIT;
    /** The last moment that an event can be due at. */
    static final long LAST_MOMENT = 1L << (62 - WHOM_BITS);

    private static final int NO_REDIAL = -1;

    private enum State {
        AWAY,
        IDLE,
        BUSY
    }

    private final CallKind[] kinds;
    private final Agent[] agents;
    private final RandomGenerator arrivals;
    private final RandomGenerator calls;
    private final RandomGenerator redials;
    private final long length;
    private final long horizon;
    private final long pause;
    private final double[][] ratesPerMicro;
    private final double[] totalPerMicro;
    private final double[][] handlingFactors;
    private final TallyBook book;

    private final EventHeap due = new EventHeap();
    private final WaitingLine[] lines;
    private final IdleAgents idle;
    private final State[] state;
    private final boolean[] present;
    private final long[] since;
    private final long[] runFrom;
    private final long[] lastEnd;
    private final long[] shifts;
    private int nextShift;

    private int[] redialKind = new int[64];
    private boolean[] answered = new boolean[64];
    private int[] freeRedials = new int[64];
    private int free;
    private int usedRedials;

    private double arrivalTime;
    private int arrivalInterval;

    DiscreteEventRun(DiscreteEventSimulation day, SplittableGenerator random) {
        kinds = day.kinds().toArray(CallKind[]::new);
        agents = day.agents().toArray(Agent[]::new);
        arrivals = random.split();
        calls = random.split();
        redials = random.split();
        length = Micros.of(day.intervalSeconds());
        int intervals = day.intervals();
        horizon = intervals * length;
        pause = Micros.of(day.measures().pauseSeconds());
        ratesPerMicro = new double[intervals][kinds.length];
        totalPerMicro = new double[intervals];
        handlingFactors = new double[intervals][kinds.length];
        for (int i = 0; i < intervals; i++) {
            for (int kind = 0; kind < kinds.length; kind++) {
                ratesPerMicro[i][kind] = kinds[kind].callsPerHour().get(i) / 3600 / Micros.PER_SECOND;
                totalPerMicro[i] += ratesPerMicro[i][kind];
                handlingFactors[i][kind] = kinds[kind].handlingFactors().get(i);
            }
        }
        book = new TallyBook(kinds.length, intervals, length, day.measures());
        lines = new WaitingLine[kinds.length];
        Arrays.setAll(lines, kind -> new WaitingLine());
        idle = new IdleAgents(day.agents(), kinds.length, day.routing());
        state = new State[agents.length];
        Arrays.fill(state, State.AWAY);
        present = new boolean[agents.length];
        since = new long[agents.length];
        runFrom = new long[agents.length];
        lastEnd = new long[agents.length];
        Arrays.fill(lastEnd, -Micros.NEVER);
        shifts = shifts();
    }

    /** All comings and goings in order, goings first at the same moment: time, then coming, then whom. */
    private long[] shifts() {
        return IntStream.range(0, agents.length)
                .boxed()
                .flatMapToLong(agent -> agents[agent].stretches().stream()
                        .flatMapToLong(stretch -> LongStream.of(
                                event(Micros.of(stretch.fromSeconds()), agent | COMING),
                                event(Micros.of(stretch.untilSeconds()), agent))))
                .sorted()
                .toArray();
    }

    private static long event(long time, int whom) {
        return Math.min(time, LAST_MOMENT) << WHOM_BITS | whom;
    }

    TallyBook play() {
        for (int kind = 0; kind < kinds.length; kind++) {
            for (int i = 0; i < kinds[kind].backlog(); i++) {
                attempt(kind, 0, false);
            }
        }
        long nextArrival = nextArrival();
        while (true) {
            long shift = nextShift < shifts.length ? shifts[nextShift] >>> WHOM_BITS : Long.MAX_VALUE;
            long event = due.least() >>> WHOM_BITS;
            long now = Math.min(shift, Math.min(event, nextArrival));
            if (now >= horizon) {
                break;
            }
            if (shift == now) {
                changeShift((int) (shifts[nextShift++] & WHOM_MASK), now);
            } else if (event == now) {
                int whom = (int) (due.least() & WHOM_MASK);
                due.removeLeast();
                if ((whom & REDIAL_BIT) == 0) {
                    endCall(whom, now);
                } else {
                    redial(whom ^ REDIAL_BIT, now);
                }
            } else {
                attempt(kindOf(arrivalInterval), now, false);
                nextArrival = nextArrival();
            }
        }
        close();
        return book;
    }

    /** The next first attempt: a unit of exponential time is used up at the rate of each interval. */
    private long nextArrival() {
        double left = arrivals.nextExponential();
        while (arrivalInterval < totalPerMicro.length) {
            double rate = totalPerMicro[arrivalInterval];
            double end = (arrivalInterval + 1.0) * length;
            double uses = rate * (end - arrivalTime);
            if (left < uses) {
                arrivalTime += left / rate;
                return Math.min((long) arrivalTime, (arrivalInterval + 1L) * length - 1);
            }
            left -= uses;
            arrivalTime = end;
            arrivalInterval++;
        }
        return Long.MAX_VALUE;
    }

    private int kindOf(int interval) {
        if (kinds.length == 1) {
            return 0;
        }
        double left = arrivals.nextDouble() * totalPerMicro[interval];
        int kind = 0;
        while (kind < kinds.length - 1 && left >= ratesPerMicro[interval][kind]) {
            left -= ratesPerMicro[interval][kind];
            kind++;
        }
        return kind;
    }

    private void attempt(int kind, long now, boolean again) {
        long handling = Micros.of(kinds[kind].handling().draw(calls) * handlingFactors[(int) (now / length)][kind]);
        long deadline = now + Micros.of(kinds[kind].patience().draw(calls));
        book.offered(kind, now, again);
        int agent = idle.take(kind);
        if (agent >= 0) {
            answer(kind, now, handling, agent, now);
        } else {
            lines[kind].add(now, deadline, handling, redialAfter(kind, deadline));
        }
    }

    /** Notes that a caller calls again unless answered; the number of the note, or none. */
    private int redialAfter(int kind, long deadline) {
        var what = kinds[kind].redials();
        if (what.probability() == 0 || redials.nextDouble() >= what.probability()) {
            return NO_REDIAL;
        }
        long again = deadline + 1 + Micros.of(what.delay().draw(redials));
        if (again >= horizon) {
            return NO_REDIAL;
        }
        int note = free > 0 ? freeRedials[--free] : usedRedials++;
        if (note == redialKind.length) {
            if (note == MOST) {
                throw new IllegalStateException(
                        "More than %d callers mean to call again.\nMaybe agents are far too few.".formatted(MOST));
            }
            redialKind = Arrays.copyOf(redialKind, 2 * note);
            answered = Arrays.copyOf(answered, 2 * note);
            freeRedials = Arrays.copyOf(freeRedials, 2 * note);
        }
        redialKind[note] = kind;
        answered[note] = false;
        due.add(event(again, note | REDIAL_BIT));
        return note;
    }

    private void redial(int note, long now) {
        freeRedials[free++] = note;
        if (!answered[note]) {
            attempt(redialKind[note], now, true);
        }
    }

    private void answer(int kind, long arrival, long handling, int agent, long now) {
        book.answered(kind, arrival, now - arrival);
        book.busy(now, now + handling);
        if (now - lastEnd[agent] >= pause) {
            runFrom[agent] = now;
        }
        state[agent] = State.BUSY;
        due.add(event(now + handling, agent));
    }

    private void endCall(int agent, long now) {
        lastEnd[agent] = now;
        book.run(now, now - runFrom[agent]);
        if (present[agent]) {
            takeNext(agent, now);
        } else {
            leave(agent, now);
        }
    }

    private void changeShift(int whom, long now) {
        int agent = whom & ~COMING;
        present[agent] = (whom & COMING) != 0;
        if (present[agent] && state[agent] == State.AWAY) {
            since[agent] = now;
            takeNext(agent, now);
        } else if (!present[agent] && state[agent] == State.IDLE) {
            idle.remove(agent);
            leave(agent, now);
        }
    }

    private void leave(int agent, long now) {
        state[agent] = State.AWAY;
        book.staffed(since[agent], now);
    }

    /** Gives a free agent the call that waits longest of those that the agent can answer. */
    private void takeNext(int agent, long now) {
        while (true) {
            int kind = longestWaiting(agents[agent].skills());
            if (kind < 0) {
                state[agent] = State.IDLE;
                idle.add(agent, now);
                return;
            }
            var line = lines[kind];
            long arrival = line.firstArrival();
            long deadline = line.firstDeadline();
            long handling = line.firstHandling();
            int note = line.firstRedial();
            line.removeFirst();
            if (deadline > now) {
                if (note != NO_REDIAL) {
                    answered[note] = true;
                }
                answer(kind, arrival, handling, agent, now);
                return;
            }
            book.abandoned(kind, arrival, deadline - arrival, now - arrival);
        }
    }

    private int longestWaiting(long skills) {
        int best = -1;
        long first = Long.MAX_VALUE;
        for (int kind = 0; kind < lines.length; kind++) {
            if ((skills >>> kind & 1) != 0 && lines[kind].firstArrival() < first) {
                first = lines[kind].firstArrival();
                best = kind;
            }
        }
        return best;
    }

    private void close() {
        for (int agent = 0; agent < agents.length; agent++) {
            if (state[agent] != State.AWAY) {
                book.staffed(since[agent], horizon);
            }
            if (state[agent] == State.BUSY) {
                book.run(horizon, horizon - runFrom[agent]);
            }
        }
        for (int kind = 0; kind < kinds.length; kind++) {
            for (var line = lines[kind]; !line.isEmpty(); line.removeFirst()) {
                long arrival = line.firstArrival();
                if (line.firstDeadline() <= horizon) {
                    book.abandoned(kind, arrival, line.firstDeadline() - arrival, Micros.NEVER);
                } else {
                    book.lostAtClose(kind, arrival);
                }
            }
        }
    }
}
