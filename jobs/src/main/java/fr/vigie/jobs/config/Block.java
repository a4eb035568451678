package fr.vigie.jobs.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * A block of {@code vigie.yaml}: its key and the record that it is bound to. The defaults, with the words that explain
 * them, stand in the resource {@code <key>.yaml} beside the record.
 */
public record Block(String key, Class<? extends Record> type) {

    /** The defaults as annotated YAML. */
    public String defaults() {
        try (InputStream in = type.getResourceAsStream(key + ".yaml")) {
            if (in == null) {
                throw new IllegalStateException("The defaults " + key + ".yaml are not beside " + type.getName() + ".");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
