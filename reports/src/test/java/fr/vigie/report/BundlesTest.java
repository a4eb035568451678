package fr.vigie.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The two languages say the same things. */
class BundlesTest {
    private static final Path FOLDER = Path.of("src/main/resources/fr/vigie/report");

    static Stream<String> names() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".properties"))
                    .map(name -> name.substring(0, name.lastIndexOf('_')))
                    .sorted()
                    .distinct()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void haveTheSameKeys(String name) {
        assertEquals(
                new TreeSet<>(bundle(name, "fr").stringPropertyNames()),
                new TreeSet<>(bundle(name, "en").stringPropertyNames()));
    }

    @ParameterizedTest
    @MethodSource("names")
    void haveTheSameArguments(String name) {
        assertEquals(arguments(name, "fr"), arguments(name, "en"));
    }

    /** A straight apostrophe quotes in a message format: it would vanish and take an argument with it. */
    @ParameterizedTest
    @MethodSource("names")
    void useTheTypographicApostrophe(String name) {
        for (var language : new String[] {"fr", "en"}) {
            bundle(name, language)
                    .forEach((key, sentence) -> assertFalse(sentence.toString().contains("'"), key + ": " + sentence));
        }
    }

    private static Map<String, Long> arguments(String name, String language) {
        var counts = new TreeMap<String, Long>();
        bundle(name, language).forEach((key, sentence) -> {
            var format = new MessageFormat(sentence.toString(), Locale.ROOT);
            counts.put(
                    key.toString(),
                    Arrays.stream(format.getFormatsByArgumentIndex()).count());
        });
        return counts;
    }

    private static Properties bundle(String name, String language) {
        var properties = new Properties();
        try (var in = Files.newBufferedReader(FOLDER.resolve(name + "_" + language + ".properties"))) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
