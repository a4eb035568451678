package fr.vigie.jobs.format;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/** How a file is packed, told by its first bytes: rotation changes names ({@code cdr.csv.gz.1}), not content. */
enum Compression {
    NONE("plain"),
    GZIP("gzip"),
    ZSTD("zstd"),
    BZIP2("bzip2"),
    XZ("xz"),
    ZIP("zip");

    private static final int LOOK = 10;
    private static final int BUFFER = 1 << 16;

    private final String word;

    Compression(String word) {
        this.word = word;
    }

    static Compression of(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return of(in.readNBytes(LOOK));
        }
    }

    private static Compression of(byte[] first) {
        if (begins(first, 0x1f, 0x8b)) {
            return GZIP;
        }
        // A stream of several frames may begin with one to be skipped, of which there are sixteen.
        if (begins(first, 0x28, 0xb5, 0x2f, 0xfd)
                || (first.length > 0
                        && (first[0] & 0xf0) == 0x50
                        && begins(first, first[0] & 0xff, 0x2a, 0x4d, 0x18))) {
            return ZSTD;
        }
        if (begins(first, 'B', 'Z', 'h') && first.length == LOOK && first[4] == 0x31 && first[5] == 0x41) {
            return BZIP2;
        }
        if (begins(first, 0xfd, '7', 'z', 'X', 'Z', 0)) {
            return XZ;
        }
        return begins(first, 'P', 'K', 3, 4) ? ZIP : NONE;
    }

    private static boolean begins(byte[] first, int... magic) {
        if (first.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((first[i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    /** Its name as people know it. */
    String word() {
        return word;
    }

    /** Whether files packed like this can be read. */
    boolean isRead() {
        return this == NONE || this == GZIP || this == ZSTD;
    }

    /** The content, of all members or frames one after the other; where that cannot be, the bytes are closed. */
    InputStream unpacked(InputStream bytes) throws IOException {
        try {
            return opened(bytes);
        } catch (IOException e) {
            bytes.close();
            throw e;
        }
    }

    private InputStream opened(InputStream bytes) throws IOException {
        return switch (this) {
            case NONE -> bytes;
                // The JDK's own takes damage where the next member begins for the end of the file.
            case GZIP -> new GzipCompressorInputStream(new BufferedInputStream(bytes, BUFFER), true);
            case ZSTD -> Zstd.decompressed(bytes);
            case BZIP2, XZ, ZIP -> throw new IOException("packed with " + word);
        };
    }
}
