package fr.vigie.queuelog;

import static fr.vigie.call.Outcome.ABANDONED;
import static fr.vigie.call.Outcome.ANSWERED;
import static fr.vigie.call.Outcome.BLOCKED;
import static fr.vigie.call.Outcome.OVERFLOWED;

import fr.vigie.call.Outcome;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a line of the log reports.
 *
 * <p>The events of {@code app_queue.c}, of agents, and those that products built on Asterisk write beside them (Wazo:
 * {@code FULL} to {@code WRAPUPSTART}; QueueMetrics: {@code DID}).
 */
public enum QueueLogEvent {
    ENTERQUEUE(Role.ENTRY),
    CONNECT(Role.CONNECTION),
    RINGNOANSWER(Role.RINGING),
    RINGCANCELED(Role.RINGING),

    COMPLETEAGENT(Role.EXIT, ANSWERED),
    COMPLETECALLER(Role.EXIT, ANSWERED),
    BLINDTRANSFER(Role.EXIT, ANSWERED),
    ATTENDEDTRANSFER(Role.EXIT, ANSWERED),
    /** Of Asterisk before 12. */
    TRANSFER(Role.EXIT, ANSWERED),
    ABANDON(Role.EXIT, ABANDONED),
    EXITWITHTIMEOUT(Role.EXIT, OVERFLOWED),
    EXITWITHKEY(Role.EXIT, OVERFLOWED),
    EXITEMPTY(Role.EXIT, OVERFLOWED),
    LEAVEEMPTY(Role.EXIT, OVERFLOWED),
    WITHDRAW(Role.EXIT, OVERFLOWED),
    /** The agent hung up on the announcement: the caller mostly waits on. */
    AGENTDUMP(Role.DROP, OVERFLOWED),
    /** The two channels could not be joined: the call is mostly lost. */
    SYSCOMPAT(Role.DROP, OVERFLOWED),

    FULL(Role.REFUSAL, BLOCKED),
    JOINEMPTY(Role.REFUSAL, BLOCKED),
    DIVERT_CA_RATIO(Role.REFUSAL, BLOCKED),
    DIVERT_HOLDTIME(Role.REFUSAL, BLOCKED),
    CLOSED(Role.REFUSAL, Outcome.CLOSED),

    WRAPUPSTART(Role.WRAP_UP),
    DID(Role.DIALLED_NUMBER),

    AGENTLOGIN(Role.PRESENCE),
    AGENTLOGOFF(Role.PRESENCE),
    AGENTCALLBACKLOGIN(Role.PRESENCE),
    AGENTCALLBACKLOGOFF(Role.PRESENCE),
    ADDMEMBER(Role.PRESENCE),
    REMOVEMEMBER(Role.PRESENCE),
    PAUSE(Role.PRESENCE),
    UNPAUSE(Role.PRESENCE),
    PAUSEALL(Role.PRESENCE),
    UNPAUSEALL(Role.PRESENCE),

    QUEUESTART(Role.RESTART),
    CONFIGRELOAD(Role.REMARK),
    PENALTY(Role.REMARK),
    RINGINUSE(Role.REMARK),
    /** A call that an agent made. */
    OUTCALL(Role.REMARK);

    /** What an event does to the calls of the log. */
    enum Role {
        /** A call enters a queue. */
        ENTRY,
        /** An agent takes it. */
        CONNECTION,
        /** It rang somewhere in vain: it still waits. */
        RINGING,
        /** It leaves the queue. */
        EXIT,
        /** It leaves the queue unless the log goes on about it. */
        DROP,
        /** It was not let into the queue. */
        REFUSAL,
        WRAP_UP,
        DIALLED_NUMBER,
        PRESENCE,
        /** Whatever was going on is over. */
        RESTART,
        REMARK
    }

    private static final Map<String, QueueLogEvent> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(QueueLogEvent::name, Function.identity()));

    private final Role role;
    private final @Nullable Outcome outcome;

    QueueLogEvent(Role role) {
        this(role, null);
    }

    QueueLogEvent(Role role, @Nullable Outcome outcome) {
        this.role = role;
        this.outcome = outcome;
    }

    /** The event of that name; empty where it is none that is known here. */
    public static Optional<QueueLogEvent> of(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    Role role() {
        return role;
    }

    /** What becomes of a call by it; null where it does not end one. */
    @Nullable
    Outcome outcome() {
        return outcome;
    }

    /** Whether the agent passed the caller on. */
    public boolean isTransfer() {
        return this == BLINDTRANSFER || this == ATTENDEDTRANSFER || this == TRANSFER;
    }
}
