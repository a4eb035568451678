package fr.vigie.input;

import fr.vigie.call.Channel;
import fr.vigie.call.Disposition;
import fr.vigie.call.Outcome;
import fr.vigie.call.Request;
import fr.vigie.call.TransferResult;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A call as a phone system reports it.
 *
 * @param callId the phone system's name for the call
 * @param practiceId the practice called; empty where {@code calledNumber} tells it
 * @param calledNumber the line called, looked up in the practices
 * @param practitionerId the doctor asked for
 * @param caller the caller's phone number, empty when withheld
 * @param arrivedAt when the call arrived
 * @param queuedAt when it entered the queue, where a menu or an attendant came before
 * @param answeredAt when an operator took it
 * @param endedAt when it ended
 * @param wrapSeconds work after the call, seconds, at least 0
 * @param operatorId who took it
 * @param outcome how it left the queue
 * @param request what the caller wanted
 * @param disposition how it ended
 * @param transferResult what the doctor did with it
 * @param transferAnsweredAt when the doctor took it
 * @param channel who handled it
 */
public record Call(
        @Key String callId,
        @Nullable String practiceId,
        @Nullable String calledNumber,
        @Nullable String practitionerId,
        @Nullable String caller,
        Instant arrivedAt,
        @Nullable Instant queuedAt,
        @Nullable Instant answeredAt,
        Instant endedAt,
        @Between(least = 0, most = 86_400) @Nullable Integer wrapSeconds,
        @Nullable String operatorId,
        Outcome outcome,
        @Nullable Request request,
        @Nullable Disposition disposition,
        @Nullable TransferResult transferResult,
        @Nullable Instant transferAnsweredAt,
        @Nullable Channel channel)
        implements InputRow {}
