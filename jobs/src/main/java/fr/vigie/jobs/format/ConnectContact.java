package fr.vigie.jobs.format;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A contact of Amazon Connect by voice.
 *
 * @param next the contact that follows in its chain; null: none
 * @param method how it began, e.g. {@code INBOUND}
 * @param taken when an agent took it; null: nobody did
 * @param updated when this version of it was written
 */
record ConnectContact(
        int file,
        long line,
        String id,
        @Nullable String next,
        String method,
        @Nullable String caller,
        @Nullable String called,
        @Nullable Instant begun,
        @Nullable Instant enqueued,
        @Nullable Instant taken,
        @Nullable String agent,
        @Nullable String wrapSeconds,
        @Nullable Instant transferred,
        @Nullable Instant ended,
        @Nullable String reason,
        @Nullable Instant updated) {

    static ConnectContact of(int file, long line, JsonFields fields) throws BadValue {
        var id = fields.text("ContactId");
        if (id == null) {
            throw new BadValue("missing-value", "ContactId");
        }
        var channel = fields.text("Channel");
        if (channel != null && !channel.equals("VOICE")) {
            throw new BadValue("not-a-call", "Channel " + channel);
        }
        var method = fields.text("InitiationMethod");
        return new ConnectContact(
                file,
                line,
                id,
                fields.text("NextContactId"),
                method == null ? "" : method,
                fields.text("CustomerEndpoint", "Address"),
                fields.text("SystemEndpoint", "Address"),
                fields.instant("InitiationTimestamp"),
                fields.instant("Queue", "EnqueueTimestamp"),
                fields.instant("Agent", "ConnectedToAgentTimestamp"),
                fields.text("Agent", "Username"),
                seconds(fields.text("Agent", "AfterContactWorkDuration")),
                fields.instant("TransferCompletedTimestamp"),
                fields.instant("DisconnectTimestamp"),
                fields.text("DisconnectReason"),
                fields.instant("LastUpdateTimestamp"));
    }

    private static @Nullable String seconds(@Nullable String text) throws BadValue {
        try {
            return text == null ? null : Long.toString(Math.round(Double.parseDouble(text)));
        } catch (NumberFormatException e) {
            throw new BadValue("bad-value", "AfterContactWorkDuration " + text);
        }
    }

    /** The later version of one contact. */
    ConnectContact orLater(ConnectContact other) {
        return updated == null || (other.updated != null && !other.updated.isBefore(updated)) ? other : this;
    }
}
