package fr.vigie.jobs.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A conversation of Genesys Cloud as a call. */
record GenesysConversation(JsonNode conversation, List<Session> sessions) {
    private static final Set<String> SPOKEN = Set.of("voice", "callback");
    private static final Set<String> TALKERS = Set.of("agent", "user");
    private static final Set<String> TIMES =
            Set.of("conversationStart", "conversationEnd", "segmentStart", "segmentEnd", "emitDate");

    /**
     * A participant's part.
     *
     * @param place the participant's among all
     * @param begun its first segment
     * @param talkedFrom when the participant and the caller first talked; null: never
     */
    record Session(
            int place,
            JsonNode participant,
            JsonNode json,
            String purpose,
            String media,
            @Nullable Instant begun,
            @Nullable Instant ended,
            @Nullable Instant talkedFrom,
            @Nullable Instant talkedUntil) {

        static Session of(int place, JsonNode participant, JsonNode json) throws BadValue {
            Instant begun = null;
            Instant ended = null;
            Instant talkedFrom = null;
            Instant talkedUntil = null;
            for (var segment : json.path("segments")) {
                var fields = new JsonFields(segment);
                begun = JsonFields.earlier(begun, fields.instant("segmentStart"));
                ended = JsonFields.later(ended, fields.instant("segmentEnd"));
                if ("interact".equals(fields.text("segmentType"))) {
                    talkedFrom = JsonFields.earlier(talkedFrom, fields.instant("segmentStart"));
                    talkedUntil = JsonFields.later(talkedUntil, fields.instant("segmentEnd"));
                }
            }
            return new Session(
                    place,
                    participant,
                    json,
                    participant.path("purpose").asText(),
                    json.path("mediaType").asText(),
                    begun,
                    ended,
                    talkedFrom,
                    talkedUntil);
        }

        boolean isSpoken() {
            return SPOKEN.contains(media);
        }

        /** A metric's value, milliseconds; null where it has none. */
        @Nullable
        Double metric(String name) {
            for (var metric : json.path("metrics")) {
                if (name.equals(metric.path("name").asText())
                        && metric.path("value").isNumber()) {
                    return metric.path("value").doubleValue();
                }
            }
            return null;
        }

        /** An address without its scheme and its host. */
        @Nullable
        String number(String field) {
            var address = new JsonFields(json).text(field);
            return address == null
                    ? null
                    : address.replaceFirst("^(tel|sips?):", "").replaceFirst("[@;].*", "");
        }
    }

    static GenesysConversation of(JsonNode conversation) throws BadValue {
        var sessions = new ArrayList<Session>();
        var participants = conversation.path("participants");
        for (int i = 0; i < participants.size(); i++) {
            var participant = participants.path(i);
            for (var session : participant.path("sessions")) {
                sessions.add(Session.of(i, participant, session));
            }
        }
        return new GenesysConversation(conversation, sessions);
    }

    RawRecord call(Wanted wanted, long line) throws BadValue {
        var fields = new JsonFields(conversation);
        var direction = fields.text("originatingDirection");
        if (direction != null && !direction.equals("inbound")) {
            throw new BadValue("not-incoming", "originatingDirection " + direction);
        }
        if (sessions.stream().noneMatch(Session::isSpoken)) {
            var media = new TreeSet<String>();
            sessions.forEach(s -> media.add(s.media()));
            throw new BadValue("not-a-call", "mediaType " + String.join(", ", media));
        }
        var taken = sessions.stream()
                .filter(s -> s.isSpoken() && TALKERS.contains(s.purpose()) && s.talkedFrom() != null)
                .min(Comparator.comparing(Session::talkedFrom, Comparator.nullsLast(Comparator.naturalOrder())));
        var values = new CallValues(wanted)
                .set("call_id", fields.text("conversationId"))
                .set("called_number", ofCaller("dnis"))
                .set("caller", ofCaller("ani"))
                .set("arrived_at", fields.instant("conversationStart"))
                .set("queued_at", earliest("acd"))
                .set("answered_at", taken.map(Session::talkedFrom).orElse(null))
                .set("ended_at", ended(fields, taken))
                .set("wrap_seconds", taken.map(GenesysConversation::wrapSeconds).orElse(null))
                .set("operator_id", taken.map(GenesysConversation::operator).orElse(null))
                .set("outcome", taken.isPresent() ? "answered" : notTaken())
                .set("channel", isCallback(taken) ? "callback" : null)
                .set("updated_at", latest(conversation, null));
        taken.flatMap(this::transferred).ifPresent(to -> values.set("disposition", "transferred")
                .set("transfer_result", "accepted")
                .set("transfer_answered_at", to.talkedFrom()));
        return values.record(0, line);
    }

    private @Nullable String ofCaller(String field) {
        return sessions.stream()
                .filter(s -> s.purpose().equals("customer") || s.purpose().equals("external"))
                .sorted(Comparator.comparing(Session::purpose))
                .map(s -> s.number(field))
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private @Nullable Instant earliest(String purpose) {
        Instant earliest = null;
        for (var session : sessions) {
            if (session.purpose().equals(purpose)) {
                earliest = JsonFields.earlier(earliest, session.begun());
            }
        }
        return earliest;
    }

    /** When the caller left: the conversation goes on while the operator writes up. */
    private @Nullable Instant ended(JsonFields fields, Optional<Session> taken) throws BadValue {
        var over = fields.instant("conversationEnd");
        Instant left = null;
        for (var session : sessions) {
            if (session.purpose().equals("customer")) {
                left = JsonFields.later(left, session.ended());
            }
        }
        if (over == null || left == null) {
            return over;
        }
        return JsonFields.later(left, taken.map(Session::talkedUntil).orElse(null));
    }

    private String notTaken() {
        if (has("voicemail")) {
            return "voicemail";
        }
        if (has("acd")) {
            return sessions.stream().anyMatch(s -> s.metric("tFlowOut") != null) ? "overflowed" : "abandoned";
        }
        return callerHungUp() ? "abandoned" : "deflected";
    }

    /** Of both parties, one hangs up: it is the client, the other has a peer that did. */
    private boolean callerHungUp() {
        for (var session : sessions) {
            if (session.purpose().equals("customer")) {
                for (var segment : session.json().path("segments")) {
                    var by = segment.path("disconnectType").asText();
                    if (by.equals("client") || by.equals("endpoint")) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private boolean has(String purpose) {
        return sessions.stream().anyMatch(s -> s.purpose().equals(purpose) && s.isSpoken());
    }

    private boolean isCallback(Optional<Session> taken) {
        return taken.map(s -> s.media().equals("callback"))
                .orElseGet(() -> sessions.stream().anyMatch(s -> s.media().equals("callback")));
    }

    /** Whoever talked to the caller after the first operator. */
    private Optional<Session> transferred(Session from) {
        return sessions.stream()
                .filter(s -> s.isSpoken()
                        && (TALKERS.contains(s.purpose()) || s.purpose().equals("external"))
                        && s.place() != from.place()
                        && s.talkedFrom() != null
                        && s.talkedFrom().isAfter(from.talkedFrom()))
                .min(Comparator.comparing(Session::talkedFrom, Comparator.nullsLast(Comparator.naturalOrder())));
    }

    private static @Nullable String operator(Session session) {
        var fields = new JsonFields(session.participant());
        var user = fields.text("userId");
        return user == null ? fields.text("participantName") : user;
    }

    private static @Nullable String wrapSeconds(Session session) {
        var millis = session.metric("tAcw");
        return millis == null ? null : Long.toString(Math.round(millis / 1000));
    }

    /** The latest time that the record tells: it is written again when something is added. */
    private static @Nullable Instant latest(JsonNode node, @Nullable Instant so) throws BadValue {
        var latest = so;
        for (var field : node.properties()) {
            if (TIMES.contains(field.getKey())) {
                latest = JsonFields.later(latest, new JsonFields(node).instant(field.getKey()));
            }
        }
        for (var child : node) {
            latest = latest(child, latest);
        }
        return latest;
    }
}
