package fr.vigie.jobs.format;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A record of Cisco's: what went on between two parties of a call. Times are seconds since 1970, UTC.
 *
 * @param call the call's name: cluster, node and number, which are used again after some time
 * @param connected 0 where the two were never connected
 * @param queued whether the caller waited in the queue of a hunt pilot
 * @param waitSeconds how long
 * @param cause why it ended (Q.850), on the side of the called party; 0 where the caller ended it
 * @param transferred whether a transfer brought the two together
 */
record CiscoLeg(
        int file,
        long line,
        String call,
        @Nullable String pkid,
        long begun,
        long connected,
        long ended,
        @Nullable String caller,
        @Nullable String firstCalled,
        @Nullable String lastCalled,
        @Nullable String operator,
        boolean queued,
        long waitSeconds,
        int cause,
        boolean transferred) {

    static final List<String> REQUIRED = List.of(
            "globalCallID_callManagerId",
            "globalCallID_callId",
            "dateTimeOrigination",
            "dateTimeConnect",
            "dateTimeDisconnect",
            "callingPartyNumber",
            "originalCalledPartyNumber",
            "finalCalledPartyNumber");

    static final List<String> COLUMNS = Stream.concat(
                    REQUIRED.stream(),
                    Stream.of(
                            "globalCallId_ClusterID",
                            "pkid",
                            "finalCalledPartyUnicodeLoginUserID",
                            "destDeviceName",
                            "wasCallQueued",
                            "totalWaitTimeInQueue",
                            "destCause_value",
                            "joinOnBehalfOf",
                            "lastRedirectRedirectOnBehalfOf",
                            "origCalledPartyRedirectOnBehalfOf"))
            .toList();

    private static final long TRANSFER = 10;

    /** The beginning of 2100: what is later was no time. */
    private static final long LATEST = 4_102_444_800L;

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    /** The cause proper: what stands above it says where it came from. */
    private static final long Q850 = 0x7f;

    /** The leg of the current line. */
    static CiscoLeg of(int file, DelimitedText text, int[] positions) throws BadValue {
        var fields = new Fields(text, positions);
        var cluster = fields.text("globalCallId_ClusterID");
        var operator = fields.text("finalCalledPartyUnicodeLoginUserID");
        return new CiscoLeg(
                file,
                text.line(),
                "%s%d-%d"
                        .formatted(
                                cluster == null ? "" : cluster + "-",
                                fields.number("globalCallID_callManagerId"),
                                fields.number("globalCallID_callId")),
                fields.text("pkid"),
                fields.time("dateTimeOrigination"),
                fields.time("dateTimeConnect"),
                fields.time("dateTimeDisconnect"),
                fields.text("callingPartyNumber"),
                fields.text("originalCalledPartyNumber"),
                fields.text("finalCalledPartyNumber"),
                operator == null ? fields.text("destDeviceName") : operator,
                fields.number("wasCallQueued") > 0,
                fields.number("totalWaitTimeInQueue"),
                (int) (fields.number("destCause_value") & Q850),
                fields.number("joinOnBehalfOf") == TRANSFER
                        || fields.number("lastRedirectRedirectOnBehalfOf") == TRANSFER
                        || fields.number("origCalledPartyRedirectOnBehalfOf") == TRANSFER);
    }

    /**
     * When the called party took it, seconds; 0 where nobody did. A caller who was connected before the wait can have been
     * over was connected to the queue's music: the wait comes after.
     */
    long taken() {
        if (connected == 0 || !queued || connected - begun >= waitSeconds) {
            return connected;
        }
        long taken = connected + waitSeconds;
        return taken >= ended ? 0 : taken;
    }

    /** When the caller entered the queue, seconds. */
    long entered() {
        return Math.max(begun, (taken() == 0 ? ended : taken()) - waitSeconds);
    }

    @SuppressWarnings("ArrayRecordComponent") // made for one line, never compared
    private record Fields(DelimitedText text, int[] positions) {
        @Nullable
        String text(String column) throws BadValue {
            return text.text(positions[COLUMNS.indexOf(column)]);
        }

        long time(String column) throws BadValue {
            long seconds = number(column);
            if (seconds > LATEST) {
                throw new BadValue("implausible-time", column + " " + seconds);
            }
            return seconds;
        }

        long number(String column) throws BadValue {
            var value = text(column);
            if (value == null) {
                return 0;
            }
            if (!NUMBER.matcher(value).matches()) {
                throw new BadValue("bad-value", column + " " + value);
            }
            return Long.parseLong(value);
        }
    }
}
