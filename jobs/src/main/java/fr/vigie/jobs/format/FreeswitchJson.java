package fr.vigie.jobs.format;

import com.fasterxml.jackson.databind.JsonNode;
import fr.vigie.input.InputKind;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * FreeSWITCH's {@code mod_json_cdr}: an object a leg, one in a file, a line, or one behind the other.
 *
 * @param values how they are written: null: URL-encoded, what the module does unless it is told otherwise
 * @param answeredBy what makes a call outside of queues an answered one; null: the answer's stamp
 */
public record FreeswitchJson(@Nullable Encoding values, @Nullable AnsweredBy answeredBy) implements Format {

    /** The module's {@code encode-values}. */
    public enum Encoding {
        URL,
        PLAIN
    }

    @Override
    public Set<InputKind> kinds() {
        return EnumSet.of(InputKind.CALLS);
    }

    @Override
    public Records read(List<InputFile> files, Wanted wanted) {
        return JsonDocuments.records(files.get(0), wanted, (document, line) -> record(document, line, wanted));
    }

    private @Nullable RawRecord record(JsonNode document, long line, Wanted wanted) {
        try {
            if (!document.path("variables").isObject()) {
                throw new BadValue("missing-value", "variables");
            }
            var leg = new FreeswitchLeg(variables(document));
            return leg.isCalled()
                    ? null
                    : leg.call(Objects.requireNonNullElse(answeredBy, AnsweredBy.STAMP), wanted, line);
        } catch (BadValue e) {
            return CallValues.problem(0, line, wanted, e.reason(), String.valueOf(e.getMessage()));
        }
    }

    /** The leg's variables, over what its first profile says of the two numbers: later ones are of transfers. */
    private HashMap<String, String> variables(JsonNode document) throws BadValue {
        var variables = new HashMap<String, String>();
        var flow = document.path("callflow");
        var profile = flow.path(flow.size() - 1).path("caller_profile");
        for (var name : List.of("uuid", "caller_id_number", "destination_number")) {
            if (profile.path(name).isValueNode()) {
                variables.put(name, decoded(profile.path(name).asText()));
            }
        }
        for (var variable : document.path("variables").properties()) {
            if (variable.getValue().isValueNode()) {
                variables.put(variable.getKey(), decoded(variable.getValue().asText()));
            }
        }
        return variables;
    }

    private String decoded(String value) throws BadValue {
        if (values == Encoding.PLAIN || value.indexOf('%') < 0) {
            return value;
        }
        try {
            return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new BadValue("bad-value", "'%s' is not URL-encoded (maybe set values: plain)".formatted(value));
        }
    }
}
