package fr.vigie.jobs.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.timestamp_micros;

import fr.vigie.jobs.lake.DaySpans;
import fr.vigie.jobs.lake.Lake;
import fr.vigie.jobs.lake.Tables;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.sql.catalyst.InternalRow;
import scala.Tuple2;

/** The calls that stand in the lake, packed like those that are read, so that both can be held against each other. */
final class StoredCalls implements Iterator<Tuple2<Integer, byte[]>> {
    private static final String LOCAL_DATE = "local_date";
    private static final String ARRIVED_AT = "arrived_at";
    private static final int FLUSH_CALLS = 200_000;

    private final Iterator<InternalRow> rows;
    private final DaySpans spans;
    private final BusinessDays days;
    private final Interner words = new Interner();
    private final PackedCall call = new PackedCall();
    private final Map<Integer, CallBlock> blocks = new HashMap<>();
    private final ArrayDeque<Tuple2<Integer, byte[]>> ready = new ArrayDeque<>();

    private StoredCalls(Iterator<InternalRow> rows, DaySpans spans, BusinessDays days) {
        this.rows = rows;
        this.spans = spans;
        this.days = days;
        call.existing = true;
    }

    /** The calls of the spans, and those shortly before each that its first calls may be redials of. */
    static JavaPairRDD<Integer, byte[]> of(Lake lake, DaySpans spans, Reading reading, Duration redialWindow) {
        var days = new BusinessDays(reading.serviceZone(), redialWindow);
        var shortlyBefore = spans.any(span -> col(LOCAL_DATE)
                .equalTo(lit(LocalDate.ofEpochDay(span.first() - 1L)))
                .and(col(ARRIVED_AT).geq(timestamp_micros(lit(days.lateOnTheDayBefore(span.first()))))));
        var zone = reading.serviceZone();
        return lake.readColumns(Tables.CALL)
                .filter(spans.condition(col(LOCAL_DATE)).or(shortlyBefore))
                .queryExecution()
                .toRdd()
                .toJavaRDD()
                .mapPartitionsToPair(rows -> new StoredCalls(rows, spans, new BusinessDays(zone, redialWindow)));
    }

    @Override
    public boolean hasNext() {
        if (ready.isEmpty()) {
            for (int n = 0; n < FLUSH_CALLS && rows.hasNext(); n++) {
                pack(rows.next());
            }
            blocks.forEach((key, block) -> ready.add(new Tuple2<>(key, block.bytes())));
            blocks.clear();
        }
        return !ready.isEmpty();
    }

    @Override
    public Tuple2<Integer, byte[]> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return ready.remove();
    }

    /** In the order of {@link fr.vigie.jobs.lake.CallRow}. */
    private void pack(InternalRow row) {
        var id = row.getUTF8String(0).getBytes();
        call.callId = id;
        call.callIdLength = id.length;
        call.source = word(row, 1);
        call.practice = word(row, 2);
        call.practitioner = word(row, 3);
        boolean known = !row.isNullAt(4);
        var caller = known ? ByteBuffer.wrap(row.getBinary(4)) : null;
        call.callerHigh = caller == null ? 0 : caller.getLong();
        call.callerLow = caller == null ? 0 : caller.getLong();
        call.keyId = word(row, 5);
        call.arrivedAt = row.getLong(6);
        call.queuedAt = time(row, 7);
        call.answeredAt = time(row, 8);
        call.endedAt = row.getLong(9);
        call.wrapSeconds = row.getInt(10);
        call.operator = word(row, 11);
        call.outcome = code(row, 12, CallBinder.OUTCOMES);
        call.request = code(row, 13, CallBinder.REQUESTS);
        call.disposition = code(row, 14, CallBinder.DISPOSITIONS);
        call.transferResult = code(row, 15, CallBinder.TRANSFER_RESULTS);
        call.transferAnsweredAt = time(row, 16);
        call.channel = code(row, 17, CallBinder.CHANNELS);
        call.updatedAt = time(row, 18);
        call.attempt = row.getInt(19);
        int day = row.getInt(20);
        if (spans.contains(day)) {
            blocks.computeIfAbsent(day, d -> new CallBlock()).add(call, words);
        }
        if (days.isLate(call) && spans.contains(day + 1)) {
            blocks.computeIfAbsent(CallPacker.context(day + 1), d -> new CallBlock())
                    .add(call, words);
        }
    }

    private int word(InternalRow row, int column) {
        return row.isNullAt(column) ? -1 : words.of(row.getUTF8String(column).getBytes());
    }

    private static long time(InternalRow row, int column) {
        return row.isNullAt(column) ? PackedCall.NEVER : row.getLong(column);
    }

    private static byte code(InternalRow row, int column, CallWords list) {
        if (row.isNullAt(column)) {
            return 0;
        }
        var bytes = row.getUTF8String(column).getBytes();
        return list.code(bytes, 0, bytes.length);
    }
}
