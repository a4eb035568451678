package fr.vigie.jobs.format;

import fr.vigie.call.Outcome;
import fr.vigie.input.InputKind;
import fr.vigie.input.PresenceState;
import fr.vigie.queuelog.AgentPresence;
import fr.vigie.queuelog.Fault;
import fr.vigie.queuelog.QueueCall;
import fr.vigie.queuelog.QueueCalls;
import fr.vigie.queuelog.Span;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The {@code queue_log} of Asterisk and of what is built on it, with its rotated parts: calls by {@link QueueCalls},
 * presence by {@link AgentPresence}.
 *
 * @param practices the practice of a queue; a queue that is not listed is a practice of that name. Null: none is listed
 * @param by what tells a call's practice; null: its queue
 */
public record AsteriskQueueLog(@Nullable Map<String, String> practices, @Nullable By by) implements Format {

    /** What tells a call's practice. */
    public enum By {
        /** The queue. */
        QUEUE,
        /** The number called, where a {@code DID} line tells it; else the queue. */
        NUMBER
    }

    public AsteriskQueueLog {
        practices = practices == null ? null : Map.copyOf(practices);
    }

    @Override
    public Set<InputKind> kinds() {
        return EnumSet.of(InputKind.CALLS, InputKind.PRESENCE);
    }

    @Override
    public boolean joinsFiles() {
        return true;
    }

    /** The events that are not known here: they are counted and otherwise ignored. */
    @Override
    public List<String> remarks(InputFile file) {
        var unknown = QueueLogFiles.unknownEvents(file);
        return unknown.isEmpty()
                ? List.of()
                : List.of("unknown events ignored: "
                        + unknown.entrySet().stream()
                                .map(e -> "%s (%d)".formatted(e.getKey(), e.getValue()))
                                .collect(Collectors.joining(", ")));
    }

    @Override
    public Records read(List<InputFile> files, Wanted wanted) {
        if (wanted.kind() == InputKind.PRESENCE) {
            return Records.of(presence(files, wanted));
        }
        var lines = new QueueLogFiles(files);
        return Records.of(new Calls(lines, wanted), lines::close);
    }

    private static Iterator<RawRecord> presence(List<InputFile> files, Wanted wanted) {
        var records = new ArrayDeque<RawRecord>();
        var states = new AgentPresence((file, line, fault) -> records.add(reject(file, line, fault, wanted)));
        new QueueLogFiles(files).forEachRemaining(states::take);
        states.finish(states.now()).forEach((agent, times) -> {
            times.available().forEach(span -> records.add(spent(agent, span, PresenceState.AVAILABLE, wanted)));
            times.paused().forEach(span -> records.add(spent(agent, span, PresenceState.PAUSED, wanted)));
        });
        return records.iterator();
    }

    private static RawRecord spent(String agent, Span span, PresenceState state, Wanted wanted) {
        return new RawRecord(
                span.file(),
                span.line(),
                new Columns(wanted)
                        .put("operator_id", agent)
                        .put("starts_at", time(span.from()))
                        .put("ends_at", time(span.until()))
                        .put("state", state.name().toLowerCase(Locale.ROOT))
                        .values(),
                null);
    }

    /** The calls, as they end. */
    private final class Calls implements Iterator<RawRecord>, QueueCalls.Sink {
        private final Deque<RawRecord> ready = new ArrayDeque<>();
        private final QueueLogFiles lines;
        private final Wanted wanted;
        private final QueueCalls calls = new QueueCalls(this);
        private boolean ended;

        Calls(QueueLogFiles lines, Wanted wanted) {
            this.lines = lines;
            this.wanted = wanted;
        }

        @Override
        public boolean hasNext() {
            while (ready.isEmpty() && !ended) {
                if (lines.hasNext()) {
                    calls.take(lines.next());
                } else {
                    ended = true;
                    calls.finish();
                }
            }
            return !ready.isEmpty();
        }

        @Override
        public RawRecord next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return ready.remove();
        }

        @Override
        public void call(QueueCall call) {
            ready.add(new RawRecord(call.file(), call.line(), columns(call, wanted), null));
        }

        @Override
        public void reject(int file, long line, Fault fault) {
            ready.add(AsteriskQueueLog.reject(file, line, fault, wanted));
        }
    }

    private @Nullable String[] columns(QueueCall call, Wanted wanted) {
        boolean numbered = by == By.NUMBER && call.calledNumber() != null;
        boolean transferred = call.exit().isTransfer();
        return new Columns(wanted)
                .put("call_id", call.id())
                .put("practice_id", numbered ? null : practice(call.queue()))
                .put("called_number", numbered ? call.calledNumber() : null)
                .put("caller", call.caller())
                .put("arrived_at", time(call.enteredAt()))
                .put("answered_at", call.answeredAt() == null ? null : time(call.answeredAt()))
                .put("ended_at", time(call.endedAt()))
                .put("wrap_seconds", call.wrapSeconds() == null ? null : String.valueOf(call.wrapSeconds()))
                .put("operator_id", call.person())
                .put("outcome", call.outcome().name().toLowerCase(Locale.ROOT))
                .put("disposition", transferred ? "transferred" : null)
                .put("transfer_result", transferred ? "accepted" : null)
                .put("channel", call.outcome() == Outcome.ANSWERED ? "operator" : null)
                .put("updated_at", time(call.endedAt()))
                .values();
    }

    private String practice(String queue) {
        return practices == null ? queue : practices.getOrDefault(queue, queue);
    }

    private static RawRecord reject(int file, long line, Fault fault, Wanted wanted) {
        return new RawRecord(
                file, line, new String[wanted.columns().size()], new Problem(fault.reason(), fault.detail()));
    }

    private static String time(long epoch) {
        return Instant.ofEpochSecond(epoch).toString();
    }
}
