package fr.vigie.jobs.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonDocumentsTest {
    private static final Limits LIMITS = new Limits(2048, 200);

    @TempDir
    Path folder;

    /** Each object as its line and its number {@code n}, or its line and what is wrong. */
    private List<String> read(String text) {
        try (var documents =
                JsonDocuments.open(InputFile.of(Files.writeString(folder.resolve("calls.json"), text), LIMITS))) {
            var found = new ArrayList<String>();
            while (documents.next()) {
                var problem = documents.problem();
                found.add(documents.line() + " "
                        + (problem == null ? documents.document().path("n").asText() : problem.reason()));
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void readsLinesConcatenatedObjectsAndArraysAlike() {
        assertEquals(List.of("1 1", "2 2"), read("{\"n\":1}\n{\"n\":2}"));
        assertEquals(List.of("1 1", "1 2", "2 3"), read("{\"n\":1}{\"n\":2}\r\n{\"n\":3}\n\n"));
        assertEquals(List.of("2 1", "5 2"), read("\uFEFF[\n  {\n    \"n\": 1\n  },\n  {\"n\": 2}\n]\n"));
    }

    @Test
    void bracesAndQuotesWithinStringsEndNothing() {
        assertEquals(List.of("1 }{", "2 \"\\"), read("{\"n\":\"}{\"}\n{\"n\":\"\\\"\\\\\"}\n"));
    }

    @Test
    void anObjectThatIsCutOffDoesNotSwallowThoseBehindIt() {
        for (var cut : List.of("{\"n\":", "{\"n\":\"ab", "{\"a\":{\"n\":3}", "{\"n\":[1,", "{")) {
            assertEquals(List.of("1 1", "2 bad-json", "3 2"), read("{\"n\":1}\n" + cut + "\n{\"n\":2}\n"), cut);
        }
        assertEquals(
                List.of("2 bad-json", "5 2"),
                read("[\n  {\n    \"n\": {\n      \"m\": 1\n  {\n    \"n\": 2\n  }\n]\n"));
    }

    @Test
    void whatIsNoObjectIsAProblemOfItsLine() {
        assertEquals(List.of("1 1", "2 bad-json", "3 2"), read("{\"n\":1}\n   oops {\"n\":9}\n{\"n\":2}\n"));
        assertEquals(List.of("1 1", "2 bad-json", "3 2"), read("{\"n\":1}\n{\"n\" 9}\n{\"n\":2}\n"));
    }

    @Test
    void anObjectThatIsTooLongOrTooDeepIsAProblemOfItsOwn() {
        var deep = "{\"n\":" + "[".repeat(90) + "]".repeat(90) + "}";
        var wide = "{\"n\":\"" + "x".repeat(500_000) + "\"}";
        assertEquals(List.of("1 bad-json", "2 record-too-long", "3 2"), read(deep + "\n" + wide + "\n{\"n\":2}\n"));
    }

    @Test
    void aHundredThousandBrokenLinesTakeNoLongerThanReadingThem() {
        var text = "{\"n\":1}\n" + "{\"a\":{}\n".repeat(100_000);
        assertTimeout(
                Duration.ofSeconds(20), () -> assertEquals(100_001, read(text).size()));
    }

    @Test
    void aFileThatDoesNotBeginLikeJsonIsRefused() {
        assertThrows(BadFile.class, () -> read("call_id,arrived_at\n1,2\n"));
    }
}
