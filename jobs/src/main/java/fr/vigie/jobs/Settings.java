package fr.vigie.jobs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A block of the configuration as the log of runs keeps it. */
public final class Settings {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode block;

    private Settings(JsonNode block) {
        this.block = block;
    }

    /** The block of that key, empty where the log has none. */
    public static Settings of(Optional<String> configuration, String key) {
        try {
            return new Settings(JSON.readTree(configuration.orElse("{}")).path(key));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The log of runs holds a configuration that is no JSON.", e);
        }
    }

    /** A word. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(block.path(name).textValue());
    }

    /** The first of a list. */
    public Optional<String> first(String name) {
        return Optional.ofNullable(block.path(name).path(0).textValue());
    }

    /** Every setting by its path, in the order of the configuration. */
    public Map<String, String> all() {
        var found = new LinkedHashMap<String, String>();
        collect("", block, found);
        return found;
    }

    private static void collect(String path, JsonNode node, Map<String, String> found) {
        if (node.isValueNode()) {
            found.put(path, node.asText());
        }
        node.properties()
                .forEach(entry -> collect(
                        path.isEmpty() ? entry.getKey() : path + "." + entry.getKey(), entry.getValue(), found));
        for (var k = 0; node.isArray() && k < node.size(); k++) {
            collect(path + "." + (k + 1), node.get(k), found);
        }
    }
}
