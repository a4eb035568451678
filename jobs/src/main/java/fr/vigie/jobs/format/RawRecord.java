package fr.vigie.jobs.format;

import org.jspecify.annotations.Nullable;

/**
 * A record as text under the canonical columns.
 *
 * @param file the file in which it begins: its place among those that were read together, from 0
 * @param line the line on which it begins, from 1
 * @param values the text of each column wanted; null where empty or absent
 * @param problem why the record cannot be used at all; null where it may be
 */
@SuppressWarnings("ArrayRecordComponent") // made and read once, never compared
public record RawRecord(int file, long line, @Nullable String[] values, @Nullable Problem problem) {}
