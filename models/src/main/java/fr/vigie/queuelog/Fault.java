package fr.vigie.queuelog;

/**
 * Why something in a log cannot be used.
 *
 * @param reason a code, e.g. {@code missing-start}
 * @param detail what stood there
 */
public record Fault(String reason, String detail) {}
