/** Simulate: the rows of a simulated service as the input files that ingestion reads, and the truth beside them. */
@NullMarked
package fr.vigie.jobs.simulate;

import org.jspecify.annotations.NullMarked;
