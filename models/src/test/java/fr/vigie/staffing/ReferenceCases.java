package fr.vigie.staffing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the files of reference values: origin in the first line, then a header, then a case a line. */
record ReferenceCases(Map<String, String> values) {
    static Stream<ReferenceCases> of(String file) {
        try (var in = assertNotNullStream(file)) {
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            var header = lines.get(1).split(",", -1);
            return lines.stream().skip(2).map(line -> {
                var cells = line.split(",", -1);
                var values = new HashMap<String, String>();
                for (int i = 0; i < header.length; i++) {
                    values.put(header[i], cells[i]);
                }
                return new ReferenceCases(values);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static java.io.InputStream assertNotNullStream(String file) {
        var in = ReferenceCases.class.getResourceAsStream(file);
        assertNotNull(in, file);
        return in;
    }

    String text(String column) {
        return values.getOrDefault(column, "");
    }

    double number(String column) {
        return Double.parseDouble(text(column));
    }

    int whole(String column) {
        return Integer.parseInt(text(column));
    }

    /** To the digits that stand in the file (fewer than four are exact), at most a relative 1e-8; an empty cell says nothing. */
    void agrees(String column, @Nullable Double actual) {
        agrees(column, actual, 1e-8);
    }

    void agrees(String column, @Nullable Double actual, double tolerance) {
        if (text(column).isEmpty()) {
            return;
        }
        double expected = number(column);
        int digits = text(column)
                .replaceAll("[eE].*", "")
                .replaceAll("^[0.]+", "")
                .replace(".", "")
                .length();
        double ofDigits = digits < 4 ? 0 : 0.6 * Math.pow(10, 1 - digits);
        double allowed = Math.abs(expected) * Math.max(tolerance, ofDigits);
        assertNotNull(actual, column);
        assertEquals(expected, actual, Math.max(allowed, 1e-300), () -> column + " of " + values);
    }

    @Override
    public String toString() {
        return text("id").isEmpty() ? values.toString() : text("id");
    }
}
