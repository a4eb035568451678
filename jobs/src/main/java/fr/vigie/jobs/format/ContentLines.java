package fr.vigie.jobs.format;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The content lines of an iCalendar text (RFC 5545, 3.1), unfolded.
 *
 * <p>Unfolding is done on bytes: a fold may stand in the middle of a character.
 */
final class ContentLines implements AutoCloseable {
    private final InputStream in;
    private final int longest;
    private final ByteArrayOutputStream current = new ByteArrayOutputStream();
    private long number;
    private long nextNumber = 1;
    private boolean tooLong;

    ContentLines(InputStream bytes, int longest) {
        this.in = new BufferedInputStream(bytes);
        this.longest = longest;
    }

    /** Goes to the next line; false after the last. */
    boolean next() {
        current.reset();
        tooLong = false;
        number = nextNumber;
        try {
            int b = in.read();
            if (b < 0) {
                return false;
            }
            while (b >= 0) {
                if (b == '\n') {
                    nextNumber++;
                    if (!isFolded()) {
                        break;
                    }
                } else if (b != '\r') {
                    keep(b);
                }
                b = in.read();
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes the white space with which the rest of a folded line begins. */
    private boolean isFolded() throws IOException {
        in.mark(1);
        int b = in.read();
        if (b == ' ' || b == '\t') {
            return true;
        }
        in.reset();
        return false;
    }

    private void keep(int b) {
        if (current.size() < longest) {
            current.write(b);
        } else {
            tooLong = true;
        }
    }

    /** Where the current line begins, from 1. */
    long number() {
        return number;
    }

    /**
     * The current line.
     *
     * @throws BadValue when it is longer than any may be, or is not UTF-8
     */
    String text() throws BadValue {
        if (tooLong) {
            throw new BadValue("record-too-long", "line %d has more than %d bytes".formatted(number, longest));
        }
        var bytes = current.toByteArray();
        var text = DelimitedText.decode(bytes, 0, bytes.length, StandardCharsets.UTF_8);
        return number == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text;
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
