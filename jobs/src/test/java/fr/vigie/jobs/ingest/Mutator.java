package fr.vigie.jobs.ingest;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.zip.GZIPOutputStream;

/** Damages files as disks, transfers, exports and people who mean harm do; the same dice, the same damage. */
public final class Mutator {
    private static final List<String> ODD = List.of(
            "\"",
            "\"\"",
            "'",
            ",",
            ";",
            "|",
            "\n",
            "\r",
            "\r\n",
            "\t",
            "\\",
            "\0",
            "\u001B[2J",
            "\u009B31m",
            "\u202E",
            "\uFEFF",
            "é",
            "\uD83D\uDE00",
            "-1",
            "NaN",
            "1e999999999",
            "1E-999999999",
            "99999999999999999999",
            "+999999999-12-31T23:59:59Z",
            "-999999999-01-01T00:00:00Z",
            "+999999999-12-31",
            "-999999999-01-01",
            "9223372036854775807",
            "-9223372036854775808",
            "2147483648",
            "99991231T235959Z",
            "00000101T000000",
            "2025-10-26T02:30:00",
            "2025-03-30T02:30:00",
            "2025-02-30T00:00:00Z",
            "2025-12-31T23:59:60Z",
            "25:61",
            "../../etc/passwd",
            "=1+1",
            "%s%n%d",
            "{",
            "}",
            "[",
            "]",
            "{\"a\":".repeat(100),
            "[".repeat(5000),
            "BEGIN:VEVENT\r\n",
            "END:VEVENT\r\n",
            "\r\nRRULE:FREQ=SECONDLY\r\n",
            "\r\nRRULE:FREQ=YEARLY;COUNT=1000000000\r\n",
            "\r\nRRULE:FREQ=DAILY;INTERVAL=0;UNTIL=99991231\r\n",
            "\r\nRRULE:FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=31;COUNT=5\r\n",
            "\r\nRDATE:00010101T000000Z\r\n",
            "\r\nDURATION:P9999999999999W\r\n",
            "\r\nDURATION:PT9223372036854775807S\r\n",
            "\r\n ");
    private static final int LONG_NUMBER = 10_000;
    private static final String DELIMITERS = ",;|\n\r:\"";

    private final RandomGenerator random;
    private final List<byte[]> others;

    /** Damages files; what is spliced in comes from the others. */
    public Mutator(RandomGenerator random, List<byte[]> others) {
        this.random = random;
        this.others = others;
    }

    /** The header and some of the lines after it. */
    public byte[] excerpt(byte[] file, int lines) {
        int header = after(file, 0, 1);
        int from = after(file, header, random.nextInt(Math.max(1, lineBreaks(file) - lines)));
        return joined(Arrays.copyOf(file, header), Arrays.copyOfRange(file, from, after(file, from, lines)));
    }

    /** One to three damages. */
    public byte[] mutant(byte[] file) {
        var bytes = file.clone();
        for (int i = random.nextInt(1, 4); i > 0 && bytes.length > 1; i--) {
            bytes = damaged(bytes);
        }
        return bytes;
    }

    private byte[] damaged(byte[] bytes) {
        int at = random.nextInt(bytes.length);
        int until = Math.min(bytes.length, at + random.nextInt(1, 41));
        return switch (random.nextInt(10)) {
            case 0 -> flipped(bytes, at);
            case 1 -> replaced(bytes, at, until, new byte[0]);
            case 2 -> replaced(bytes, at, at, Arrays.copyOfRange(bytes, at, until));
            case 3 -> spliced(bytes, at);
            case 4 -> Arrays.copyOf(bytes, at);
            case 5 -> replaced(bytes, at, at, odd());
            case 6, 7 -> replaced(bytes, at, valueEnd(bytes, at), odd());
            case 8 -> replaced(
                    bytes, at, at, "9".repeat(random.nextInt(LONG_NUMBER)).getBytes(StandardCharsets.US_ASCII));
            default -> replaced(bytes, at, at, new byte[] {(byte) random.nextInt(0x80, 0x100)});
        };
    }

    /** The file compressed, and then damaged where the dice say so. */
    byte[] gzip(byte[] file) {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return transferred(packed.toByteArray());
    }

    /** The same by zstd. */
    byte[] zstd(byte[] file) {
        return transferred(Zstd.compress(file));
    }

    private byte[] transferred(byte[] packed) {
        return switch (random.nextInt(3)) {
            case 0 -> packed;
            case 1 -> Arrays.copyOf(packed, random.nextInt(1, packed.length));
            default -> flipped(packed, random.nextInt(packed.length));
        };
    }

    private byte[] odd() {
        return ODD.get(random.nextInt(ODD.size())).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] flipped(byte[] bytes, int at) {
        bytes[at] ^= (byte) (1 << random.nextInt(8));
        return bytes;
    }

    private byte[] spliced(byte[] bytes, int at) {
        var other = others.get(random.nextInt(others.size()));
        int from = random.nextInt(other.length);
        return replaced(
                bytes, at, at, Arrays.copyOfRange(other, from, Math.min(other.length, from + random.nextInt(300))));
    }

    private static int valueEnd(byte[] bytes, int from) {
        int at = from;
        while (at < bytes.length && DELIMITERS.indexOf(bytes[at]) < 0) {
            at++;
        }
        return at;
    }

    private static int lineBreaks(byte[] file) {
        int n = 0;
        for (byte b : file) {
            n += b == '\n' ? 1 : 0;
        }
        return n;
    }

    /** The place after so many more line breaks. */
    private static int after(byte[] file, int from, int lineBreaks) {
        int at = from;
        for (int left = lineBreaks; left > 0 && at < file.length; at++) {
            left -= file[at] == '\n' ? 1 : 0;
        }
        return at;
    }

    private static byte[] replaced(byte[] bytes, int from, int until, byte[] by) {
        return joined(joined(Arrays.copyOf(bytes, from), by), Arrays.copyOfRange(bytes, until, bytes.length));
    }

    private static byte[] joined(byte[] first, byte[] second) {
        var both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
