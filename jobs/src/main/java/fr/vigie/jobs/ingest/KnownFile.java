package fr.vigie.jobs.ingest;

import java.io.Serializable;

/**
 * A file as an ingest meets it.
 *
 * @param place how the lake names it
 * @param content the digest of its bytes: the same file, whatever rotation calls it
 */
record KnownFile(Place place, String content) implements Serializable {}
