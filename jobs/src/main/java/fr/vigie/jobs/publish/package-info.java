/** The tables that people query, copied out of the lake into ClickHouse. */
@NullMarked
package fr.vigie.jobs.publish;

import org.jspecify.annotations.NullMarked;
