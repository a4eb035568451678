package fr.vigie.jobs.config;

import java.util.Map;

/**
 * Where the tables stand.
 *
 * @param catalog properties of the Iceberg catalog; a relative {@code warehouse} of a {@code hadoop} catalog stands
 *     in the workspace
 */
public record LakeConfig(Map<String, String> catalog) {}
