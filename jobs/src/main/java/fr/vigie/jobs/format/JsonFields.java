package fr.vigie.jobs.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The values of a JSON object by their paths; what is absent, null or empty is no value. */
record JsonFields(JsonNode object) {

    @Nullable
    String text(String... path) {
        var node = object;
        for (var name : path) {
            node = node.path(name);
        }
        return node.isValueNode() && !node.isNull() && !node.asText().isBlank()
                ? node.asText().strip()
                : null;
    }

    /** An instant; where it has no offset it is UTC. */
    @Nullable
    Instant instant(String... path) throws BadValue {
        var text = text(path);
        try {
            return text == null ? null : Times.instant(text, ZoneOffset.UTC);
        } catch (BadValue e) {
            throw new BadValue(e.reason(), path[path.length - 1] + " " + e.getMessage());
        }
    }

    static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        return one == null || (other != null && other.isBefore(one)) ? other : one;
    }

    static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        return one == null || (other != null && other.isAfter(one)) ? other : one;
    }
}
