package fr.vigie.jobs.format;

import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.input.Call;
import fr.vigie.input.InputKind;
import fr.vigie.jobs.config.Block;
import fr.vigie.jobs.config.VigieConfig;
import fr.vigie.jobs.ingest.SourceConfig;
import fr.vigie.jobs.ingest.SourcesConfig;
import fr.vigie.jobs.lake.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The sample of a format: the files in {@code data-samples/formats/NAME}, read as the first YAML block of its page says.
 *
 * @param files all but {@code expected.csv} and {@code rejects.csv}, in order of their names
 */
public record FormatSample(SourceConfig source, List<InputFile> files, Path folder) {
    private static final Path SAMPLES = Path.of("../data-samples/formats");
    private static final Path PAGES = Path.of("../docs/formats");
    private static final String CONFIG = "vigie.yaml";
    private static final Pattern YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /** The names of the formats that hold calls. */
    public static List<String> names() {
        return Arrays.stream(Format.class.getPermittedSubclasses())
                .filter(format -> !format.equals(Icalendar.class))
                .map(Format::name)
                .toList();
    }

    /** The sample of the format of that name; fails where its page or its folder is missing. */
    public static FormatSample of(String name) {
        var page = PAGES.resolve(name + ".md");
        var folder = SAMPLES.resolve(name);
        assertTrue(Files.isRegularFile(page), "the format has no page: " + page);
        assertTrue(Files.isRegularFile(folder.resolve("expected.csv")), "the format has no sample: " + folder);
        try (var all = Files.list(folder)) {
            var yaml = YAML.matcher(Files.readString(page));
            assertTrue(yaml.find(), "the page shows no source: " + page);
            var files = all.filter(f -> !f.endsWith("expected.csv") && !f.endsWith("rejects.csv"))
                    .sorted()
                    .map(f -> InputFile.of(f, Limits.usual()))
                    .toList();
            return new FormatSample(source(yaml.group(1), page), files, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folders of samples that name their source, in a file of their own: those of kinds that are not calls. */
    public static List<Path> configured() {
        try (var folders = Files.list(SAMPLES)) {
            return folders.filter(folder -> Files.exists(folder.resolve(CONFIG)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The source that such a folder names, the first where there are several. */
    public static SourceConfig source(Path folder) {
        var config = folder.resolve(CONFIG);
        try {
            return source(Files.readString(config), config);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SourceConfig source(String yaml, Path where) {
        var sources = VigieConfig.parse(yaml, where.toString(), List.of(new Block("sources", SourcesConfig.class)))
                .block(SourcesConfig.class)
                .all();
        return sources.values().iterator().next();
    }

    public Format format() {
        var format = source.format();
        return format == null ? new VigieCsv() : format;
    }

    /** The canonical columns of a call. */
    static List<String> columns() {
        return Stream.concat(
                        Arrays.stream(Call.class.getRecordComponents()).map(c -> Table.snakeCase(c.getName())),
                        Stream.of("updated_at"))
                .toList();
    }

    public Wanted wanted() {
        return new Wanted(
                InputKind.CALLS,
                columns(),
                List.of("call_id", "arrived_at", "ended_at", "outcome"),
                Objects.requireNonNullElse(source.zone(), PARIS));
    }

    /** All records of the sample, files that stand alone one after the other. */
    public List<RawRecord> read() {
        var records = new ArrayList<RawRecord>();
        if (format().joinsFiles()) {
            format().read(files, wanted()).forEachRemaining(records::add);
            return records;
        }
        for (int i = 0; i < files.size(); i++) {
            int file = i;
            format().read(List.of(files.get(i)), wanted())
                    .forEachRemaining(r -> records.add(new RawRecord(file, r.line(), r.values(), r.problem())));
        }
        return records;
    }

    /** The rows of one of the two files that say what is expected. */
    List<Map<String, String>> table(String name) throws IOException, BadValue {
        var rows = new ArrayList<Map<String, String>>();
        try (var text = InputFile.of(folder.resolve(name), Limits.usual()).delimited(',')) {
            while (text.next()) {
                var row = new HashMap<String, String>();
                for (int i = 0; i < text.header().size(); i++) {
                    var value = text.text(i);
                    if (value != null) {
                        row.put(text.header().get(i), value);
                    }
                }
                rows.add(row);
            }
        }
        return rows;
    }
}
