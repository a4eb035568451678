package fr.vigie.privacy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.crypto.Mac;

/**
 * Callers' pseudonyms under one key: HMAC-SHA-256 of the number in E.164, cut to 16 bytes for the lake.
 *
 * <p>128 bits are enough to tell callers apart: among 10<sup>9</sup> numbers, two share a pseudonym with a probability
 * of about 10<sup>-21</sup>. Not safe for use by several threads: one instance a thread.
 */
public final class CallerKeys {
    /** Bytes of a pseudonym in the lake. */
    public static final int BYTES = 16;

    private final Mac mac;

    public CallerKeys(PseudonymKey key) {
        this.mac = key.mac();
    }

    /** The pseudonym of a number in E.164, 16 bytes. */
    public byte[] of(String e164) {
        return Arrays.copyOf(full(e164), BYTES);
    }

    /** The pseudonym before it is cut, 32 bytes. */
    byte[] full(String e164) {
        if (!PhoneNumbers.isE164(e164)) {
            throw new IllegalArgumentException("A caller's number (%s) must be in E.164 before it gets a pseudonym.%n"
                            .formatted(PhoneMask.mask(e164))
                    + "Maybe pass it through PhoneNumbers.e164, so that every way to write a number gives the same.");
        }
        return mac.doFinal(e164.getBytes(StandardCharsets.US_ASCII));
    }
}
