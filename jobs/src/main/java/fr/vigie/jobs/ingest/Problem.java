package fr.vigie.jobs.ingest;

/**
 * Why a record cannot be used.
 *
 * @param reason a code, e.g. {@code ends-before-it-begins}
 * @param detail what stood there
 */
record Problem(String reason, String detail) {}
