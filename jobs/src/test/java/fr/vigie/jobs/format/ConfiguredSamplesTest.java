package fr.vigie.jobs.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Samples that name their source: folders that hold files, the source that reads them ({@code vigie.yaml}), the records
 * expected of them and the rejects. For the kinds that are not calls.
 */
class ConfiguredSamplesTest {
    static List<Path> samples() {
        return FormatSample.configured();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aSampleIsReadAsItsFolderSays(Path folder) throws IOException {
        var source = FormatSample.source(folder);
        var expected = csv(folder.resolve("expected.csv"));
        var columns = expected.get(0);
        var wanted = new Wanted(source.kind(), columns, List.of(), source.zone());
        var files = source.files().stream()
                .map(name -> InputFile.of(folder.resolve(name), Limits.usual()))
                .toList();

        var kept = new ArrayList<List<String>>();
        var rejected = new ArrayList<List<String>>();
        read(source.format(), files, wanted).forEach(record -> {
            try {
                if (record.problem() != null) {
                    throw new BadValue(
                            record.problem().reason(), record.problem().detail());
                }
                kept.add(comparable(wanted, Arrays.asList(record.values())));
            } catch (BadValue e) {
                rejected.add(List.of(String.valueOf(record.line()), e.reason()));
            }
        });

        var rows = new ArrayList<List<String>>();
        for (var row : expected.subList(1, expected.size())) {
            try {
                rows.add(comparable(wanted, row));
            } catch (BadValue e) {
                throw new AssertionError(folder + ": expected.csv " + row, e);
            }
        }
        assertFalse(rows.isEmpty(), folder + " expects no record");
        assertEquals(lines(rows), lines(kept));
        var rejects = csv(folder.resolve("rejects.csv"));
        assertEquals(lines(rejects.subList(1, rejects.size())), lines(rejected));
    }

    private static List<RawRecord> read(Format format, List<InputFile> files, Wanted wanted) {
        var records = new ArrayList<RawRecord>();
        if (format.joinsFiles()) {
            format.read(files, wanted).forEachRemaining(records::add);
        } else {
            files.forEach(file -> format.read(List.of(file), wanted).forEachRemaining(records::add));
        }
        return records;
    }

    /** Times are compared as instants, however they are written. */
    private static List<String> comparable(Wanted wanted, List<String> values) throws BadValue {
        var comparable = new ArrayList<String>();
        for (int i = 0; i < wanted.columns().size(); i++) {
            var value = Objects.requireNonNullElse(values.get(i), "");
            comparable.add(
                    value.isEmpty() || !isInstant(wanted, wanted.columns().get(i))
                            ? value
                            : Times.instant(value, wanted.zone()).toString());
        }
        return comparable;
    }

    private static boolean isInstant(Wanted wanted, String column) {
        return Arrays.stream(wanted.kind().row().getRecordComponents())
                .anyMatch(c -> c.getName().equalsIgnoreCase(column.replace("_", "")) && c.getType() == Instant.class);
    }

    private static List<List<String>> csv(Path file) throws IOException {
        var rows = new ArrayList<List<String>>();
        try (var text = DelimitedText.open(Files.newInputStream(file), ',', StandardCharsets.UTF_8, Limits.usual())) {
            rows.add(text.header());
            while (text.next()) {
                var row = new ArrayList<String>();
                for (int i = 0; i < text.header().size(); i++) {
                    row.add(Objects.requireNonNullElse(text.text(i), ""));
                }
                rows.add(row);
            }
        } catch (BadValue e) {
            throw new AssertionError(file + " is not a table", e);
        }
        return rows;
    }

    private static String lines(List<List<String>> rows) {
        return String.join("\n", rows.stream().map(List::toString).toList());
    }
}
