package fr.vigie.jobs.ingest;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One call while it is moved: the columns of {@link fr.vigie.jobs.lake.CallRow} as numbers, reused from call to call.
 *
 * <p>Texts are numbers of an {@link Interner}, -1 where there is none; words of a list are their place in it plus one, 0
 * where there is none; times are microseconds, {@link #NEVER} where there is none.
 */
final class PackedCall {
    /** The absent time. */
    static final long NEVER = Long.MIN_VALUE;

    byte[] callId = new byte[0];
    int callIdFrom;
    int callIdLength;
    int source;
    int practice;
    int practitioner;
    int operator;
    int keyId;
    long callerHigh;
    long callerLow;
    long arrivedAt;
    long queuedAt;
    long answeredAt;
    long endedAt;
    long transferAnsweredAt;
    long updatedAt;
    int wrapSeconds;
    byte outcome;
    byte request;
    byte disposition;
    byte transferResult;
    byte channel;

    /** Order among the records of one ingest: by file, then by place. */
    long sequence;

    /** Whether it stands in the lake already. */
    boolean existing;

    /** Which attempt the lake takes it for; 0 where it does not stand there. */
    int attempt;

    /** The call's name as text. */
    String callId() {
        return new String(callId, callIdFrom, callIdLength, StandardCharsets.UTF_8);
    }

    boolean hasCaller() {
        return keyId >= 0;
    }

    boolean hasSameId(PackedCall other) {
        return source == other.source
                && Arrays.equals(
                        callId,
                        callIdFrom,
                        callIdFrom + callIdLength,
                        other.callId,
                        other.callIdFrom,
                        other.callIdFrom + other.callIdLength);
    }

    /** Whether another version of the same call says the same. */
    boolean saysTheSame(PackedCall other) {
        return practice == other.practice
                && practitioner == other.practitioner
                && operator == other.operator
                && maySpeakOfTheSameCaller(other)
                && arrivedAt == other.arrivedAt
                && queuedAt == other.queuedAt
                && answeredAt == other.answeredAt
                && endedAt == other.endedAt
                && transferAnsweredAt == other.transferAnsweredAt
                && updatedAt == other.updatedAt
                && wrapSeconds == other.wrapSeconds
                && outcome == other.outcome
                && request == other.request
                && disposition == other.disposition
                && transferResult == other.transferResult
                && channel == other.channel;
    }

    /** Pseudonyms by different keys cannot be compared: what was read under an earlier key stays as it is. */
    private boolean maySpeakOfTheSameCaller(PackedCall other) {
        return keyId == other.keyId
                ? callerHigh == other.callerHigh && callerLow == other.callerLow
                : hasCaller() && other.hasCaller();
    }

    /**
     * Whether this version of a call replaces another: the phone system's own time of the version decides, and one that
     * has such a time replaces one that has none; else what is read now replaces what is known, and what stands later what
     * stands before it.
     */
    boolean replaces(PackedCall other) {
        if (updatedAt != other.updatedAt) {
            return updatedAt > other.updatedAt;
        }
        return existing == other.existing ? sequence > other.sequence : other.existing;
    }

    /** A hash of what names the call. */
    long idHash() {
        long hash = 0xcbf29ce484222325L ^ source * 0x9E3779B97F4A7C15L;
        return hash(callId, callIdFrom, callIdLength, hash);
    }

    /** A 64-bit hash of bytes: multiplied and folded byte by byte, mixed at the end. */
    static long hash(byte[] bytes, int from, int length, long seed) {
        long hash = seed;
        for (int i = from; i < from + length; i++) {
            hash = (hash ^ bytes[i]) * 0x100000001b3L;
        }
        hash ^= hash >>> 32;
        hash *= 0xd6e8feb86659fd93L;
        return hash ^ hash >>> 32;
    }
}
