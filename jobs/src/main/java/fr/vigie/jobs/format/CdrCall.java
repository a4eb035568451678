package fr.vigie.jobs.format;

import fr.vigie.call.Outcome;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A call, of the records that belong together: what of them tells who called, who took it, and how it ended.
 *
 * @param first the record that began first
 * @param taken the record in which somebody first took the call; null where nobody did
 * @param end UTC seconds, of the record that ended last
 * @param recorded whether it came to voicemail
 * @param reached whether anything but a busy or broken line was reached
 */
record CdrCall(CdrLeg first, @Nullable CdrLeg taken, long end, boolean recorded, boolean reached) {
    private static final Comparator<CdrLeg> BEGUN =
            Comparator.comparingLong(CdrLeg::start).thenComparingLong(CdrLeg::sequence);

    /** A local channel stands for somebody: of records answered at the same time that of his own channel tells who. */
    private static final Comparator<CdrLeg> TAKEN = Comparator.comparingLong(CdrCall::answered)
            .thenComparing(leg -> String.valueOf(leg.party()).startsWith("Local/"))
            .thenComparingLong(CdrLeg::sequence);

    private static final Pattern CHANNEL = Pattern.compile("[^/]+/(.+?)(?:@[^;]*?)?(?:-[0-9a-f]{8,})?(?:;[12])?");

    CdrCall(CdrLeg leg) {
        this(leg, isTaken(leg) ? leg : null, leg.end(), isRecorded(leg), isReached(leg));
    }

    /** The call with one more of its records; the same record again changes nothing. */
    CdrCall with(CdrLeg leg) {
        return new CdrCall(
                BEGUN.compare(leg, first) < 0 ? leg : first,
                Stream.of(taken, isTaken(leg) ? leg : null)
                        .flatMap(Stream::ofNullable)
                        .min(TAKEN)
                        .orElse(null),
                Math.max(end, leg.end()),
                recorded || isRecorded(leg),
                reached || isReached(leg));
    }

    RawRecord record(Wanted wanted) {
        var outcome = outcome();
        var by = taken;
        return new RawRecord(
                first.file(),
                first.line(),
                new Columns(wanted)
                        .put("call_id", first.group())
                        .put("practice_id", first.practice())
                        .put("called_number", first.practice() == null ? first.dst() : null)
                        .put("caller", first.src())
                        .put("arrived_at", first.startText() == null ? time(first.start()) : first.startText())
                        .put("answered_at", by == null ? null : time(answered(by)))
                        .put("ended_at", time(end))
                        .put("operator_id", by == null ? null : person(String.valueOf(by.party())))
                        .put("outcome", outcome.name().toLowerCase(Locale.ROOT))
                        .put("channel", by == null ? null : "operator")
                        .put("updated_at", time(end))
                        .values(),
                null);
    }

    private Outcome outcome() {
        if (taken != null) {
            return Outcome.ANSWERED;
        }
        if (recorded) {
            return Outcome.VOICEMAIL;
        }
        return reached ? Outcome.ABANDONED : Outcome.BLOCKED;
    }

    /** An answer is somebody's only where there is somebody: Queue(), menus and announcements answer too. */
    private static boolean isTaken(CdrLeg leg) {
        return leg.disposition() == CdrLeg.Disposition.ANSWERED && leg.party() != null;
    }

    private static boolean isRecorded(CdrLeg leg) {
        return leg.disposition() == CdrLeg.Disposition.ANSWERED
                && leg.party() == null
                && leg.application().equalsIgnoreCase("VoiceMail");
    }

    private static boolean isReached(CdrLeg leg) {
        return leg.disposition() == CdrLeg.Disposition.ANSWERED || leg.disposition() == CdrLeg.Disposition.NO_ANSWER;
    }

    private static long answered(CdrLeg leg) {
        var answer = leg.answer();
        return answer == null ? leg.start() : answer;
    }

    /** Who has a channel: {@code SIP/bob-00000001} is {@code bob}. */
    private static String person(String channel) {
        var parts = CHANNEL.matcher(channel);
        return parts.matches() ? parts.group(1) : channel;
    }

    private static String time(long epoch) {
        return Instant.ofEpochSecond(epoch).toString();
    }
}
