package fr.vigie.jobs.lake;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A call, as every later stage sees it: the caller is a key, never a number.
 *
 * @param callId the phone system's name for the call
 * @param source the source it came from
 * @param practiceId the practice called
 * @param practitionerId the doctor asked for
 * @param callerKey 16 bytes of HMAC of the caller's number; null when withheld
 * @param keyId which pseudonymisation key made it
 * @param arrivedAt when it arrived
 * @param queuedAt when it entered the queue
 * @param answeredAt when an operator took it
 * @param endedAt when it ended
 * @param wrapSeconds work after the call, seconds
 * @param operatorId who took it
 * @param outcome as in {@link fr.vigie.call.Outcome}, lower case
 * @param request as in {@link fr.vigie.call.Request}
 * @param disposition as in {@link fr.vigie.call.Disposition}
 * @param transferResult as in {@link fr.vigie.call.TransferResult}
 * @param transferAnsweredAt when the doctor took it
 * @param channel as in {@link fr.vigie.call.Channel}
 * @param updatedAt the phone system's time of this version of the call; null where it has none
 * @param attempt 1 for a first attempt; else 1 + the calls of the same caller to the same practice within the redial window before that nobody answered
 * @param localDate the business date in the service's zone
 */
@SuppressWarnings("ArrayRecordComponent") // Spark's binary type; rows are never compared by equals
public record CallRow(
        String callId,
        String source,
        String practiceId,
        @Nullable String practitionerId,
        byte @Nullable [] callerKey,
        @Nullable String keyId,
        Instant arrivedAt,
        @Nullable Instant queuedAt,
        @Nullable Instant answeredAt,
        Instant endedAt,
        int wrapSeconds,
        @Nullable String operatorId,
        String outcome,
        @Nullable String request,
        @Nullable String disposition,
        @Nullable String transferResult,
        @Nullable Instant transferAnsweredAt,
        @Nullable String channel,
        @Nullable Instant updatedAt,
        int attempt,
        LocalDate localDate) {}
