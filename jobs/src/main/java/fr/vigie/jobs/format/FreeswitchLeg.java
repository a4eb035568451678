package fr.vigie.jobs.format;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A leg of FreeSWITCH by its channel variables: the caller's leg is a call, the others are parts of it.
 *
 * @param variables those that have a value
 */
record FreeswitchLeg(Map<String, String> variables) {
    /** The causes of a call that ended before anything picked it up: the caller did not wait. */
    private static final Set<String> HUNG_UP =
            Set.of("ORIGINATOR_CANCEL", "NORMAL_CLEARING", "NORMAL_UNSPECIFIED", "NONE", "LOSE_RACE", "PICKED_OFF");

    /** Nobody took it in time, or it left for another place; every other cause is of a line that takes no call. */
    private static final Set<String> TIMED_OUT = Set.of(
            "NO_ANSWER",
            "NO_USER_RESPONSE",
            "ALLOTTED_TIMEOUT",
            "PROGRESS_TIMEOUT",
            "MEDIA_TIMEOUT",
            "RECOVERY_ON_TIMER_EXPIRE",
            "BLIND_TRANSFER",
            "ATTENDED_TRANSFER");

    private static final List<String> BRIDGED = List.of("bleg_uuid", "bridge_uuid", "last_bridge_to", "bridge_channel");

    /** Whether the leg is of somebody whom the switch called, not of a caller. */
    boolean isCalled() {
        return "agent".equals(text("cc_side"))
                || "outbound".equals(text("direction"))
                || text("originating_leg_uuid") != null;
    }

    RawRecord call(AnsweredBy answeredBy, Wanted wanted, long line) throws BadValue {
        var values = new CallValues(wanted)
                .set("call_id", text("uuid"))
                .set("called_number", text("destination_number"))
                .set("caller", text("caller_id_number"))
                .set("arrived_at", time("start"))
                .set("ended_at", time("end"));
        if (text("cc_queue") != null) {
            queued(values);
        } else {
            direct(values, answeredBy);
        }
        return values.record(0, line);
    }

    /** A caller in a queue of mod_callcenter, which the switch itself picked up. */
    private void queued(CallValues values) throws BadValue {
        boolean answered = "answered".equalsIgnoreCase(text("cc_cause"));
        values.set("queued_at", epoch("cc_queue_joined_epoch", 1))
                .set("answered_at", answered ? epoch("cc_queue_answered_epoch", 1) : null)
                .set("operator_id", answered ? text("cc_agent") : null)
                .set(
                        "outcome",
                        answered
                                ? "answered"
                                : switch (text("cc_cancel_reason") == null ? "" : text("cc_cancel_reason")) {
                                    case "TIMEOUT", "EXIT_WITH_KEY" -> "overflowed";
                                    case "NO_AGENT_TIMEOUT" -> "blocked";
                                    default -> "abandoned";
                                });
    }

    private void direct(CallValues values, AnsweredBy answeredBy) throws BadValue {
        var pickedUp = time("answer");
        if (pickedUp == null) {
            values.set("outcome", unanswered());
        } else if ("voicemail".equals(text("last_app"))) {
            values.set("outcome", "voicemail");
        } else if (answeredBy == AnsweredBy.STAMP || BRIDGED.stream().anyMatch(variable -> text(variable) != null)) {
            values.set("outcome", "answered")
                    .set("answered_at", pickedUp)
                    .set("operator_id", text("last_sent_callee_id_number"));
        } else {
            values.set("queued_at", pickedUp)
                    .set("outcome", "send_bye".equals(text("sip_hangup_disposition")) ? "deflected" : "abandoned");
        }
    }

    private String unanswered() {
        var cause = text("hangup_cause");
        if (cause == null || HUNG_UP.contains(cause)) {
            return "abandoned";
        }
        return TIMED_OUT.contains(cause) ? "overflowed" : "blocked";
    }

    private @Nullable String text(String variable) {
        var value = variables.get(variable);
        return value == null || value.isEmpty() || value.equals("_undef_") ? null : value;
    }

    /** A moment of the call as UTC where an epoch is there, else as the server's local time. */
    private @Nullable String time(String moment) throws BadValue {
        if (variables.containsKey(moment + "_uepoch")) {
            return epoch(moment + "_uepoch", 1_000_000);
        }
        if (variables.containsKey(moment + "_epoch")) {
            return epoch(moment + "_epoch", 1);
        }
        return text(moment + "_stamp");
    }

    /** An instant counted from 1970; null where it is 0, for that is never. */
    private @Nullable String epoch(String variable, int perSecond) throws BadValue {
        var text = text(variable);
        if (text == null) {
            return null;
        }
        try {
            long units = Long.parseLong(text);
            return units == 0
                    ? null
                    : Instant.ofEpochSecond(units / perSecond, units % perSecond * (1_000_000_000 / perSecond))
                            .toString();
        } catch (NumberFormatException | java.time.DateTimeException e) {
            throw new BadValue("bad-value", variable + " " + text);
        }
    }
}
