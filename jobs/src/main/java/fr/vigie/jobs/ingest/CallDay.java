package fr.vigie.jobs.ingest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The calls of one business day, old and new: of each the version that stays, and which attempt it is.
 *
 * <p>A call is an attempt after 1 + the calls of the same caller to the same practice, within the redial window before,
 * that nobody answered. A withheld number is nobody's, and pseudonyms by different keys are never taken for one caller. A
 * call in the lake whose caller is not known stays the attempt that it was: its caller may have been forgotten.
 */
final class CallDay {
    /** Told of what becomes of each call. */
    interface Outcome {
        /** The call stays; {@code isNew} when it was not there before or said something else. */
        void stays(PackedCall call, int attempt, boolean isNew);
    }

    private static final byte[] UNANSWERED = {
        code(fr.vigie.call.Outcome.ABANDONED),
        code(fr.vigie.call.Outcome.OVERFLOWED),
        code(fr.vigie.call.Outcome.VOICEMAIL),
        code(fr.vigie.call.Outcome.BLOCKED),
        code(fr.vigie.call.Outcome.CLOSED)
    };

    private final List<CallBlock.Reader> blocks = new ArrayList<>();
    private final long windowMicros;
    private final String source;
    private final Map<String, Integer> staysIn;
    private final int day;
    private int own;

    // Rows of all blocks, those of the day before the ones that are only to be known of.
    private int rows;
    private int[] block = new int[0];
    private int[] place = new int[0];
    private boolean[] stays = new boolean[0];
    private boolean[] isNew = new boolean[0];
    private boolean removedSome;
    private final SortedMap<Integer, Long> duplicates = new TreeMap<>();

    // What decides about attempts, of each row; noted when it is read first.
    private int[] attempts = new int[0];
    private long[] high = new long[0];
    private long[] low = new long[0];
    private int[] keyId = new int[0];
    private int[] practice = new int[0];
    private long[] arrived = new long[0];
    private boolean[] unanswered = new boolean[0];

    /**
     * Begins a day.
     *
     * @param windowMicros the redial window
     * @param source of the ingest: other sources have other calls, be their names the same
     * @param staysIn its calls of which versions stand in several slots, with the {@link DaySlot} of the one that stays
     */
    CallDay(int day, long windowMicros, String source, Map<String, Integer> staysIn) {
        this.day = day;
        this.windowMicros = windowMicros;
        this.source = source;
        this.staysIn = staysIn;
    }

    private static byte code(fr.vigie.call.Outcome outcome) {
        return (byte) (1 + outcome.ordinal());
    }

    /** Works the day out and tells of each call that stays, in the order of the blocks. */
    void work(List<byte[]> ofDay, List<byte[]> context, Interner words, Outcome outcome) {
        blocks.addAll(newFirst(ofDay, words));
        own = blocks.size();
        blocks.addAll(newFirst(context, words));
        rows = blocks.stream().mapToInt(CallBlock.Reader::count).sum();
        block = new int[rows];
        place = new int[rows];
        stays = new boolean[rows];
        isNew = new boolean[rows];
        attempts = new int[rows];
        high = new long[rows];
        low = new long[rows];
        keyId = new int[rows];
        practice = new int[rows];
        arrived = new long[rows];
        unanswered = new boolean[rows];
        int ownRows = findVersions(words.of(source.getBytes(StandardCharsets.UTF_8)));
        findAttempts();
        var call = new PackedCall();
        for (int row = 0; row < ownRows; row++) {
            if (stays[row]) {
                read(row, call);
                outcome.stays(call, attempts[row], isNew[row]);
            }
        }
    }

    /** The last of the new versions is found before it is held against the one that stands in the lake. */
    private static List<CallBlock.Reader> newFirst(List<byte[]> blocks, Interner words) {
        return blocks.stream()
                .map(bytes -> new CallBlock.Reader(bytes, words))
                .sorted(Comparator.comparing(CallBlock.Reader::isExisting))
                .toList();
    }

    /** Whether a version that stood in the lake does not stay. */
    boolean removedSome() {
        return removedSome;
    }

    /** How many of the calls that are read and are the day's own do not stay, or say what the lake says, by file. */
    SortedMap<Integer, Long> duplicates() {
        return duplicates;
    }

    /** Decides which version of each call stays; how many rows are the day's own. */
    private int findVersions(int sourceWord) {
        int[] table = new int[Integer.highestOneBit(Math.max(8, rows)) * 4];
        Arrays.fill(table, -1);
        var call = new PackedCall();
        var other = new PackedCall();
        int ownRows = 0;
        int row = 0;
        for (int b = 0; b < blocks.size(); b++) {
            var reader = blocks.get(b);
            for (int i = 0; i < reader.count(); i++, row++) {
                block[row] = b;
                place[row] = reader.position();
                reader.read(call);
                note(row, call);
                if (call.source == sourceWord && isElsewhere(call, b < own)) {
                    drop(b, call);
                    continue;
                }
                int at = (int) call.idHash() & table.length - 1;
                while (table[at] >= 0 && !hasSameId(table[at], call, other)) {
                    at = at + 1 & table.length - 1;
                }
                if (table[at] < 0) {
                    table[at] = row;
                    stays[row] = true;
                    isNew[row] = !call.existing;
                } else {
                    drop(b, decide(row, call, table, at, other));
                }
            }
            if (b < own) {
                ownRows = row;
            }
        }
        return ownRows;
    }

    private boolean hasSameId(int row, PackedCall call, PackedCall other) {
        read(row, other);
        return call.hasSameId(other);
    }

    /** Two versions of one call: {@code call} and the row that has stayed so far. The one that does not stay. */
    private PackedCall decide(int row, PackedCall call, int[] table, int at, PackedCall known) {
        int before = table[at];
        boolean same = call.saysTheSame(known);
        // Of two that say the same, the one that stands in the lake stays: then nothing is new.
        if (same ? call.existing && !known.existing : call.replaces(known)) {
            stays[before] = false;
            stays[row] = true;
            isNew[row] = !call.existing;
            table[at] = row;
            return known;
        }
        return call;
    }

    private void drop(int block, PackedCall version) {
        if (block < own && version.existing) {
            removedSome = true;
        } else if (block < own) {
            duplicates.merge(Refused.file(version.sequence), 1L, Long::sum);
        }
    }

    private boolean isElsewhere(PackedCall call, boolean isOwn) {
        if (staysIn.isEmpty()) {
            return false;
        }
        Integer slot = staysIn.get(call.callId());
        // Those that are only to be known of are late ones of the day before.
        return slot != null && (isOwn ? DaySlot.day(slot) != day : slot != DaySlot.of(day - 1, true));
    }

    private void read(int row, PackedCall call) {
        blocks.get(block[row]).readAt(place[row], call);
    }

    private void note(int row, PackedCall call) {
        attempts[row] = Math.max(1, call.attempt);
        keyId[row] = call.keyId;
        high[row] = call.callerHigh;
        low[row] = call.callerLow;
        practice[row] = call.practice;
        arrived[row] = call.arrivedAt;
        unanswered[row] = isUnanswered(call.outcome);
    }

    /** Finds the attempt of each row whose caller is known; the others stay what they were. */
    private void findAttempts() {
        int[] table = new int[Integer.highestOneBit(Math.max(8, rows)) * 4];
        Arrays.fill(table, -1);
        int[] before = new int[rows];
        for (int row = 0; row < rows; row++) {
            before[row] = -1;
            if (!stays[row] || keyId[row] < 0) {
                continue;
            }
            attempts[row] = 1;
            // The key is as good as random already.
            int at = (int) (low[row] ^ practice[row] * 0x9E3779B97F4A7C15L) & table.length - 1;
            while (table[at] >= 0
                    && (high[table[at]] != high[row]
                            || low[table[at]] != low[row]
                            || keyId[table[at]] != keyId[row]
                            || practice[table[at]] != practice[row])) {
                at = at + 1 & table.length - 1;
            }
            before[row] = table[at];
            table[at] = row;
        }
        for (int last : table) {
            if (last >= 0 && before[last] >= 0) {
                count(last, before);
            }
        }
    }

    /** Counts the attempts of one caller at one practice: a chain of rows, each with the one before. */
    private void count(int last, int[] before) {
        var chain = new ArrayList<Integer>();
        for (int row = last; row >= 0; row = before[row]) {
            chain.add(row);
        }
        chain.sort((a, b) -> Long.compare(arrived[a], arrived[b]));
        int from = 0;
        int until = 0;
        int failed = 0;
        for (int row : chain) {
            while (arrived[chain.get(until)] < arrived[row]) {
                failed += unanswered[chain.get(until++)] ? 1 : 0;
            }
            while (from < until && arrived[chain.get(from)] < arrived[row] - windowMicros) {
                failed -= unanswered[chain.get(from++)] ? 1 : 0;
            }
            attempts[row] = 1 + failed;
        }
    }

    private static boolean isUnanswered(byte outcome) {
        for (byte code : UNANSWERED) {
            if (code == outcome) {
                return true;
            }
        }
        return false;
    }
}
