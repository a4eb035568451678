package fr.vigie.jobs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Maps as JSON, keys in order: the same content, the same text. */
public final class Json {
    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    private Json() {}

    public static String of(Map<String, ? extends @Nullable Object> map) {
        try {
            return MAPPER.writeValueAsString(map);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A map of plain values has no JSON form.", e);
        }
    }

    /** Reads an object. */
    public static SortedMap<String, Object> read(String json) {
        try {
            return MAPPER.readValue(json, new TypeReference<TreeMap<String, Object>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The lake holds JSON that Vigie did not write.", e);
        }
    }

    /** Reads an object whose values are whole numbers. */
    public static SortedMap<String, Long> counts(String json) {
        try {
            return MAPPER.readValue(json, new TypeReference<TreeMap<String, Long>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The lake holds JSON that Vigie did not write.", e);
        }
    }
}
