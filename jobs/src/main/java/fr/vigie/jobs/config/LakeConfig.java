package fr.vigie.jobs.config;

import java.util.List;
import java.util.Map;

/**
 * Where the tables stand.
 *
 * @param catalog properties of the Iceberg catalog; a relative {@code warehouse} of a {@code hadoop} catalog stands
 *     in the workspace
 */
public record LakeConfig(Map<String, String> catalog) {
    /** The types that Iceberg knows; any other catalog is named by its class. */
    private static final List<String> TYPES = List.of("hadoop", "hive", "rest", "jdbc", "glue", "nessie", "bigquery");

    public LakeConfig {
        var type = catalog.get("type");
        if (!catalog.containsKey("catalog-impl") && (type == null || !TYPES.contains(type))) {
            throw new IllegalArgumentException(
                    "The type (%s) of the catalog must be one of %s, or catalog-impl name its class."
                            .formatted(type, String.join(", ", TYPES)));
        }
    }
}
