package fr.vigie.queuelog;

import static java.util.Objects.requireNonNull;

import fr.vigie.call.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The calls that a log tells: lines in, in order of time, calls out as they end. It remembers what is going on, not what
 * was.
 *
 * <ul>
 *   <li>The unit is a stay in a queue: the same call may enter several queues, and one queue several times.
 *   <li>A restart ({@code QUEUESTART}) ends what is open: answered where an agent had taken it, else overflowed, since
 *       the caller neither hung up nor was served.
 *   <li>A caller is in one queue at a time: who enters one has left the one before, be it the same, where the exit is
 *       missing. The stay ends there, by the same rule. After a transfer the log may tell the exit a little later than
 *       the entry: an exit that comes within a minute counts, unless the caller has come back or the exchange restarted.
 *   <li>{@code AGENTDUMP} and {@code SYSCOMPAT} end a stay unless the log goes on about it.
 *   <li>{@code EXITEMPTY} and {@code LEAVEEMPTY} may tell the same exit; the second is no exit of its own.
 *   <li>{@code WRAPUPSTART} belongs to the call that the agent ended within a second of it, and if there is none, to the
 *       one whose caller entered another queue within a second of it.
 * </ul>
 */
public final class QueueCalls {
    private static final long WRAP_UP_WITHIN = 1;
    private static final long SAME_EXIT_WITHIN = 60;
    private static final long DIALLED_WITHIN = 3600;

    /** Who is told. */
    public interface Sink {
        /** A call that is over. */
        void call(QueueCall call);

        /** Something that should have been a call. */
        void reject(int file, long line, Fault fault);
    }

    private record Key(String callId, String queue) {}

    private record Dialled(String number, long epoch) {}

    private static final class Stay {
        private final QueueLogLine entry;
        private final String id;
        private @Nullable String calledNumber;
        private @Nullable QueueLogLine connection;
        private @Nullable QueueLogLine drop;
        /** The entry into another queue, where the exit is not told yet. */
        private @Nullable QueueLogLine left;

        private @Nullable QueueLogLine wrapUp;

        Stay(QueueLogLine entry, String id, @Nullable String calledNumber) {
            this.entry = entry;
            this.id = id;
            this.calledNumber = calledNumber;
        }
    }

    private final Sink sink;
    private final Map<Key, Stay> open = new LinkedHashMap<>();
    private final Map<Key, Integer> entriesOfThisSecond = new HashMap<>();
    /** The stay that each caller began last. */
    private final Map<String, Key> entered = new HashMap<>();
    /** Stays with an agent of callers who entered another queue, in the order of these entries. */
    private final Map<Key, Stay> leftUntold = new LinkedHashMap<>();

    private final Map<Key, QueueLogLine> leftEmpty = new LinkedHashMap<>();
    private final Map<String, Dialled> dialled = new LinkedHashMap<>();
    private final Map<String, QueueCall> beforeWrapUp = new LinkedHashMap<>();
    private final Map<String, QueueLogLine> earlyWrapUps = new HashMap<>();
    private long now = Long.MIN_VALUE;

    public QueueCalls(Sink sink) {
        this.sink = sink;
    }

    /** Takes the next line; lines come in order of time. */
    public void take(QueueLogLine line) {
        advanceTo(line.epoch());
        var fault = line.fault();
        if (fault != null) {
            sink.reject(line.file(), line.number(), fault);
            return;
        }
        var event = line.event();
        if (event == null) {
            return;
        }
        var key = new Key(line.callId(), line.queue());
        var stay = open.get(key);
        switch (event.role()) {
            case ENTRY -> enter(key, stay, line);
            case CONNECTION -> goesOn(stay, line);
            case RINGING -> goesOn(stay, null);
            case EXIT -> exit(key, stay, line, event);
            case DROP -> {
                if (stay != null) {
                    stay.drop = line;
                }
            }
            case REFUSAL -> sink.call(refused(key, line, event));
            case WRAP_UP -> wrapUp(line);
            case DIALLED_NUMBER -> dial(line);
            case RESTART -> restart(line);
            case PRESENCE, REMARK -> {}
        }
    }

    /** The log is over: what is still going on is unfinished. */
    public void finish() {
        leftUntold.forEach((key, stay) -> {
            open.remove(key);
            endUntold(stay);
        });
        leftUntold.clear();
        beforeWrapUp.values().forEach(sink::call);
        beforeWrapUp.clear();
        for (var stay : open.values()) {
            if (stay.drop != null) {
                sink.call(ended(stay, stay.drop, QueueLogEvent.SYSCOMPAT));
            } else {
                sink.reject(
                        stay.entry.file(),
                        stay.entry.number(),
                        new Fault("unfinished", "the call %s has no end yet".formatted(stay.id)));
            }
        }
        open.clear();
    }

    private void advanceTo(long epoch) {
        if (epoch <= now) {
            return;
        }
        now = epoch;
        entriesOfThisSecond.clear();
        earlyWrapUps.values().removeIf(w -> w.epoch() < now - WRAP_UP_WITHIN);
        for (var calls = beforeWrapUp.values().iterator(); calls.hasNext(); ) {
            var call = calls.next();
            if (call.endedAt() < now - WRAP_UP_WITHIN) {
                calls.remove();
                sink.call(call);
            }
        }
        forget(leftEmpty.values().iterator(), now - SAME_EXIT_WITHIN);
        for (var stays = leftUntold.entrySet().iterator(); stays.hasNext(); ) {
            var stay = stays.next();
            if (left(stay.getValue()).epoch() >= now - SAME_EXIT_WITHIN) {
                break;
            }
            stays.remove();
            open.remove(stay.getKey());
            endUntold(stay.getValue());
        }
        for (var numbers = dialled.values().iterator();
                numbers.hasNext() && numbers.next().epoch() < now - DIALLED_WITHIN; ) {
            numbers.remove();
        }
    }

    private static void forget(Iterator<QueueLogLine> oldestFirst, long before) {
        while (oldestFirst.hasNext() && oldestFirst.next().epoch() < before) {
            oldestFirst.remove();
        }
    }

    private void enter(Key key, @Nullable Stay before, QueueLogLine line) {
        if (before != null) {
            close(key);
            endWithoutExit(before, line, QueueLogEvent.ENTERQUEUE);
        }
        var other = entered.put(key.callId(), key);
        if (other != null) {
            leave(other, line);
        }
        leftEmpty.remove(key);
        var number = dialled.get(key.callId());
        open.put(key, new Stay(line, id(key, line), number == null ? null : number.number()));
    }

    private void leave(Key other, QueueLogLine line) {
        var stay = open.get(other);
        if (stay == null) {
            return;
        }
        if (stay.connection != null) {
            if (stay.left == null) {
                stay.left = line;
                leftUntold.put(other, stay);
            }
        } else {
            close(other);
            end(stay, line, QueueLogEvent.ENTERQUEUE);
        }
    }

    private void close(Key key) {
        open.remove(key);
        entered.remove(key.callId(), key);
        leftUntold.remove(key);
    }

    private String id(Key key, QueueLogLine line) {
        int entry = entriesOfThisSecond.merge(key, 1, Integer::sum);
        return "%s/%s/%d".formatted(key.callId(), key.queue(), line.epoch()) + (entry > 1 ? "." + entry : "");
    }

    private static void goesOn(@Nullable Stay stay, @Nullable QueueLogLine connection) {
        if (stay != null) {
            stay.drop = null;
            if (connection != null) {
                stay.connection = connection;
            }
        }
    }

    private void exit(Key key, @Nullable Stay stay, QueueLogLine line, QueueLogEvent event) {
        boolean empty = event == QueueLogEvent.EXITEMPTY || event == QueueLogEvent.LEAVEEMPTY;
        if (stay != null) {
            close(key);
            if (empty) {
                leftEmpty.remove(key);
                leftEmpty.put(key, line);
            }
            end(stay, line, event);
            return;
        }
        var told = leftEmpty.remove(key);
        if (told == null || !empty || told.event() == event) {
            sink.reject(
                    line.file(),
                    line.number(),
                    new Fault(
                            "missing-start",
                            "%s of the call %s, which did not enter the queue %s"
                                    .formatted(event, key.callId(), key.queue())));
        }
    }

    private void endWithoutExit(Stay stay, QueueLogLine line, QueueLogEvent event) {
        if (stay.left == null) {
            end(stay, line, event);
        } else {
            endUntold(stay);
        }
    }

    /** Ends a stay of a caller who entered another queue there; what the agent does now has nothing to do with it. */
    private void endUntold(Stay stay) {
        var call = call(stay, left(stay), QueueLogEvent.ENTERQUEUE);
        sink.call(stay.wrapUp == null ? call : call.withWrapSeconds(wrapSeconds(stay.wrapUp)));
    }

    private static QueueLogLine left(Stay stay) {
        return requireNonNull(stay.left);
    }

    private QueueCall call(Stay stay, QueueLogLine line, QueueLogEvent event) {
        return stay.drop == null || event.role() == QueueLogEvent.Role.EXIT
                ? ended(stay, line, event)
                : ended(stay, stay.drop, QueueLogEvent.SYSCOMPAT);
    }

    private void end(Stay stay, QueueLogLine line, QueueLogEvent event) {
        var call = call(stay, line, event);
        var person = call.person();
        if (call.outcome() != Outcome.ANSWERED || person == null) {
            sink.call(call);
            return;
        }
        var wrapUp = stay.wrapUp == null ? earlyWrapUps.remove(person) : stay.wrapUp;
        if (wrapUp != null) {
            sink.call(call.withWrapSeconds(wrapSeconds(wrapUp)));
            return;
        }
        var before = beforeWrapUp.put(person, call);
        if (before != null) {
            sink.call(before);
        }
    }

    private QueueCall ended(Stay stay, QueueLogLine line, QueueLogEvent event) {
        var entry = stay.entry;
        var connection = stay.connection;
        var outcome = event.outcome();
        if (outcome == null) {
            outcome = connection == null ? Outcome.OVERFLOWED : Outcome.ANSWERED;
        }
        Long answeredAt = null;
        if (outcome == Outcome.ANSWERED) {
            answeredAt = connection == null
                    ? Math.max(entry.epoch(), line.epoch() - line.talkSeconds().orElse(0))
                    : connection.epoch();
        }
        Optional<String> person = outcome == Outcome.ANSWERED
                ? (connection == null ? line.person() : connection.person().or(line::person))
                : Optional.empty();
        var number = dialled.get(entry.callId());
        return new QueueCall(
                entry.file(),
                entry.number(),
                stay.id,
                entry.queue(),
                entry.parameter(1),
                number == null ? stay.calledNumber : number.number(),
                entry.epoch(),
                answeredAt,
                line.epoch(),
                event,
                outcome,
                person.orElse(null),
                null);
    }

    private QueueCall refused(Key key, QueueLogLine line, QueueLogEvent event) {
        var number = dialled.get(key.callId());
        return new QueueCall(
                line.file(),
                line.number(),
                id(key, line),
                key.queue(),
                null,
                number == null ? null : number.number(),
                line.epoch(),
                null,
                line.epoch(),
                event,
                event.outcome() == null ? Outcome.BLOCKED : event.outcome(),
                null,
                null);
    }

    private void wrapUp(QueueLogLine line) {
        line.person().ifPresent(person -> {
            var call = beforeWrapUp.remove(person);
            if (call != null) {
                sink.call(call.withWrapSeconds(wrapSeconds(line)));
                return;
            }
            var left = justLeft(person);
            if (left == null) {
                earlyWrapUps.put(person, line);
            } else {
                left.wrapUp = line;
            }
        });
    }

    /** The stay with an agent that the caller left for another queue within a second. */
    private @Nullable Stay justLeft(String person) {
        return leftUntold.values().stream()
                .filter(stay -> left(stay).epoch() >= now - WRAP_UP_WITHIN && stay.wrapUp == null)
                .filter(stay -> requireNonNull(stay.connection).person().equals(Optional.of(person)))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Long wrapSeconds(QueueLogLine line) {
        var seconds = line.parameterSeconds(0);
        return seconds.isPresent() ? seconds.getAsLong() : null;
    }

    private void dial(QueueLogLine line) {
        var number = line.parameter(0);
        if (number != null) {
            dialled.remove(line.callId());
            dialled.put(line.callId(), new Dialled(number, line.epoch()));
        }
    }

    private void restart(QueueLogLine line) {
        var stays = new ArrayList<>(open.values());
        open.clear();
        entered.clear();
        leftUntold.clear();
        stays.forEach(stay -> endWithoutExit(stay, line, QueueLogEvent.QUEUESTART));
        leftEmpty.clear();
        dialled.clear();
        earlyWrapUps.clear();
    }
}
