package fr.vigie.jobs.format;

import fr.vigie.privacy.PhoneMask;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A delimited text with a header line and RFC 4180 quoting, read record by record from its bytes.
 *
 * <p>Records are what lies between line breaks outside of quotes (LF, CR LF or CR); empty lines are none. A quote within
 * a field that does not begin with one is a character like any other. The fields of the current record are slices of one
 * buffer: most are numbers, times and codes, for which no string needs to be made. Not safe for several threads.
 */
public final class DelimitedText implements AutoCloseable {
    private static final int BUFFER = 1 << 16;
    private static final int MOST_FIELDS = 4096;
    private static final byte QUOTE = '"';

    private final InputStream in;
    private final Charset charset;
    private final int longest;
    private final byte delimiter;
    private final List<String> header;

    private byte[] buffer = new byte[BUFFER];
    private int position;
    private int limit;
    private boolean ended;
    private long nextLine = 1;

    // The current record.
    private long line;
    private int fields;
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private int escaped;
    private int[] escapedFields = new int[8];
    private int brokenLines;
    private boolean openedQuote;
    private @Nullable Problem problem;

    private DelimitedText(InputStream in, @Nullable Character delimiter, Charset charset, int longest) {
        this.in = in;
        this.longest = longest;
        fill();
        this.charset = skipByteOrderMark() ? StandardCharsets.UTF_8 : charset;
        this.delimiter = delimiter != null ? (byte) (char) delimiter : guess();
        if (!next()) {
            throw new BadFile("is empty: it has no header line");
        }
        this.header = readHeader();
    }

    private DelimitedText(InputStream in, char delimiter, Charset charset, int longest, List<String> columns) {
        this.in = in;
        this.charset = charset;
        this.longest = longest;
        this.delimiter = (byte) delimiter;
        this.header = List.copyOf(columns);
        fill();
        skipByteOrderMark();
    }

    private DelimitedText(InputStream in, DelimitedText whole, long firstLine) {
        this.in = in;
        this.charset = whole.charset;
        this.longest = whole.longest;
        this.delimiter = whole.delimiter;
        this.header = whole.header;
        this.nextLine = firstLine;
    }

    /**
     * Opens a text at its header.
     *
     * @param in its bytes; closed with the text
     * @param delimiter the field separator, an ASCII character; null: {@code ;} where the header has more of them than
     *     {@code ,}
     * @param charset one in which ASCII characters are single bytes, e.g. UTF-8 or windows-1252; that of a text which
     *     begins with UTF-8's byte order mark is UTF-8
     * @param limits the longest record
     * @throws BadFile when there is no header
     */
    public static DelimitedText open(InputStream in, @Nullable Character delimiter, Charset charset, Limits limits) {
        return new DelimitedText(in, delimiter, charset, limits.recordBytes());
    }

    /**
     * Opens a text without a header line.
     *
     * @param in its bytes; closed with the text
     * @param delimiter the field separator, an ASCII character
     * @param charset one in which ASCII characters are single bytes
     * @param limits the longest record
     * @param columns what the columns are called, in order
     */
    public static DelimitedText withoutHeader(
            InputStream in, char delimiter, Charset charset, Limits limits, List<String> columns) {
        return new DelimitedText(in, delimiter, charset, limits.recordBytes(), columns);
    }

    /**
     * A later part of this text, to be read on its own.
     *
     * @param in the part's bytes, from the beginning of a record
     * @param firstLine the line of that record
     */
    public DelimitedText part(InputStream in, long firstLine) {
        return new DelimitedText(in, this, firstLine);
    }

    /** The columns' names. */
    public List<String> header() {
        return header;
    }

    /** Where the wanted columns stand, -1 for those that are absent; fails when a required one is, or one stands twice. */
    public int[] positions(List<String> wanted, List<String> required) {
        var missing = required.stream().filter(c -> !header.contains(c)).toList();
        if (!missing.isEmpty()) {
            throw new BadFile("lacks the required column%s %s; its header has %s%s"
                    .formatted(
                            missing.size() > 1 ? "s" : "",
                            String.join(", ", missing),
                            String.join(
                                    ", ",
                                    header.stream()
                                            .map(DelimitedText::shown)
                                            .limit(30)
                                            .toList()),
                            header.size() == 1 ? " (maybe the delimiter is another one)" : ""));
        }
        var seen = new HashSet<String>();
        for (var column : header) {
            if (!seen.add(column) && wanted.contains(column)) {
                throw new BadFile("has the column %s twice".formatted(column));
            }
        }
        return wanted.stream().mapToInt(header::indexOf).toArray();
    }

    /** Goes to the next record; false after the last. */
    public boolean next() {
        problem = null;
        fields = 0;
        if (!skipEmptyLines()) {
            return false;
        }
        line = nextLine;
        int after = parse();
        while (after < 0) {
            if (limit - position > longest) {
                skipRecord();
                return true;
            }
            fill();
            after = parse();
        }
        position = after;
        nextLine += 1 + brokenLines;
        for (int i = 0; i < escaped; i++) {
            unescape(escapedFields[i]);
        }
        if (problem == null && header != null && fields != header.size()) {
            problem = new Problem("wrong-number-of-fields", "%d instead of %d".formatted(fields, header.size()));
        }
        return true;
    }

    /** The line on which the current record begins, from 1. */
    public long line() {
        return line;
    }

    /** Why the current record cannot be used; null where it may be. */
    public @Nullable Problem problem() {
        return problem;
    }

    /** The bytes of which the fields are slices, until the next record is read. */
    public byte[] bytes() {
        return buffer;
    }

    /** Where a field of the current record begins in {@link #bytes}; spaces around it are left out. */
    public int start(int field) {
        return starts[field];
    }

    /** Where it ends. */
    public int end(int field) {
        return ends[field];
    }

    /**
     * A field's text without the white space around it; null where it is empty or absent.
     *
     * @throws BadValue when it is not in the text's charset or holds a NUL
     */
    public @Nullable String text(int field) throws BadValue {
        if (field < 0 || field >= fields || starts[field] == ends[field]) {
            return null;
        }
        var text = decode(buffer, starts[field], ends[field], charset).strip();
        return text.isEmpty() ? null : text;
    }

    /**
     * The text of some bytes.
     *
     * @throws BadValue when they are no text in the charset, or hold a NUL
     */
    public static String decode(byte[] bytes, int from, int until, Charset charset) throws BadValue {
        boolean ascii = true;
        for (int i = from; i < until; i++) {
            if (bytes[i] <= 0) {
                if (bytes[i] == 0) {
                    throw new BadValue("bad-value", "holds a NUL byte");
                }
                ascii = false;
            }
        }
        if (ascii) {
            return new String(bytes, from, until - from, StandardCharsets.ISO_8859_1);
        }
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, from, until - from))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new BadValue(
                    "not-" + charset.name().toLowerCase(java.util.Locale.ROOT),
                    "its bytes are no " + charset.name() + " (maybe the file is in windows-1252)");
        }
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // --- bytes ---------------------------------------------------------------

    /** Whether there was one of UTF-8's, which then is the charset whatever was thought. */
    private boolean skipByteOrderMark() {
        if (limit >= 2 && (short) (buffer[0] << 8 | buffer[1] & 0xff) == (short) 0xFEFF
                || limit >= 2 && (short) (buffer[0] << 8 | buffer[1] & 0xff) == (short) 0xFFFE) {
            throw new BadFile("is UTF-16 (maybe save it as UTF-8)");
        }
        if (limit >= 3 && buffer[0] == (byte) 0xEF && buffer[1] == (byte) 0xBB && buffer[2] == (byte) 0xBF) {
            position = 3;
            return true;
        }
        return false;
    }

    private byte guess() {
        int commas = 0;
        int semicolons = 0;
        for (int i = position; i < limit && buffer[i] != '\n'; i++) {
            commas += buffer[i] == ',' ? 1 : 0;
            semicolons += buffer[i] == ';' ? 1 : 0;
        }
        return semicolons > commas ? (byte) ';' : (byte) ',';
    }

    private List<String> readHeader() {
        if (problem != null) {
            throw new BadFile("has a header that cannot be read: " + problem.detail());
        }
        if (fields > MOST_FIELDS) {
            throw new BadFile("has a header of %d columns, more than %d".formatted(fields, MOST_FIELDS));
        }
        var names = new String[fields];
        try {
            for (int i = 0; i < fields; i++) {
                var name = text(i);
                names[i] = name == null ? "" : name;
            }
        } catch (BadValue e) {
            throw new BadFile("has a header that cannot be read: " + e.getMessage());
        }
        if (Arrays.stream(names).allMatch(String::isEmpty)) {
            throw new BadFile("is empty: it has no header line");
        }
        return List.of(names);
    }

    /** A word of the file as a message may show it. */
    static String shown(String column) {
        // Where a file has no header its first record stands here, maybe with a caller's number.
        var masked = PhoneMask.maskIn(column);
        return masked.length() > 60 ? masked.substring(0, 60) + "…" : masked;
    }

    /** Whether there is a record after the empty lines. */
    private boolean skipEmptyLines() {
        while (true) {
            if (limit - position < 2 && !ended) {
                fill();
                continue;
            }
            if (position == limit) {
                return false;
            }
            boolean windows = buffer[position] == '\r' && limit - position > 1 && buffer[position + 1] == '\n';
            if (!windows && buffer[position] != '\n') {
                return true;
            }
            position += windows ? 2 : 1;
            nextLine++;
        }
    }

    /**
     * Finds the fields of the record at {@link #position}.
     *
     * @return where the next record begins; -1 when the buffer holds only a part of this one
     */
    private int parse() {
        fields = 0;
        escaped = 0;
        brokenLines = 0;
        openedQuote = false;
        int at = position;
        while (true) {
            if (at < limit && buffer[at] == QUOTE) {
                at = quoted(at);
                if (at < 0) {
                    return -1;
                }
            } else {
                int first = at;
                while (at < limit && buffer[at] != delimiter && buffer[at] != '\n') {
                    at++;
                }
                boolean windows = at > first && at < limit && buffer[at] == '\n' && buffer[at - 1] == '\r';
                add(first, windows ? at - 1 : at);
            }
            if (at == limit) {
                return ended ? at : -1;
            }
            if (buffer[at++] == '\n') {
                return at;
            }
        }
    }

    /** Finds the end of a quoted field: its delimiter or line feed; -1 when that is not in the buffer yet. */
    private int quoted(int from) {
        openedQuote = true;
        boolean doubled = false;
        int at = from + 1;
        while (true) {
            while (at < limit && buffer[at] != QUOTE) {
                brokenLines += buffer[at++] == '\n' ? 1 : 0;
            }
            if (at >= limit && ended) {
                throw new BadFile("cannot be read as delimited text: the quote that opens on line %d is never closed"
                        .formatted(line));
            }
            if (at + 1 >= limit && !ended) {
                return -1;
            }
            if (at + 1 == limit || buffer[at + 1] != QUOTE) {
                break;
            }
            doubled = true;
            at += 2;
        }
        openedQuote = false;
        add(from + 1, at);
        if (doubled && fields <= MOST_FIELDS) {
            if (escaped == escapedFields.length) {
                escapedFields = Arrays.copyOf(escapedFields, 2 * escaped);
            }
            escapedFields[escaped++] = fields - 1;
        }
        int end = ++at;
        while (at < limit && buffer[at] != delimiter && buffer[at] != '\n') {
            if (buffer[at] != '\r' && buffer[at] != ' ') {
                problem = new Problem("bad-quoting", "text after a closing quote, field " + fields);
            }
            at++;
        }
        return at == limit && !ended ? -1 : Math.max(at, end);
    }

    private void add(int from, int until) {
        if (fields < MOST_FIELDS) {
            if (fields == starts.length) {
                starts = Arrays.copyOf(starts, 2 * fields);
                ends = Arrays.copyOf(ends, 2 * fields);
            }
            int first = from;
            int end = until;
            while (first < end && isSpace(buffer[first])) {
                first++;
            }
            while (first < end && isSpace(buffer[end - 1])) {
                end--;
            }
            starts[fields] = first;
            ends[fields] = end;
        }
        fields++;
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\t';
    }

    /** Two quotes within quotes are one. */
    private void unescape(int field) {
        int to = starts[field];
        for (int at = starts[field]; at < ends[field]; at++) {
            buffer[to++] = buffer[at];
            if (buffer[at] == QUOTE && at + 1 < ends[field] && buffer[at + 1] == QUOTE) {
                at++;
            }
        }
        ends[field] = to;
    }

    /** Leaves out the rest of a record that is longer than any may be. */
    private void skipRecord() {
        if (openedQuote) {
            throw new BadFile("cannot be read as delimited text: the quote that opens on line %d is never closed"
                    .formatted(line));
        }
        fields = 0;
        problem = new Problem("record-too-long", "more than %d bytes".formatted(longest));
        while (true) {
            while (position < limit && buffer[position] != '\n') {
                position++;
            }
            if (position < limit) {
                position++;
                break;
            }
            if (ended) {
                break;
            }
            fill();
        }
        nextLine++;
    }

    /** Reads on behind what has not been used yet; notes where there is no more. */
    private void fill() {
        System.arraycopy(buffer, position, buffer, 0, limit - position);
        limit -= position;
        position = 0;
        if (limit == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * limit);
        }
        try {
            int read = in.read(buffer, limit, buffer.length - limit);
            if (read < 0) {
                ended = true;
            } else {
                limit += read;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
