package fr.vigie.jobs.lake;

/**
 * A caller who asked to be forgotten, so that no later file brings the number back.
 *
 * @param keyId which pseudonymisation key made the pseudonym
 * @param callerKey 16 bytes of HMAC of the number
 */
@SuppressWarnings("ArrayRecordComponent") // Spark's binary type; rows are never compared by equals
public record ForgottenRow(String keyId, byte[] callerKey) {}
