package fr.vigie.jobs.ingest;

import org.jspecify.annotations.Nullable;

/**
 * A record as text under the canonical columns.
 *
 * @param line the line on which it begins, from 1
 * @param values the text of each column wanted; null where empty or absent
 * @param problem why the record cannot be used at all; null where it may be
 */
@SuppressWarnings("ArrayRecordComponent") // made and read once, never compared
record RawRecord(long line, @Nullable String[] values, @Nullable Problem problem) {}
