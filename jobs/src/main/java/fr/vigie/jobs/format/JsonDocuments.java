package fr.vigie.jobs.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * JSON objects one after the other: one in the file, one a line, one behind the other or the elements of one array.
 *
 * <p>Only one of them is held at a time. One that is broken (cut off, too long, too deeply nested, not JSON) is a problem
 * of its own, and reading goes on at the next line that begins with an object at the same indentation, so that a broken
 * one does not swallow those behind it.
 */
final class JsonDocuments implements AutoCloseable {
    /** Deeper than any record of a phone system, and harmless. */
    private static final int DEEPEST = 64;

    private static final String BAD_JSON = "bad-json";
    private static final int BUFFER = 1 << 16;
    private static final JsonMapper MAPPER = new JsonMapper(JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build());

    private final InputStream in;
    private final int longest;
    private byte[] buffer = new byte[BUFFER];
    private int position;
    private int limit;
    private boolean ended;
    private boolean begun;
    private long nextLine = 1;
    private boolean atLineStart = true;
    private int spaces;
    private int indentation;

    private long line;
    private JsonNode document = MAPPER.nullNode();
    private @Nullable Problem problem;

    private JsonDocuments(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    static JsonDocuments open(InputFile file) {
        return new JsonDocuments(file.bytes(), file.limits().recordBytes());
    }

    /** Makes a record of an object; null where it is a part of another's. */
    interface Mapping {
        @Nullable
        RawRecord map(JsonNode document, long line);
    }

    /** The records of a file's objects. */
    static Records records(InputFile file, Wanted wanted, Mapping mapping) {
        var documents = open(file);
        return new RecordsAhead(
                () -> {
                    while (documents.next()) {
                        var problem = documents.problem();
                        var record = problem == null
                                ? mapping.map(documents.document(), documents.line())
                                : CallValues.problem(0, documents.line(), wanted, problem.reason(), problem.detail());
                        if (record != null) {
                            return record;
                        }
                    }
                    return null;
                },
                documents::close);
    }

    /**
     * Goes to the next object; false after the last, when the file is closed.
     *
     * @throws BadFile when the file does not begin like JSON
     */
    boolean next() {
        problem = null;
        if (!skipToObject()) {
            close();
            return false;
        }
        line = nextLine;
        if (buffer[position] != '{') {
            fail(BAD_JSON, "an object was expected here");
            position++;
            resume();
            return true;
        }
        int length = measure();
        if (length > 0) {
            parse(length);
        }
        if (problem != null) {
            position++;
            resume();
        } else {
            forward(length);
        }
        return true;
    }

    /** The line on which the object begins, from 1. */
    long line() {
        return line;
    }

    JsonNode document() {
        return document;
    }

    /** Why it cannot be used; null where it may be. */
    @Nullable
    Problem problem() {
        return problem;
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Leaves out what stands between objects. */
    private boolean skipToObject() {
        if (!begun) {
            skipByteOrderMark();
        }
        while (position < limit || fill()) {
            byte b = buffer[position];
            if (b == '\n') {
                nextLine++;
                atLineStart = true;
                spaces = 0;
            } else if (b == ' ' || b == '\t') {
                spaces++;
            } else if (b != ',' && b != '\r' && b != '[' && b != ']') {
                if (!begun && b != '{') {
                    throw new BadFile("holds no JSON objects (maybe it is in another format)");
                }
                begun = true;
                indentation = atLineStart && b == '{' ? spaces : indentation;
                atLineStart = false;
                return true;
            } else {
                atLineStart = false;
            }
            position++;
        }
        return false;
    }

    private void skipByteOrderMark() {
        while (limit < 3 && fill()) {
            // Until there are three bytes.
        }
        if (limit >= 3 && buffer[0] == (byte) 0xEF && buffer[1] == (byte) 0xBB && buffer[2] == (byte) 0xBF) {
            position = 3;
        }
    }

    /** How many bytes the object has; 0, with a problem, where it has no end. */
    private int measure() {
        int depth = 0;
        boolean inString = false;
        boolean escaped = false;
        for (int at = 0; at < longest; at++) {
            if (position + at == limit && !fill()) {
                fail(BAD_JSON, "it is cut off");
                return 0;
            }
            byte b = buffer[position + at];
            if (inString) {
                if (b == '\n') {
                    fail(BAD_JSON, "a string is cut off");
                    return 0;
                }
                inString = escaped || b != '"';
                escaped = !escaped && b == '\\';
            } else if (b == '"') {
                inString = true;
            } else if (b == '{' || b == '[') {
                if (++depth > DEEPEST) {
                    fail(BAD_JSON, "it is nested deeper than " + DEEPEST);
                    return 0;
                }
            } else if ((b == '}' || b == ']') && --depth == 0) {
                return at + 1;
            }
        }
        fail("record-too-long", "more than %d bytes".formatted(longest));
        return 0;
    }

    private void parse(int length) {
        try {
            document = MAPPER.readTree(buffer, position, length);
        } catch (JsonProcessingException e) {
            fail(BAD_JSON, String.valueOf(e.getOriginalMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void fail(String reason, String detail) {
        problem = new Problem(reason, detail);
    }

    private void forward(int length) {
        for (int i = 0; i < length; i++) {
            nextLine += buffer[position++] == '\n' ? 1 : 0;
        }
    }

    /** Goes to the next line that begins with an object as far to the right as those before. */
    private void resume() {
        while (position < limit || fill()) {
            if (buffer[position++] != '\n') {
                continue;
            }
            nextLine++;
            atLineStart = true;
            spaces = 0;
            while ((position < limit || fill()) && (buffer[position] == ' ' || buffer[position] == '\t')) {
                spaces++;
                position++;
            }
            if (position < limit && buffer[position] == '{' && spaces == indentation) {
                return;
            }
        }
    }

    /** Reads on behind what has not been used yet; false where there is no more. */
    private boolean fill() {
        if (ended) {
            return false;
        }
        System.arraycopy(buffer, position, buffer, 0, limit - position);
        limit -= position;
        position = 0;
        if (limit == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * limit);
        }
        try {
            int read = in.read(buffer, limit, buffer.length - limit);
            ended = read < 0;
            limit += Math.max(0, read);
            return read > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
