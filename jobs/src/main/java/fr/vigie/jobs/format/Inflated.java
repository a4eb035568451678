package fr.vigie.jobs.format;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A decompressed stream that stops where the content has grown beyond any honest compression. */
final class Inflated extends FilterInputStream {
    /** Small files may be as empty as they like. */
    private static final long ALWAYS_FINE = 64L << 20;

    private final long most;
    private long bytes;

    /**
     * Watches a stream.
     *
     * @param compressed bytes of the compressed file
     * @param inflation how many times that it may grow to
     */
    Inflated(InputStream in, long compressed, int inflation) {
        super(in);
        this.most = Math.max(ALWAYS_FINE, compressed * inflation);
    }

    /** The content is too large. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        count(b < 0 ? 0 : 1);
        return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int n = super.read(buffer, offset, length);
        count(n);
        return n;
    }

    private void count(int n) throws TooLarge {
        bytes += Math.max(0, n);
        if (bytes > most) {
            throw new TooLarge();
        }
    }
}
