package fr.vigie.jobs.ingest;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import fr.vigie.jobs.config.WrittenAsMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where records come from, by name.
 *
 * @param all each source under its name
 */
@WrittenAsMap
public record SourcesConfig(@JsonValue Map<String, SourceConfig> all) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SourcesConfig {
        all = new TreeMap<>(all);
    }
}
