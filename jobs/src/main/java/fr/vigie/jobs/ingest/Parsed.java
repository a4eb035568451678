package fr.vigie.jobs.ingest;

import org.jspecify.annotations.Nullable;

/**
 * A record of a file: a row of its table, or a reject.
 *
 * @param sequence order among the records of one ingest: by file, then by line
 * @param row null where rejected
 * @param reject null where kept
 * @param ambiguousTimes how many of its local times stand for two instants
 */
public record Parsed(long sequence, @Nullable Record row, @Nullable Refused reject, int ambiguousTimes) {}
