/** Ingest: files to tables; every record is kept, a duplicate, or rejected with its reason. */
@NullMarked
package fr.vigie.jobs.ingest;

import org.jspecify.annotations.NullMarked;
