package fr.vigie.jobs.format;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Amazon Connect's contacts, those of one chain put together. A contact that stands alone is given out at once; the others
 * are kept until the last file was read.
 */
final class ConnectCalls {
    private static final String CALLBACK = "CALLBACK";

    private final List<InputFile> files;
    private final Wanted wanted;

    /** First contacts of chains, those that follow, and how others began to which a chain may lead; all by name. */
    private final Map<String, ConnectContact> first = new LinkedHashMap<>();

    private final Map<String, ConnectContact> following = new LinkedHashMap<>();
    private final Map<String, String> others = new HashMap<>();
    private final ArrayDeque<RawRecord> ready = new ArrayDeque<>();

    private int file = -1;
    private @Nullable JsonDocuments documents;

    ConnectCalls(List<InputFile> files, Wanted wanted) {
        this.files = files;
        this.wanted = wanted;
    }

    /** The next call, or a contact that is none; null after the last. */
    @Nullable
    RawRecord next() {
        while (ready.isEmpty()) {
            if (documents != null) {
                files.get(file).guarded(this::readContact);
            } else if (file + 1 < files.size()) {
                var opened = files.get(++file);
                documents = opened.guarded(() -> JsonDocuments.open(opened));
            } else if (!first.isEmpty() || !following.isEmpty()) {
                finish();
            } else {
                return null;
            }
        }
        return ready.poll();
    }

    void close() {
        if (documents != null) {
            documents.close();
        }
    }

    private boolean readContact() {
        if (documents == null || !documents.next()) {
            documents = null;
            return false;
        }
        try {
            if (documents.problem() != null) {
                throw new BadValue(
                        documents.problem().reason(), documents.problem().detail());
            }
            sort(ConnectContact.of(file, documents.line(), new JsonFields(documents.document())));
        } catch (BadValue e) {
            ready.add(CallValues.problem(file, documents.line(), wanted, e.reason(), String.valueOf(e.getMessage())));
        }
        return true;
    }

    private void sort(ConnectContact contact) throws BadValue {
        switch (contact.method()) {
            case "INBOUND", "WEBRTC_API", CALLBACK -> {
                if (contact.method().equals(CALLBACK)) {
                    others.put(contact.id(), CALLBACK);
                }
                if (contact.next() == null) {
                    ready.add(call(List.of(contact)));
                } else {
                    first.merge(contact.id(), contact, ConnectContact::orLater);
                }
            }
            case "TRANSFER", "QUEUE_TRANSFER" -> following.merge(contact.id(), contact, ConnectContact::orLater);
                // What comes after the agent hung up, such as a survey, belongs to the call.
            case "DISCONNECT" -> others.put(contact.id(), contact.method());
            default -> throw new BadValue("not-incoming", "InitiationMethod " + contact.method());
        }
    }

    private void finish() {
        for (var head : first.values()) {
            var chain = new ArrayList<>(List.of(head));
            for (var next = followerOf(head); next != null; next = followerOf(next)) {
                chain.add(next);
            }
            ready.add(call(chain));
        }
        for (var contact : following.values()) {
            ready.add(CallValues.problem(
                    contact.file(), contact.line(), wanted, "chain-without-its-beginning", contact.id()));
        }
        first.clear();
        following.clear();
    }

    private @Nullable ConnectContact followerOf(ConnectContact contact) {
        return contact.next() == null ? null : following.remove(contact.next());
    }

    private RawRecord call(List<ConnectContact> chain) {
        var head = chain.get(0);
        var last = chain.get(chain.size() - 1);
        var taken = chain.stream().filter(c -> c.taken() != null).findFirst();
        Instant queued = null;
        Instant ended = null;
        Instant updated = null;
        for (var contact : chain) {
            queued = JsonFields.earlier(queued, contact.enqueued());
            ended = JsonFields.later(ended, contact.ended());
            updated = JsonFields.later(updated, contact.updated());
        }
        boolean whole = last.next() == null || others.containsKey(last.next());
        var values = new CallValues(wanted)
                .set("call_id", head.id())
                .set("called_number", head.called())
                .set("caller", head.caller())
                .set("arrived_at", head.begun())
                .set("queued_at", queued)
                .set("answered_at", taken.map(ConnectContact::taken).orElse(null))
                .set("ended_at", last.ended() == null ? null : ended)
                .set("wrap_seconds", taken.map(ConnectContact::wrapSeconds).orElse(null))
                .set("operator_id", taken.map(ConnectContact::agent).orElse(null))
                .set("outcome", taken.isPresent() ? "answered" : notTaken(last))
                .set("channel", head.method().equals(CALLBACK) ? "callback" : null)
                // A chain of which a part is missing says nothing of its version: the whole one wins over it.
                .set("updated_at", whole ? updated : null);
        taken.map(c -> transferred(chain, c)).ifPresent(at -> values.set("disposition", "transferred")
                .set("transfer_result", "accepted")
                .set("transfer_answered_at", at));
        return values.record(head.file(), head.line());
    }

    /** When somebody else took the call from the first agent; null: nobody did. */
    private static @Nullable Instant transferred(List<ConnectContact> chain, ConnectContact from) {
        return chain.subList(chain.indexOf(from) + 1, chain.size()).stream()
                .map(ConnectContact::taken)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(from.transferred());
    }

    private String notTaken(ConnectContact last) {
        var nextMethod = others.get(last.next() == null ? "" : last.next());
        if (last.next() != null && !"DISCONNECT".equals(nextMethod)) {
            return CALLBACK.equals(nextMethod) ? "deflected" : "overflowed";
        }
        var reason = last.reason() == null ? "" : last.reason();
        if (last.enqueued() != null) {
            return reason.equals("CONTACT_FLOW_DISCONNECT") || last.transferred() != null ? "overflowed" : "abandoned";
        }
        return switch (reason) {
            case "CONTACT_FLOW_DISCONNECT" -> last.transferred() == null ? "deflected" : "overflowed";
            case "TELECOM_PROBLEM" -> "blocked";
            default -> "abandoned";
        };
    }
}
