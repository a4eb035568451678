package fr.vigie.queuelog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * When agents were logged in and paused, as a log tells it: lines in, in order of time.
 *
 * <ul>
 *   <li>Logged in: between {@code AGENTLOGIN} and {@code AGENTLOGOFF}, between {@code AGENTCALLBACKLOGIN} and
 *       {@code AGENTCALLBACKLOGOFF}, or a member of some queue ({@code ADDMEMBER}, {@code REMOVEMEMBER}). A logoff whose
 *       login stands in no file tells how long it lasted.
 *   <li>Paused: from {@code PAUSEALL} to {@code UNPAUSEALL}, or paused in every queue of which the log made him a member;
 *       in one queue, where the log says nothing of his queues.
 *   <li>The last logoff ends pauses, {@code QUEUESTART} ends everything; what is open at the end lasts until then.
 *   <li>An agent who never logs in (a static member) is known by his pauses alone.
 * </ul>
 *
 * It remembers every span: an agent has a few a day.
 */
public final class AgentPresence {
    private static final String EVERYWHERE = "";

    /** Who is told of what cannot be used. */
    public interface Sink {
        void reject(int file, long line, Fault fault);
    }

    private static final class Agent {
        private final Map<String, QueueLogLine> logins = new HashMap<>();
        private final Set<String> queues = new HashSet<>();
        private final Set<String> pausedIn = new HashSet<>();
        private @Nullable QueueLogLine pause;
        private final List<Span> loggedIn = new ArrayList<>();
        private final List<Span> paused = new ArrayList<>();
    }

    private final Sink sink;
    private final SortedMap<String, Agent> agents = new TreeMap<>();
    private long now = Long.MIN_VALUE;

    public AgentPresence(Sink sink) {
        this.sink = sink;
    }

    /** Takes the next line; lines come in order of time. */
    public void take(QueueLogLine line) {
        var fault = line.fault();
        if (fault != null) {
            sink.reject(line.file(), line.number(), fault);
            return;
        }
        now = Math.max(now, line.epoch());
        var event = line.event();
        if (event == QueueLogEvent.QUEUESTART) {
            agents.values().forEach(a -> leave(a, line.epoch()));
        } else if (event != null && event.role() == QueueLogEvent.Role.PRESENCE) {
            line.person().ifPresent(p -> change(agents.computeIfAbsent(p, n -> new Agent()), line, event));
        }
    }

    /** The time of the last line; the smallest there is before any. */
    public long now() {
        return now;
    }

    /**
     * The times of every agent, by name.
     *
     * @param until when whatever is open is taken to end, UTC seconds
     */
    public SortedMap<String, AgentTimes> finish(long until) {
        var times = new TreeMap<String, AgentTimes>();
        agents.forEach((name, agent) -> {
            leave(agent, until);
            var loggedIn = Span.merged(agent.loggedIn);
            var pauses = Span.merged(agent.paused);
            times.put(
                    name,
                    new AgentTimes(
                            Span.outside(loggedIn, pauses),
                            loggedIn.isEmpty() ? pauses : Span.within(pauses, loggedIn)));
        });
        return times;
    }

    private void change(Agent agent, QueueLogLine line, QueueLogEvent event) {
        switch (event) {
            case AGENTLOGIN, AGENTCALLBACKLOGIN -> agent.logins.putIfAbsent(event.name(), line);
            case AGENTLOGOFF -> logOff(agent, "AGENTLOGIN", line);
            case AGENTCALLBACKLOGOFF -> logOff(agent, "AGENTCALLBACKLOGIN", line);
            case ADDMEMBER -> {
                agent.logins.putIfAbsent(membership(line), line);
                agent.queues.add(line.queue());
                if ("PAUSED".equals(line.parameter(0))) {
                    agent.pausedIn.add(line.queue());
                }
            }
            case REMOVEMEMBER -> {
                logOff(agent, membership(line), line);
                agent.queues.remove(line.queue());
                agent.pausedIn.remove(line.queue());
            }
            case PAUSE -> agent.pausedIn.add(line.queue());
            case UNPAUSE -> agent.pausedIn.remove(line.queue());
            case PAUSEALL -> agent.pausedIn.add(EVERYWHERE);
            case UNPAUSEALL -> agent.pausedIn.clear();
            default -> throw new IllegalStateException(event + " says nothing of an agent.");
        }
        follow(agent, line);
    }

    private static String membership(QueueLogLine line) {
        return "ADDMEMBER " + line.queue();
    }

    private void logOff(Agent agent, String login, QueueLogLine line) {
        var since = agent.logins.remove(login);
        var seconds = line.event() == QueueLogEvent.REMOVEMEMBER ? null : line.parameter(1);
        if (since != null) {
            agent.loggedIn.add(span(since, line.epoch()));
        } else if (seconds != null && line.parameterSeconds(1).isPresent()) {
            long start = line.epoch() - line.parameterSeconds(1).getAsLong();
            agent.loggedIn.add(new Span(start, line.epoch(), line.file(), line.number()));
        } else {
            sink.reject(
                    line.file(),
                    line.number(),
                    new Fault("missing-start", "%s of %s, who was not there".formatted(line.name(), line.agent())));
        }
        if (agent.logins.isEmpty()) {
            agent.pausedIn.clear();
        }
    }

    /** Begins or ends a pause where the queues in which the agent is paused make it so. */
    private static void follow(Agent agent, QueueLogLine line) {
        boolean paused = agent.pausedIn.contains(EVERYWHERE)
                || (!agent.pausedIn.isEmpty() && agent.pausedIn.containsAll(agent.queues));
        if (paused && agent.pause == null) {
            agent.pause = line;
        } else if (!paused) {
            endPause(agent, line.epoch());
        }
    }

    private static void leave(Agent agent, long at) {
        agent.logins.values().forEach(login -> agent.loggedIn.add(span(login, at)));
        agent.logins.clear();
        agent.queues.clear();
        agent.pausedIn.clear();
        endPause(agent, at);
    }

    private static void endPause(Agent agent, long at) {
        if (agent.pause != null) {
            agent.paused.add(span(agent.pause, at));
            agent.pause = null;
        }
    }

    private static Span span(QueueLogLine from, long until) {
        return new Span(from.epoch(), Math.max(from.epoch(), until), from.file(), from.number());
    }
}
