package fr.vigie.jobs.lake;

/**
 * A record of an input file that could not be used.
 *
 * @param source the source it came from
 * @param kind the kind of file, e.g. {@code calls}
 * @param file the file's name, without its folder
 * @param line the line on which the record begins, from 1
 * @param reason a code, e.g. {@code ends-before-it-begins}
 * @param detail what stood there, callers' numbers masked
 */
public record RejectRow(String source, String kind, String file, long line, String reason, String detail) {}
