package fr.vigie.jobs.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every format has a page and a sample, and reads its sample as expected. */
class FormatSamplesTest {

    /** {@link ConfiguredSamplesTest} reads the samples of those that hold no calls. */
    static List<String> names() {
        return FormatSample.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void readsTheCallsThatAreExpected(String name) throws Exception {
        var sample = FormatSample.of(name);
        assertEquals(name, Format.name(sample.format().getClass()), "the page shows another format");
        var calls = new TreeMap<String, Map<String, String>>();
        for (var record : sample.read()) {
            if (record.problem() == null) {
                var call = call(record, sample.wanted());
                calls.merge(call.getOrDefault("call_id", ""), call, FormatSamplesTest::later);
            }
        }
        var expected = new TreeMap<String, Map<String, String>>();
        for (var row : sample.table("expected.csv")) {
            row.replaceAll((column, value) -> same(column, value, sample.wanted()));
            expected.put(row.getOrDefault("call_id", ""), row);
        }
        assertFalse(expected.isEmpty());
        assertEquals(lines(expected), lines(calls));
    }

    @ParameterizedTest
    @MethodSource("names")
    void refusesTheRecordsThatAreNoCalls(String name) throws Exception {
        var sample = FormatSample.of(name);
        var rejects = sample.read().stream()
                .filter(r -> r.problem() != null)
                .map(r -> "%s %d %s"
                        .formatted(
                                sample.files().get(r.file()).name(),
                                r.line(),
                                r.problem().reason()))
                .sorted()
                .toList();
        var expected = sample.table("rejects.csv").stream()
                .map(r -> "%s %s %s"
                        .formatted(
                                r.getOrDefault("file", sample.files().get(0).name()), r.get("line"), r.get("reason")))
                .sorted()
                .toList();
        assertEquals(String.join("\n", expected), String.join("\n", rejects));
    }

    @ParameterizedTest
    @MethodSource("names")
    void standsInTheIndex(String name) throws Exception {
        assertTrue(
                Files.readString(Path.of("../docs/formats/README.md")).contains("(" + name + ".md)"),
                "docs/formats/README.md does not name " + name);
    }

    @Test
    void aFormatWhoseParametersMayAllBeAbsentNeedsNone() {
        assertTrue(Format.withoutParameters("vigie-csv").isPresent());
        assertTrue(Format.withoutParameters("icalendar").isPresent());
        assertTrue(Format.withoutParameters("delimited").isEmpty());
    }

    private static Map<String, String> later(Map<String, String> one, Map<String, String> other) {
        return one.getOrDefault("updated_at", "").compareTo(other.getOrDefault("updated_at", "")) > 0 ? one : other;
    }

    private static Map<String, String> call(RawRecord record, Wanted wanted) {
        var call = new TreeMap<String, String>();
        for (int i = 0; i < wanted.columns().size(); i++) {
            var value = record.values()[i];
            if (value != null) {
                var column = wanted.columns().get(i);
                call.put(column, same(column, value, wanted));
            }
        }
        return call;
    }

    /** Instants that are the same are written alike, and so that their text sorts as they do. */
    private static String same(String column, String value, Wanted wanted) {
        if (!column.endsWith("_at")) {
            return value;
        }
        try {
            Instant instant = Times.instant(value, wanted.zone());
            return instant.atOffset(ZoneOffset.UTC)
                    .toLocalDateTime()
                    .format(java.time.format.DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS"));
        } catch (BadValue e) {
            return value + " (" + e.reason() + ")";
        }
    }

    private static String lines(Map<String, Map<String, String>> calls) {
        var text = new StringBuilder();
        calls.values().forEach(c -> text.append(new TreeMap<>(c)).append('\n'));
        return text.toString();
    }
}
