package fr.vigie.jobs.lake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Stable names for content by SHA-256. */
public final class Hash {
    private static final int SHORT = 16;

    private Hash() {}

    /** A short one, the first 16 hexadecimal digits; the border between two texts counts. */
    public static String of(String... parts) {
        return full(parts).substring(0, SHORT);
    }

    /** All 64 hexadecimal digits. */
    public static String full(String... parts) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                var bytes = part.getBytes(StandardCharsets.UTF_8);
                sha.update(Integer.toString(bytes.length).getBytes(StandardCharsets.UTF_8));
                sha.update((byte) ':');
                sha.update(bytes);
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java platform has SHA-256.", e);
        }
    }
}
