/**
 * The rows of the input files: one record a kind, one component a column.
 *
 * <p>A component {@code startsAt} is the column {@code starts_at}. A component that is not {@code @Nullable} is a
 * required column; those marked {@link fr.vigie.input.Key} together decide what a duplicate or a later version is.
 * These records are what the simulator emits and what ingestion reads.
 */
@NullMarked
package fr.vigie.input;

import org.jspecify.annotations.NullMarked;
