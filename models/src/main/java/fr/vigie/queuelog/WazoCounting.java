package fr.vigie.queuelog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * The way of counting of Wazo and XiVO, to compare with.
 *
 * <ul>
 *   <li>A call belongs to the hour in which it entered the queue: the last {@code ENTERQUEUE} of the same call and queue
 *       that is not after its end, whatever their order in the log. An answered call without one began at its end less
 *       talk and wait; any other is left out.
 *   <li>Answered are completed and transferred calls. An abandoned or timed out call with an empty wait is left out.
 *   <li>The average wait is the sum of the waits over answered + abandoned + timeout + those who left because the queue
 *       was empty ({@code LEAVEEMPTY}). Closed and diverted calls are not in the answered rate's denominator, which is
 *       null where that is 0. The quality of service is a share of the answered, its limit included.
 *   <li>{@code EXITEMPTY}, {@code EXITWITHKEY}, {@code WITHDRAW} and restarts do not count.
 *   <li>A logoff tells how long the login lasted; {@code AGENTLOGIN} and {@code AGENTLOGOFF} are logins too, as in the
 *       archived scenarios (the present code reads only {@code AGENTCALLBACK…}). Pauses go from the first
 *       {@code PAUSEALL} to the next {@code UNPAUSEALL}. Talking is dated by the call's start, wrap-up is split by hour.
 * </ul>
 */
public final class WazoCounting implements Counting {
    private record Key(String callId, String queue) {}

    /** No call lasts longer: earlier lines say nothing of the window's calls. */
    private static final long LONGEST_CALL = 86_400;

    private final Tally tally;
    private final long earliest;
    private final Map<Key, List<Long>> entries = new HashMap<>();
    private final List<QueueLogLine> ends = new ArrayList<>();
    private final Map<String, Map<QueueLogEvent, Long>> logins = new TreeMap<>();
    private final Map<String, Long> pauses = new LinkedHashMap<>();

    /** Counts the calls that enter a queue at {@code from} or later. */
    public WazoCounting(Instant from) {
        tally = new Tally(from);
        earliest = from.getEpochSecond() - LONGEST_CALL;
    }

    @Override
    public void take(QueueLogLine line) {
        tally.take(line);
        var event = line.event();
        if (line.fault() != null || event == null) {
            return;
        }
        if (line.epoch() < earliest && event.role() != QueueLogEvent.Role.PRESENCE) {
            return;
        }
        switch (event) {
            case ENTERQUEUE -> entries.computeIfAbsent(key(line), k -> new ArrayList<>())
                    .add(line.epoch());
            case COMPLETEAGENT,
                    COMPLETECALLER,
                    TRANSFER,
                    BLINDTRANSFER,
                    ATTENDEDTRANSFER,
                    ABANDON,
                    EXITWITHTIMEOUT,
                    LEAVEEMPTY -> ends.add(line);
            case FULL -> refused(line, Kind.FULL);
            case JOINEMPTY -> refused(line, Kind.JOIN_EMPTY);
            case CLOSED -> refused(line, Kind.CLOSED);
            case DIVERT_CA_RATIO, DIVERT_HOLDTIME -> refused(line, Kind.DIVERTED);
            case AGENTLOGIN, AGENTCALLBACKLOGIN -> line.person()
                    .ifPresent(
                            p -> logins.computeIfAbsent(p, n -> new TreeMap<>()).put(event, line.epoch()));
            case AGENTLOGOFF -> logOff(line, QueueLogEvent.AGENTLOGIN);
            case AGENTCALLBACKLOGOFF -> logOff(line, QueueLogEvent.AGENTCALLBACKLOGIN);
            case PAUSEALL -> line.person().ifPresent(p -> pauses.putIfAbsent(p, line.epoch()));
            case UNPAUSEALL -> line.person().ifPresent(p -> {
                var since = pauses.remove(p);
                if (since != null) {
                    tally.agent(p).paused().add(Tally.span(since, line.epoch()));
                }
            });
            default -> {}
        }
    }

    private static Key key(QueueLogLine line) {
        return new Key(line.callId(), line.queue());
    }

    private void refused(QueueLogLine line, Kind kind) {
        tally.call(new Counted(line.queue(), kind, line.epoch(), 0));
    }

    private void logOff(QueueLogLine line, QueueLogEvent login) {
        line.person().ifPresent(person -> {
            var since = logins.getOrDefault(person, Map.of()).get(login);
            if (since != null) {
                logins.getOrDefault(person, new TreeMap<>()).remove(login);
            }
            var seconds = line.parameterSeconds(1);
            if (seconds.isPresent()) {
                tally.agent(person).loggedIn().add(Tally.span(line.epoch() - seconds.getAsLong(), line.epoch()));
            } else if (since != null) {
                tally.agent(person).loggedIn().add(Tally.span(since, line.epoch()));
            }
        });
    }

    @Override
    public Counts finish(long until) {
        ends.forEach(this::count);
        logins.forEach((person, open) -> open.values().stream()
                .filter(since -> since < until)
                .forEach(since -> tally.agent(person).loggedIn().add(Tally.span(since, until))));
        pauses.forEach((person, since) -> {
            if (since < until) {
                tally.agent(person).paused().add(Tally.span(since, until));
            }
        });
        return tally.counts();
    }

    private void count(QueueLogLine line) {
        var entry = entry(line);
        if (line.event() == QueueLogEvent.ABANDON) {
            unserved(line, Kind.ABANDONED, entry, line.waitSeconds());
        } else if (line.event() == QueueLogEvent.EXITWITHTIMEOUT) {
            unserved(line, Kind.TIMEOUT, entry, line.waitSeconds());
        } else if (line.event() == QueueLogEvent.LEAVEEMPTY) {
            var wait = entry.isPresent() ? OptionalLong.of(line.epoch() - entry.getAsLong()) : entry;
            unserved(line, Kind.LEAVE_EMPTY, entry, wait);
        } else {
            answered(line, entry);
        }
    }

    private void unserved(QueueLogLine line, Kind kind, OptionalLong entry, OptionalLong wait) {
        if (entry.isPresent() && wait.isPresent()) {
            tally.call(new Counted(line.queue(), kind, entry.getAsLong(), wait.getAsLong()));
        }
    }

    private void answered(QueueLogLine line, OptionalLong entry) {
        long wait = line.waitSeconds().orElse(0);
        long talk = line.talkSeconds().orElse(0);
        long at = entry.orElse(line.epoch() - talk - wait);
        tally.call(new Counted(line.queue(), Kind.ANSWERED, at, wait));
        line.person()
                .ifPresent(person ->
                        tally.agent(person).taken().add(new Taken(at, Tally.span(line.epoch() - talk, line.epoch()))));
    }

    private OptionalLong entry(QueueLogLine end) {
        var times = entries.getOrDefault(key(end), List.of());
        var before = times.stream()
                .filter(t -> t <= end.epoch())
                .mapToLong(Long::longValue)
                .max();
        return before.isPresent()
                ? before
                : times.stream().mapToLong(Long::longValue).min();
    }

    @Override
    public boolean datesTalkingByItsCall() {
        return true;
    }

    @Override
    public Ratios ratios(List<Counted> calls, long withinSeconds) {
        long answered = Tally.count(calls, Kind.ANSWERED);
        return new Ratios(
                Tally.ratio(
                        Tally.waited(calls, Kind.ANSWERED, Kind.ABANDONED, Kind.TIMEOUT, Kind.LEAVE_EMPTY),
                        Tally.count(calls, Kind.ANSWERED, Kind.ABANDONED, Kind.TIMEOUT, Kind.LEAVE_EMPTY)),
                Tally.ratio(
                        answered,
                        Tally.count(
                                calls,
                                Kind.ANSWERED,
                                Kind.ABANDONED,
                                Kind.FULL,
                                Kind.LEAVE_EMPTY,
                                Kind.JOIN_EMPTY,
                                Kind.TIMEOUT)),
                Tally.ratio(Tally.answeredWithin(calls, withinSeconds), answered));
    }
}
