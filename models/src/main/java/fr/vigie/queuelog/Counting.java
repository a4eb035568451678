package fr.vigie.queuelog;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;

/** A way of counting what a log tells: lines in, in order of time. */
public sealed interface Counting permits VigieCounting, WazoCounting {

    /** How a call of the statistics ended. */
    enum Kind {
        ANSWERED,
        ABANDONED,
        /** Left the queue unserved, not by the caller's own will. */
        TIMEOUT,
        CLOSED,
        /** Nobody was logged in. */
        JOIN_EMPTY,
        /** Everybody left while the caller waited; counted apart by Wazo alone. */
        LEAVE_EMPTY,
        FULL,
        DIVERTED
    }

    /**
     * A call of the statistics.
     *
     * @param queue the queue
     * @param kind how it ended
     * @param at UTC seconds; it belongs to this hour
     * @param waitSeconds how long it waited
     */
    record Counted(String queue, Kind kind, long at, long waitSeconds) {}

    /**
     * A call that an agent took.
     *
     * @param at UTC seconds; it belongs to this hour
     * @param talking when they talked
     */
    record Taken(long at, Span talking) {}

    /** What an agent did. */
    record Work(List<Taken> taken, List<Span> loggedIn, List<Span> paused, List<Span> wrappingUp) {}

    /**
     * All that was counted.
     *
     * @param queues the queues that the log names
     * @param unusable what could not be used, by reason
     */
    record Counts(
            SortedSet<String> queues,
            List<Counted> calls,
            SortedMap<String, Work> agents,
            Map<String, Long> unusable) {}

    /** Takes the next line; lines come in order of time. */
    void take(QueueLogLine line);

    /**
     * The counts.
     *
     * @param until when a login or a pause that is open is taken to end, UTC seconds
     */
    Counts finish(long until);

    /** Whether talking belongs to the hour of its call, however long it took; else to the hours in which it took place. */
    boolean datesTalkingByItsCall();

    /** The figures of some calls of a queue. */
    Ratios ratios(List<Counted> calls, long withinSeconds);

    /**
     * Figures; NaN where nothing can be divided.
     *
     * @param averageWaitSeconds mean wait
     * @param answeredRate share answered, 0 to 1
     * @param qualityOfService share answered in time, 0 to 1
     */
    record Ratios(double averageWaitSeconds, double answeredRate, double qualityOfService) {}
}
