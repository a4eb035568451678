package fr.vigie.privacy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.crypto.Mac;
import org.jspecify.annotations.Nullable;

/**
 * Callers' pseudonyms under one key: HMAC-SHA-256 of the number in E.164, cut to 16 bytes for the lake.
 *
 * <p>128 bits are enough to tell callers apart: among 10<sup>9</sup> numbers, two share a pseudonym with a probability
 * of about 10<sup>-21</sup>. Not safe for use by several threads: one instance a thread.
 */
public final class CallerKeys {
    /** Bytes of a pseudonym in the lake. */
    public static final int BYTES = 16;

    /** Callers call again: so many pseudonyms are remembered, each at the place that its number's hash gives. */
    private static final int REMEMBERED = 1 << 15;

    private final Mac mac;
    private final @Nullable String[] numbers = new String[REMEMBERED];
    private final byte[][] pseudonyms = new byte[REMEMBERED][];

    public CallerKeys(PseudonymKey key) {
        this.mac = key.mac();
    }

    /** The pseudonym of a number in E.164, 16 bytes. */
    public byte[] of(String e164) {
        int place = e164.hashCode() & REMEMBERED - 1;
        if (!e164.equals(numbers[place])) {
            pseudonyms[place] = Arrays.copyOf(full(e164), BYTES);
            numbers[place] = e164;
        }
        return pseudonyms[place].clone();
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
