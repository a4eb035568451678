/** The Spark session and the encoder of records. */
@NullMarked
package fr.vigie.jobs.spark;

import org.jspecify.annotations.NullMarked;
