package fr.vigie.jobs.ingest;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How many records a file holds by what the page of its format in {@code docs/formats} calls a record, told from its text
 * alone and without the code that reads files. Where lines do not tell, such as across quotes, there is no count.
 *
 * @param least so many have to come out
 * @param most more cannot
 */
public record RecordCount(long least, long most) {
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final Pattern ENTRY =
            Pattern.compile("(\\d{10})\\|([^|\\s]+)\\|([^|\\s]+)\\|[^|]*\\|ENTERQUEUE\\|.*");
    private static final String BYTE_ORDER_MARK = "\u00EF\u00BB\u00BF";

    /** The count of a file of a format, by the format's name. */
    public static Optional<RecordCount> of(String format, byte[] file) {
        var text = new String(file, StandardCharsets.ISO_8859_1);
        if (text.startsWith(BYTE_ORDER_MARK)) {
            text = text.substring(BYTE_ORDER_MARK.length());
        }
        // A last carriage return without its line feed may be a record or none.
        if (text.endsWith("\r")) {
            return Optional.empty();
        }
        var lines = Stream.of(text.split("\n", -1))
                .map(line -> line.endsWith("\r") ? line.substring(0, line.length() - 1) : line)
                .filter(line -> !line.isEmpty())
                .toList();
        return switch (format) {
            case "vigie-csv", "delimited" -> text.contains("\"")
                    ? Optional.empty()
                    : Optional.of(exactly(lines.size() - 1));
            case "freeswitch-json" -> objects(lines)
                    .map(all -> exactly(
                            all.stream().filter(RecordCount::isCallersLeg).count()));
            case "genesys-cloud" -> objects(lines)
                    .filter(all -> all.stream().noneMatch(object -> object.has("conversations")))
                    .map(all -> exactly(all.size()));
            case "asterisk-queue-log" -> Optional.of(new RecordCount(
                    lines.stream()
                            .filter(line -> ENTRY.matcher(line).matches())
                            .distinct()
                            .count(),
                    lines.size()));
            default -> Optional.empty();
        };
    }

    private static RecordCount exactly(long records) {
        return new RecordCount(records, records);
    }

    /** The objects of a file that has one on each line; empty for any other. */
    private static Optional<List<JsonNode>> objects(List<String> lines) {
        var objects = new ArrayList<JsonNode>();
        for (var line : lines) {
            try {
                var object =
                        JSON.readTree(new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
                if (!object.isObject()) {
                    return Optional.empty();
                }
                objects.add(object);
            } catch (JsonProcessingException notOneObject) {
                return Optional.empty();
            }
        }
        return Optional.of(objects);
    }

    /** A leg that the switch called belongs to the caller's. */
    private static boolean isCallersLeg(JsonNode object) {
        var variables = object.path("variables");
        return !variables.path("cc_side").asText().equals("agent")
                && !variables.path("direction").asText().equals("outbound")
                && variables.path("originating_leg_uuid").asText().isEmpty();
    }

    /** Fails where records were lost or invented. */
    public void check(long records) {
        assertTrue(least <= records && records <= most, () -> "%d records were read, and there are %s"
                .formatted(records, least == most ? "" + least : least + " to " + most));
    }
}
