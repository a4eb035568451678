package fr.vigie.jobs.lake;

import org.jspecify.annotations.Nullable;

/**
 * A record of an input file that could not be used, and is open until it is corrected.
 *
 * @param source the source it came from
 * @param kind the kind of file, e.g. {@code calls}
 * @param folder the file's folder: in the workspace relative to it ({@code .} is the workspace itself), else absolute,
 *     {@code ~} for the user's own
 * @param file the file's name, without its folder
 * @param line the line on which the record begins, from 1
 * @param key what names the record in its table, e.g. the {@code call_id}: a record of that key closes the reject; null
 *     where it cannot be read
 * @param reason a code, e.g. {@code ends-before-it-begins}
 * @param detail what stood there, callers' numbers masked
 * @param content the digest of the file's bytes: rotation may call it otherwise
 */
public record RejectRow(
        String source,
        String kind,
        String folder,
        String file,
        long line,
        @Nullable String key,
        String reason,
        String detail,
        String content) {}
