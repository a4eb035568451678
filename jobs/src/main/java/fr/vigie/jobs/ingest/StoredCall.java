package fr.vigie.jobs.ingest;

import fr.vigie.jobs.lake.Cells;
import java.nio.ByteBuffer;

/** A call as the table stores it: with its attempt and its business date. Reused from call to call. */
final class StoredCall {
    PackedCall call = new PackedCall();
    int attempt;
    int day;

    private final ByteBuffer caller = ByteBuffer.allocate(16);

    /** The cells, in the order of {@link fr.vigie.jobs.lake.CallRow}. */
    static Cells.Layout<StoredCall> layout(Interner words) {
        return (stored, cells) -> stored.write(cells, words);
    }

    private void write(Cells cells, Interner words) {
        cells.bytes(call.callId, call.callIdFrom, call.callIdLength);
        text(cells, words, call.source);
        text(cells, words, call.practice);
        text(cells, words, call.practitioner);
        if (call.hasCaller()) {
            cells.bytes(caller.clear()
                    .putLong(call.callerHigh)
                    .putLong(call.callerLow)
                    .array());
        } else {
            cells.none();
        }
        text(cells, words, call.keyId);
        time(cells, call.arrivedAt);
        time(cells, call.queuedAt);
        time(cells, call.answeredAt);
        time(cells, call.endedAt);
        cells.number(call.wrapSeconds);
        text(cells, words, call.operator);
        word(cells, CallBinder.OUTCOMES, call.outcome);
        word(cells, CallBinder.REQUESTS, call.request);
        word(cells, CallBinder.DISPOSITIONS, call.disposition);
        word(cells, CallBinder.TRANSFER_RESULTS, call.transferResult);
        time(cells, call.transferAnsweredAt);
        word(cells, CallBinder.CHANNELS, call.channel);
        time(cells, call.updatedAt);
        cells.number(attempt);
        cells.number(day);
    }

    private static void text(Cells cells, Interner words, int number) {
        if (number < 0) {
            cells.none();
        } else {
            cells.bytes(words.text(number));
        }
    }

    private static void word(Cells cells, CallWords list, byte code) {
        if (code == 0) {
            cells.none();
        } else {
            cells.bytes(list.word(code));
        }
    }

    private static void time(Cells cells, long micros) {
        if (micros == PackedCall.NEVER) {
            cells.none();
        } else {
            cells.number(micros);
        }
    }
}
