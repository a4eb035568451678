package fr.vigie.jobs.publish;

/**
 * What was done about a table.
 *
 * @param table its name in ClickHouse, with the database
 * @param rows how many rows it has there
 * @param written whether they were written now; else they were there already
 */
public record Publication(String table, long rows, boolean written) {}
