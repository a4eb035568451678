package fr.vigie.jobs.ingest;

import fr.vigie.call.Channel;
import fr.vigie.call.Disposition;
import fr.vigie.call.Outcome;
import fr.vigie.call.Request;
import fr.vigie.call.TransferResult;
import fr.vigie.input.Call;
import fr.vigie.jobs.format.BadValue;
import fr.vigie.jobs.format.DelimitedText;
import fr.vigie.jobs.format.Problem;
import fr.vigie.privacy.CallerKeys;
import fr.vigie.privacy.PhoneMask;
import fr.vigie.privacy.PhoneNumbers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Binds the columns of a record to a call, or says why it cannot be one. Not safe for several threads. */
final class CallBinder {
    /** The words of a call's lists, each under the column that holds one. */
    static final CallWords OUTCOMES = new CallWords(Outcome.class);

    static final CallWords REQUESTS = new CallWords(Request.class);
    static final CallWords DISPOSITIONS = new CallWords(Disposition.class);
    static final CallWords TRANSFER_RESULTS = new CallWords(TransferResult.class);
    static final CallWords CHANNELS = new CallWords(Channel.class);

    /** Earlier or later than this, a clock was wrong or a column misread. */
    private static final long EARLIEST = micros(LocalDate.of(1980, 1, 1));

    private static final long LATEST = micros(LocalDate.of(2100, 1, 1));
    private static final long LONGEST = Duration.ofDays(1).toMillis() * 1000;

    /** A call's canonical columns: those of {@link Call}, and the phone system's time of this version of it. */
    static final List<String> COLUMNS = Stream.concat(RowBinder.columns(Call.class).stream(), Stream.of("updated_at"))
            .toList();

    private static final int CALL_ID = COLUMNS.indexOf("call_id");
    private static final int PRACTICE_ID = COLUMNS.indexOf("practice_id");
    private static final int CALLED_NUMBER = COLUMNS.indexOf("called_number");
    private static final int PRACTITIONER_ID = COLUMNS.indexOf("practitioner_id");
    private static final int CALLER = COLUMNS.indexOf("caller");
    private static final int ARRIVED_AT = COLUMNS.indexOf("arrived_at");
    private static final int QUEUED_AT = COLUMNS.indexOf("queued_at");
    private static final int ANSWERED_AT = COLUMNS.indexOf("answered_at");
    private static final int ENDED_AT = COLUMNS.indexOf("ended_at");
    private static final int WRAP_SECONDS = COLUMNS.indexOf("wrap_seconds");
    private static final int OPERATOR_ID = COLUMNS.indexOf("operator_id");
    private static final int OUTCOME = COLUMNS.indexOf("outcome");
    private static final int REQUEST = COLUMNS.indexOf("request");
    private static final int DISPOSITION = COLUMNS.indexOf("disposition");
    private static final int TRANSFER_RESULT = COLUMNS.indexOf("transfer_result");
    private static final int TRANSFER_ANSWERED_AT = COLUMNS.indexOf("transfer_answered_at");
    private static final int CHANNEL = COLUMNS.indexOf("channel");
    private static final int UPDATED_AT = COLUMNS.indexOf("updated_at");

    private static final byte ANSWERED = (byte) (1 + Outcome.ANSWERED.ordinal());

    private final Interner words = new Interner();
    private final PackedCall call = new PackedCall();
    private final TimeReader times;
    private final PhoneNumbers numbers;
    private final PhoneMask mask;
    private final RecordKey names;
    private final CallerKeys keys;
    private final List<CallerKeys> everyKey;
    private final Forgotten.Search forgotten;
    private final long firstKept;
    private final @Nullable Practices practices;
    /** By the number of an identifier that was read, the number of what the lake calls it, plus one; 0: not yet looked at. */
    private int[] withoutNumbers = new int[64];

    private @Nullable Boolean[] declared = new Boolean[64];
    private final int source;
    private final int keyId;

    CallBinder(Reading reading) {
        times = new TimeReader(reading.wanted().zone());
        numbers = new PhoneNumbers(reading.country());
        mask = PhoneMask.of(reading.country());
        names = RecordKey.of(reading);
        keys = new CallerKeys(reading.keys().current());
        everyKey = Stream.concat(
                        Stream.of(keys), reading.keys().retired().stream().map(CallerKeys::new))
                .toList();
        forgotten = reading.forgotten().by(reading.keys());
        firstKept = firstKept(reading);
        practices = reading.practices();
        source = words.of(reading.source().getBytes(StandardCharsets.UTF_8));
        keyId = words.of(reading.keys().current().id().getBytes(StandardCharsets.US_ASCII));
    }

    /** The first instant whose calls are still kept. */
    private static long firstKept(Reading reading) {
        var first = reading.firstKept();
        return first == null ? Long.MIN_VALUE : ChronoUnit.MICROS.between(Instant.EPOCH, first);
    }

    /** The dictionary of the call's texts. */
    Interner words() {
        return words;
    }

    /** The call that was bound last. */
    PackedCall call() {
        return call;
    }

    /** Local times that stood for two instants. */
    long ambiguousTimes() {
        return times.ambiguous();
    }

    /** Binds a record; what is wrong with it, null where nothing is. */
    @Nullable
    Problem bind(Slices record) {
        try {
            return values(record) ? order(record) : missing;
        } catch (BadValue e) {
            return new Problem(e.reason(), e.getMessage() == null ? "" : shown(e.getMessage(), mask));
        }
    }

    private @Nullable Problem missing;

    /** What a record calls its call; null where that is no text. */
    static @Nullable String callId(Slices record) {
        try {
            check(record, CALL_ID);
            return record.isEmpty(CALL_ID) ? null : record.text(CALL_ID);
        } catch (BadValue e) {
            return null;
        }
    }

    private boolean values(Slices record) throws BadValue {
        for (int column : new int[] {CALL_ID, ARRIVED_AT, ENDED_AT, OUTCOME}) {
            if (record.isEmpty(column)) {
                missing = new Problem("missing-value", COLUMNS.get(column));
                return false;
            }
        }
        check(record, CALL_ID);
        name(record);
        call.source = source;
        call.practitioner = word(record, PRACTITIONER_ID);
        call.operator = word(record, OPERATOR_ID);
        call.arrivedAt = time(record, ARRIVED_AT);
        call.queuedAt = time(record, QUEUED_AT);
        call.answeredAt = time(record, ANSWERED_AT);
        call.endedAt = time(record, ENDED_AT);
        call.transferAnsweredAt = time(record, TRANSFER_ANSWERED_AT);
        call.updatedAt = time(record, UPDATED_AT);
        call.wrapSeconds = seconds(record);
        call.outcome = code(record, OUTCOME, OUTCOMES);
        call.request = code(record, REQUEST, REQUESTS);
        call.disposition = code(record, DISPOSITION, DISPOSITIONS);
        call.transferResult = code(record, TRANSFER_RESULT, TRANSFER_RESULTS);
        call.channel = code(record, CHANNEL, CHANNELS);
        return true;
    }

    /** A name that holds a phone number gives way to its pseudonym. */
    private void name(Slices record) {
        call.callId = record.bytes();
        call.callIdFrom = record.start(CALL_ID);
        call.callIdLength = record.end(CALL_ID) - call.callIdFrom;
        if (names.holdsNumber(call.callId, call.callIdFrom, record.end(CALL_ID))) {
            call.callId = names.pseudonym(record.text(CALL_ID)).getBytes(StandardCharsets.US_ASCII);
            call.callIdFrom = 0;
            call.callIdLength = call.callId.length;
        }
    }

    /** What must hold between the columns. */
    private @Nullable Problem order(Slices record) throws BadValue {
        if (call.arrivedAt < EARLIEST || call.arrivedAt >= LATEST) {
            return new Problem("implausible-time", "arrived_at " + record.text(ARRIVED_AT));
        }
        // A version of a day to come would be the last for good.
        if (call.updatedAt != PackedCall.NEVER && (call.updatedAt < EARLIEST || call.updatedAt >= LATEST)) {
            return new Problem("implausible-time", "updated_at " + record.text(UPDATED_AT));
        }
        if (call.arrivedAt < firstKept) {
            return new Problem(
                    Validity.PAST_RETENTION, "arrived_at %s: such calls were purged".formatted(at(call.arrivedAt)));
        }
        if (call.endedAt < call.arrivedAt) {
            return new Problem(
                    "ends-before-it-begins",
                    "ended_at %s is before arrived_at %s".formatted(at(call.endedAt), at(call.arrivedAt)));
        }
        if (call.endedAt - call.arrivedAt > LONGEST) {
            return new Problem(
                    "implausible-duration",
                    "ended_at %s is more than a day after arrived_at %s"
                            .formatted(at(call.endedAt), at(call.arrivedAt)));
        }
        if (call.wrapSeconds < 0) {
            return new Problem("negative-duration", "wrap_seconds " + call.wrapSeconds);
        }
        if (1_000_000L * call.wrapSeconds > LONGEST) {
            return new Problem("implausible-duration", "wrap_seconds " + call.wrapSeconds);
        }
        if (isOutside(call.queuedAt)) {
            return new Problem("times-out-of-order", "queued_at " + at(call.queuedAt) + " is not within the call");
        }
        if (isOutside(call.answeredAt)
                || (call.answeredAt != PackedCall.NEVER
                        && call.queuedAt != PackedCall.NEVER
                        && call.answeredAt < call.queuedAt)) {
            return new Problem("times-out-of-order", "answered_at " + at(call.answeredAt) + " is not after the wait");
        }
        // Who was transferred may still talk when the operator has ended the call.
        if (call.transferAnsweredAt != PackedCall.NEVER
                && (call.transferAnsweredAt < call.arrivedAt || call.transferAnsweredAt > call.arrivedAt + LONGEST)) {
            return new Problem(
                    "times-out-of-order",
                    "transfer_answered_at " + at(call.transferAnsweredAt) + " is not within a day of the call");
        }
        if (call.outcome == ANSWERED && call.answeredAt == PackedCall.NEVER) {
            return new Problem("answered-without-time", "answered_at is empty");
        }
        var problem = practice(record);
        if (problem == null) {
            caller(record);
        }
        return problem;
    }

    private boolean isOutside(long time) {
        return time != PackedCall.NEVER && (time < call.arrivedAt || time > call.endedAt);
    }

    private @Nullable Problem practice(Slices record) throws BadValue {
        if (!record.isEmpty(PRACTICE_ID)) {
            call.practice = word(record, PRACTICE_ID);
            return isDeclared(call.practice)
                    ? null
                    : new Problem("unknown-practice", shown("practice_id " + record.text(PRACTICE_ID), mask));
        }
        if (record.isEmpty(CALLED_NUMBER)) {
            return new Problem("missing-value", "practice_id or called_number");
        }
        var line = practices == null
                ? null
                : numbers.e164(record.text(CALLED_NUMBER)).orElse(null);
        var practice = practices == null || line == null ? null : practiceOf(practices, line);
        if (practice == null) {
            return new Problem("unknown-practice", "called_number of no practice");
        }
        call.practice = words.of(practice.getBytes(StandardCharsets.UTF_8));
        return null;
    }

    /** The practices may have been read under an earlier key. */
    private @Nullable String practiceOf(Practices all, String line) {
        for (var key : everyKey) {
            var practice = all.ofLine(HexFormat.of().formatHex(key.of(line)));
            if (practice != null) {
                return practice;
            }
        }
        return null;
    }

    /** Asked once for each practice: its answer stands at the place of its number. */
    private boolean isDeclared(int practice) {
        if (practices == null) {
            return true;
        }
        if (practice >= declared.length) {
            declared = Arrays.copyOf(declared, 2 * practice + 1);
        }
        if (declared[practice] == null) {
            declared[practice] = practices.accepts(words.text(practice));
        }
        return declared[practice];
    }

    private void caller(Slices record) {
        call.keyId = -1;
        call.callerHigh = 0;
        call.callerLow = 0;
        if (!record.isEmpty(CALLER)) {
            numbers.e164(record.text(CALLER))
                    .filter(number -> !forgotten.has(number))
                    .ifPresent(number -> {
                        var key = ByteBuffer.wrap(keys.of(number));
                        call.keyId = keyId;
                        call.callerHigh = key.getLong();
                        call.callerLow = key.getLong();
                    });
        }
    }

    private int word(Slices record, int column) throws BadValue {
        if (record.isEmpty(column)) {
            return -1;
        }
        check(record, column);
        int number = words.of(record.bytes(), record.start(column), record.end(column));
        if (number >= withoutNumbers.length) {
            withoutNumbers = Arrays.copyOf(withoutNumbers, 2 * number);
        }
        if (withoutNumbers[number] == 0) {
            var text = new String(words.text(number), StandardCharsets.UTF_8);
            withoutNumbers[number] = 1 + words.of(names.withoutNumber(text).getBytes(StandardCharsets.UTF_8));
        }
        return withoutNumbers[number] - 1;
    }

    /** An identifier is text, or it is nothing. */
    private static void check(Slices record, int column) throws BadValue {
        var bytes = record.bytes();
        for (int i = record.start(column); i < record.end(column); i++) {
            if (bytes[i] <= 0) {
                try {
                    DelimitedText.decode(bytes, record.start(column), record.end(column), StandardCharsets.UTF_8);
                } catch (BadValue e) {
                    throw new BadValue(e.reason(), COLUMNS.get(column) + " " + e.getMessage());
                }
                return;
            }
        }
    }

    private long time(Slices record, int column) throws BadValue {
        if (record.isEmpty(column)) {
            return PackedCall.NEVER;
        }
        try {
            return times.micros(record.bytes(), record.start(column), record.end(column));
        } catch (BadValue e) {
            throw new BadValue(e.reason(), COLUMNS.get(column) + " " + e.getMessage());
        }
    }

    private static int seconds(Slices record) throws BadValue {
        int from = record.start(WRAP_SECONDS);
        int until = record.end(WRAP_SECONDS);
        boolean negative = from < until && record.bytes()[from] == '-';
        long value = 0;
        for (int i = negative ? from + 1 : from; i < until; i++) {
            int digit = record.bytes()[i] - '0';
            if (digit < 0 || digit > 9 || value > Integer.MAX_VALUE / 10) {
                throw new BadValue(
                        "bad-value", "wrap_seconds '" + record.text(WRAP_SECONDS) + "' is not a whole number");
            }
            value = 10 * value + digit;
        }
        if (negative && until == from + 1) {
            throw new BadValue("bad-value", "wrap_seconds '-' is not a whole number");
        }
        return (int) (negative ? -value : value);
    }

    private static byte code(Slices record, int column, CallWords list) throws BadValue {
        if (record.isEmpty(column)) {
            return 0;
        }
        byte code = list.code(record.bytes(), record.start(column), record.end(column));
        if (code == 0) {
            throw new BadValue(
                    "bad-value",
                    "%s '%s' is not one of %s".formatted(COLUMNS.get(column), record.text(column), list.all()));
        }
        return code;
    }

    /** What may stand in a reject: short, and without a phone number. */
    static String shown(String detail, PhoneMask mask) {
        var masked = mask.masked(detail);
        return masked.length() > 300 ? masked.substring(0, 300) + "…" : masked;
    }

    private static Instant at(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1000);
    }

    private static long micros(LocalDate day) {
        return 86_400_000_000L * day.toEpochDay();
    }
}
