package fr.vigie.jobs.ingest;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
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
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern ENTRY =
            Pattern.compile("1[5-9]\\d{8}\\|[^|\\s]+\\|[^|\\s]+\\|[^|]*\\|ENTERQUEUE\\|.*");

    /** A line of a call from outside, to the end that names the call. */
    private static final Pattern CDR_LINE =
            Pattern.compile("\"[^\"]*\",\"[^\"]*\",\"[^\"]*\",\"from-trunk\",.*,\"(\\d+\\.\\d+)\",\\d+");

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
            case "freeswitch-json" -> Optional.of(objects(lines, RecordCount::isCallersLeg));
            case "genesys-cloud" -> text.contains("conversations")
                    ? Optional.empty()
                    : Optional.of(objects(lines, object -> true));
            case "asterisk-queue-log" -> Optional.of(new RecordCount(
                    lines.stream()
                            .filter(line -> ENTRY.matcher(line).matches())
                            .distinct()
                            .count(),
                    lines.size()));
            case "asterisk-cdr" -> lines.stream().anyMatch(RecordCount::opensAQuote)
                    ? Optional.empty()
                    : Optional.of(new RecordCount(
                            lines.stream()
                                    .map(CDR_LINE::matcher)
                                    .filter(Matcher::matches)
                                    .map(line -> line.group(1))
                                    .distinct()
                                    .count(),
                            lines.size()));
            default -> Optional.empty();
        };
    }

    /** Whether the line goes on after its break. */
    private static boolean opensAQuote(String line) {
        return line.chars().filter(c -> c == '"').count() % 2 != 0;
    }

    private static RecordCount exactly(long records) {
        return new RecordCount(records, records);
    }

    /** Objects are records. What is broken is refused, in one piece or in several, and may swallow the object after it. */
    private static RecordCount objects(List<String> lines, Predicate<JsonNode> isRecord) {
        long records = 0;
        long broken = 0;
        for (var line : lines) {
            try (var objects =
                    JSON.readerFor(JsonNode.class).<JsonNode>readValues(line.getBytes(StandardCharsets.ISO_8859_1))) {
                while (objects.hasNextValue()) {
                    var value = objects.nextValue();
                    broken += value.isObject() ? 0 : 1;
                    records += value.isObject() && isRecord.test(value) ? 1 : 0;
                }
            } catch (IOException notJson) {
                broken++;
            }
        }
        return broken == 0 ? exactly(records) : new RecordCount(records - broken, Long.MAX_VALUE);
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
