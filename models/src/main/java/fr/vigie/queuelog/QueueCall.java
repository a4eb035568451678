package fr.vigie.queuelog;

import fr.vigie.call.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * A call's stay in a queue. A call that is passed on from queue to queue has several.
 *
 * @param file where the stay begins: the file's place among those read together
 * @param line the line
 * @param id {@code callid/queue/epoch} of the entry, with {@code .2} and so on for later ones in the same second: the
 *     same whichever part of the log is read
 * @param queue the queue's name
 * @param caller the caller's number as the log has it; null where it has none
 * @param calledNumber the number called, where a {@code DID} line tells it
 * @param enteredAt UTC seconds
 * @param answeredAt UTC seconds; null where nobody answered
 * @param endedAt UTC seconds
 * @param exit what ended it: {@code QUEUESTART} at a restart, {@code ENTERQUEUE} where the caller came back and the log
 *     has no exit
 * @param outcome what became of it
 * @param person who took it; null where nobody did
 * @param wrapSeconds work afterwards; null where the log does not tell
 */
public record QueueCall(
        int file,
        long line,
        String id,
        String queue,
        @Nullable String caller,
        @Nullable String calledNumber,
        long enteredAt,
        @Nullable Long answeredAt,
        long endedAt,
        QueueLogEvent exit,
        Outcome outcome,
        @Nullable String person,
        @Nullable Long wrapSeconds) {

    /** The same stay with the work afterwards. */
    QueueCall withWrapSeconds(@Nullable Long seconds) {
        return new QueueCall(
                file,
                line,
                id,
                queue,
                caller,
                calledNumber,
                enteredAt,
                answeredAt,
                endedAt,
                exit,
                outcome,
                person,
                seconds);
    }
}
