package fr.vigie.privacy;

import java.io.Serial;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret that turns a caller's number into a pseudonym (HMAC-SHA-256, RFC 2104 and FIPS 198-1).
 *
 * <p>There are about 10<sup>9</sup> French numbers, so that an unkeyed hash of one is found by trying them all: the
 * pseudonym is worth what the secrecy of this key is. It is kept outside of the data, is never printed, and is told
 * from its predecessors and successors by its {@link #id}, which reveals nothing about it.
 */
public final class PseudonymKey implements Serializable {
    @Serial
    private static final long serialVersionUID = 1;

    private static final int SHORTEST_BYTES = 16;
    private static final int NEW_BYTES = 32;
    private static final int ID_BYTES = 4;
    private static final String ALGORITHM = "HmacSHA256";
    private static final byte[] ID_LABEL = "vigie pseudonym key id".getBytes(StandardCharsets.UTF_8);
    private static final byte[] TEXT_LABEL = "text:".getBytes(StandardCharsets.US_ASCII);

    private final byte[] secret;

    private PseudonymKey(byte[] secret) {
        if (secret.length < SHORTEST_BYTES) {
            throw new IllegalArgumentException("The pseudonymisation key (%d bytes) must have at least %d bytes."
                    .formatted(secret.length, SHORTEST_BYTES));
        }
        this.secret = secret;
    }

    /** The key with these bytes, at least 16. */
    public static PseudonymKey of(byte[] secret) {
        return new PseudonymKey(secret.clone());
    }

    /** The key whose bytes are this text in UTF-8, without the white space around it (a key file ends with a line feed). */
    public static PseudonymKey of(String secret) {
        return new PseudonymKey(secret.strip().getBytes(StandardCharsets.UTF_8));
    }

    /** The text of a new key: 32 random bytes as 64 hexadecimal digits. */
    public static String newSecret(SecureRandom random) {
        var bytes = new byte[NEW_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** A public name of the key, 8 hexadecimal digits: pseudonyms made under different names must not be joined. */
    public String id() {
        return HexFormat.of().formatHex(mac().doFinal(ID_LABEL), 0, ID_BYTES);
    }

    /** The pseudonym of any text, 16 bytes; never that of a caller by {@link CallerKeys}, even where the text is a number. */
    public byte[] ofText(String text) {
        var mac = mac();
        mac.update(TEXT_LABEL);
        return Arrays.copyOf(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)), CallerKeys.BYTES);
    }

    /** A new function of the key; it is not safe for use by several threads. */
    Mac mac() {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no %s, which every Java must have.".formatted(ALGORITHM), e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PseudonymKey key && Arrays.equals(secret, key.secret);
    }

    @Override
    public int hashCode() {
        return id().hashCode();
    }

    /** The public name only. */
    @Override
    public String toString() {
        return "PseudonymKey[" + id() + "]";
    }
}
