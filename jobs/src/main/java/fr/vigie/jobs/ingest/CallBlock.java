package fr.vigie.jobs.ingest;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The calls of one business day in one part of a file, packed: what travels from who reads files to who writes the day.
 *
 * <p>Identifiers that many calls share (practice, operator …) stand once in a dictionary in front of the rows. Times are
 * microseconds; those within a call are told from its arrival, in as few bytes as they need.
 */
final class CallBlock {
    private static final int QUEUED = 1;
    private static final int ANSWERED = 2;
    private static final int TRANSFER_ANSWERED = 4;
    private static final int CALLER = 8;
    private static final int UPDATED = 16;
    private static final int EXISTING = 32;

    private final List<byte[]> words = new ArrayList<>();

    /** By the number of a word in the dictionary of who adds calls: 1 + its number here, 0 where it has none. */
    private int[] numbers = new int[64];

    private byte[] rows = new byte[1 << 12];
    private int length;
    private int count;

    int count() {
        return count;
    }

    /** Adds a call; its numbers are those of {@code dictionary}, the same for all calls of a block. */
    void add(PackedCall call, Interner dictionary) {
        if (rows.length - length < 128 + call.callIdLength) {
            rows = Arrays.copyOf(rows, 2 * rows.length + call.callIdLength);
        }
        count++;
        rows[length++] = (byte) ((call.queuedAt == PackedCall.NEVER ? 0 : QUEUED)
                | (call.answeredAt == PackedCall.NEVER ? 0 : ANSWERED)
                | (call.transferAnsweredAt == PackedCall.NEVER ? 0 : TRANSFER_ANSWERED)
                | (call.keyId < 0 ? 0 : CALLER)
                | (call.updatedAt == PackedCall.NEVER ? 0 : UPDATED)
                | (call.existing ? EXISTING : 0));
        if (call.existing) {
            varint(call.attempt);
        }
        fixed(call.sequence);
        fixed(call.arrivedAt);
        zigzag(call.endedAt - call.arrivedAt);
        if (call.queuedAt != PackedCall.NEVER) {
            zigzag(call.queuedAt - call.arrivedAt);
        }
        if (call.answeredAt != PackedCall.NEVER) {
            zigzag(call.answeredAt - call.arrivedAt);
        }
        if (call.transferAnsweredAt != PackedCall.NEVER) {
            zigzag(call.transferAnsweredAt - call.arrivedAt);
        }
        if (call.updatedAt != PackedCall.NEVER) {
            fixed(call.updatedAt);
        }
        if (call.keyId >= 0) {
            fixed(call.callerHigh);
            fixed(call.callerLow);
            number(call.keyId, dictionary);
        }
        zigzag(call.wrapSeconds);
        rows[length++] = call.outcome;
        rows[length++] = call.request;
        rows[length++] = call.disposition;
        rows[length++] = call.transferResult;
        rows[length++] = call.channel;
        number(call.source, dictionary);
        number(call.practice, dictionary);
        number(call.practitioner, dictionary);
        number(call.operator, dictionary);
        varint(call.callIdLength);
        System.arraycopy(call.callId, call.callIdFrom, rows, length, call.callIdLength);
        length += call.callIdLength;
    }

    /** The block as bytes. */
    byte[] bytes() {
        int size = 8 + length;
        for (var word : words) {
            size += 4 + word.length;
        }
        var bytes = ByteBuffer.allocate(size);
        bytes.putInt(count).putInt(words.size());
        words.forEach(word -> bytes.putInt(word.length).put(word));
        return bytes.put(rows, 0, length).array();
    }

    private void number(int word, Interner dictionary) {
        if (word < 0) {
            varint(0);
            return;
        }
        if (word >= numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * word);
        }
        if (numbers[word] == 0) {
            words.add(dictionary.text(word));
            numbers[word] = words.size();
        }
        varint(numbers[word]);
    }

    private void fixed(long value) {
        for (int shift = 56; shift >= 0; shift -= 8) {
            rows[length++] = (byte) (value >>> shift);
        }
    }

    private void zigzag(long value) {
        varint(value << 1 ^ value >> 63);
    }

    private void varint(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            rows[length++] = (byte) (rest & 0x7F | 0x80);
            rest >>>= 7;
        }
        rows[length++] = (byte) rest;
    }

    /** Reads the calls of a block one after the other, or one that stands at a known place. */
    static final class Reader {
        private final byte[] bytes;
        private final int[] words;
        private final int count;
        private final int first;
        private int at;

        /** Opens a block; its words become numbers of {@code dictionary}. */
        Reader(byte[] bytes, Interner dictionary) {
            this.bytes = bytes;
            var header = ByteBuffer.wrap(bytes);
            count = header.getInt();
            words = new int[header.getInt()];
            for (int i = 0; i < words.length; i++) {
                int size = header.getInt();
                words[i] = dictionary.of(bytes, header.position(), header.position() + size);
                header.position(header.position() + size);
            }
            first = header.position();
            at = first;
        }

        int count() {
            return count;
        }

        /** Whether its calls stand in the lake already; a block holds such calls only, or none. */
        boolean isExisting() {
            return count > 0 && (bytes[first] & EXISTING) != 0;
        }

        /** Where the next call stands. */
        int position() {
            return at;
        }

        /** Reads the call at a place; the next one to be read stays the same. */
        void readAt(int place, PackedCall call) {
            int next = at;
            at = place;
            read(call);
            at = next;
        }

        /** Reads the next call. */
        void read(PackedCall call) {
            int flags = bytes[at++];
            call.existing = (flags & EXISTING) != 0;
            call.attempt = call.existing ? (int) varint() : 0;
            call.sequence = fixed();
            call.arrivedAt = fixed();
            call.endedAt = call.arrivedAt + zigzag();
            call.queuedAt = (flags & QUEUED) == 0 ? PackedCall.NEVER : call.arrivedAt + zigzag();
            call.answeredAt = (flags & ANSWERED) == 0 ? PackedCall.NEVER : call.arrivedAt + zigzag();
            call.transferAnsweredAt = (flags & TRANSFER_ANSWERED) == 0 ? PackedCall.NEVER : call.arrivedAt + zigzag();
            call.updatedAt = (flags & UPDATED) == 0 ? PackedCall.NEVER : fixed();
            boolean known = (flags & CALLER) != 0;
            call.callerHigh = known ? fixed() : 0;
            call.callerLow = known ? fixed() : 0;
            call.keyId = known ? number() : -1;
            call.wrapSeconds = (int) zigzag();
            call.outcome = bytes[at++];
            call.request = bytes[at++];
            call.disposition = bytes[at++];
            call.transferResult = bytes[at++];
            call.channel = bytes[at++];
            call.source = number();
            call.practice = number();
            call.practitioner = number();
            call.operator = number();
            call.callIdLength = (int) varint();
            call.callId = bytes;
            call.callIdFrom = at;
            at += call.callIdLength;
        }

        private int number() {
            int word = (int) varint();
            return word == 0 ? -1 : words[word - 1];
        }

        private long fixed() {
            long value = 0;
            for (int i = 0; i < 8; i++) {
                value = value << 8 | bytes[at++] & 0xFF;
            }
            return value;
        }

        private long zigzag() {
            long value = varint();
            return value >>> 1 ^ -(value & 1);
        }

        private long varint() {
            long value = 0;
            int shift = 0;
            while (bytes[at] < 0) {
                value |= (long) (bytes[at++] & 0x7F) << shift;
                shift += 7;
            }
            return value | (long) bytes[at++] << shift;
        }
    }
}
