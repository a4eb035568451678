package fr.vigie.queuelog;

import java.time.Instant;
import java.util.List;

/**
 * Vigie's own way of counting, with {@link QueueCalls} and {@link AgentPresence}: the calls that an ingest of the same
 * log keeps.
 *
 * <ul>
 *   <li>A call belongs to the hour in which it entered the queue; its agent's talking to the hours in which it took place.
 *   <li>Received = answered + abandoned + timeout + closed + blocked + saturated; timeout is whatever left the queue
 *       unserved without hanging up; calls without a start or an end are not received.
 *   <li>The average wait is that of answered callers. Rates are shares of the offered: answered + abandoned + timeout.
 * </ul>
 */
public final class VigieCounting implements Counting {
    private final Tally tally;
    private final QueueCalls calls;
    private final AgentPresence presence;

    /** Counts the calls that enter a queue at {@code from} or later. */
    public VigieCounting(Instant from) {
        tally = new Tally(from);
        calls = new QueueCalls(new QueueCalls.Sink() {
            @Override
            public void call(QueueCall call) {
                count(call);
            }

            @Override
            public void reject(int file, long line, Fault fault) {
                tally.refuse(fault);
            }
        });
        presence = new AgentPresence((file, line, fault) -> tally.refuse(fault));
    }

    @Override
    public void take(QueueLogLine line) {
        tally.take(line);
        if (line.fault() == null) {
            calls.take(line);
            presence.take(line);
        }
    }

    private void count(QueueCall call) {
        var answeredAt = call.answeredAt();
        long waited = (answeredAt == null ? call.endedAt() : answeredAt) - call.enteredAt();
        tally.call(new Counted(call.queue(), kind(call), call.enteredAt(), waited));
        var person = call.person();
        if (answeredAt != null && person != null) {
            tally.agent(person).taken().add(new Taken(call.enteredAt(), Tally.span(answeredAt, call.endedAt())));
        }
    }

    private static Kind kind(QueueCall call) {
        return switch (call.outcome()) {
            case ANSWERED -> Kind.ANSWERED;
            case ABANDONED -> Kind.ABANDONED;
            case CLOSED -> Kind.CLOSED;
            case BLOCKED -> call.exit() == QueueLogEvent.JOINEMPTY
                    ? Kind.JOIN_EMPTY
                    : call.exit() == QueueLogEvent.FULL ? Kind.FULL : Kind.DIVERTED;
            default -> Kind.TIMEOUT;
        };
    }

    @Override
    public Counts finish(long until) {
        calls.finish();
        presence.finish(until).forEach((agent, times) -> {
            var work = tally.agent(agent);
            work.loggedIn().addAll(times.available());
            work.loggedIn().addAll(times.paused());
            work.paused().addAll(times.paused());
        });
        return tally.counts();
    }

    @Override
    public boolean datesTalkingByItsCall() {
        return false;
    }

    @Override
    public Ratios ratios(List<Counted> calls, long withinSeconds) {
        long answered = Tally.count(calls, Kind.ANSWERED);
        long offered = Tally.count(calls, Kind.ANSWERED, Kind.ABANDONED, Kind.TIMEOUT);
        return new Ratios(
                Tally.ratio(Tally.waited(calls, Kind.ANSWERED), answered),
                Tally.ratio(answered, offered),
                Tally.ratio(Tally.answeredWithin(calls, withinSeconds), offered));
    }
}
