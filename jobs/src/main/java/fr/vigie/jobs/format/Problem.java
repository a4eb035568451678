package fr.vigie.jobs.format;

/**
 * Why a record cannot be used.
 *
 * @param reason a code, e.g. {@code ends-before-it-begins}
 * @param detail what stood there
 */
public record Problem(String reason, String detail) {}
