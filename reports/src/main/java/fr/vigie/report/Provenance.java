package fr.vigie.report;

/**
 * Where figures come from.
 *
 * @param table the table that was read
 * @param runId the run that wrote it
 */
public record Provenance(String table, String runId) {}
