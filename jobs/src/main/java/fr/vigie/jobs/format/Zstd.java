package fr.vigie.jobs.format;

import com.github.luben.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Decompresses zstd. Alone in its file: the tools on plain files run without that library. */
final class Zstd {
    private Zstd() {}

    static InputStream decompressed(InputStream bytes) throws IOException {
        return new ZstdInputStream(bytes);
    }
}
