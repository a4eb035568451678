package fr.vigie.jobs.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A text line by line. A line that is longer than any may be is cut there and said to be so. */
public final class Lines implements AutoCloseable {
    private final InputStream in;
    private final int longest;
    private final ByteArrayOutputStream current = new ByteArrayOutputStream();
    private long number;
    private boolean tooLong;

    Lines(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /** The next line without its line break; null after the last, when the text is closed. */
    public @Nullable String next() {
        current.reset();
        tooLong = false;
        try {
            int b = in.read();
            if (b < 0) {
                close();
                return null;
            }
            number++;
            while (b >= 0 && b != '\n') {
                if (current.size() < longest) {
                    current.write(b);
                } else {
                    tooLong = true;
                }
                b = in.read();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var line = current.toString(StandardCharsets.UTF_8);
        return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    }

    /** The number of the current line, from 1. */
    public long number() {
        return number;
    }

    /** Whether the current line was cut. */
    public boolean isTooLong() {
        return tooLong;
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
