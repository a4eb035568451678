/** The configuration: vigie.yaml bound to records. */
@NullMarked
package fr.vigie.jobs.config;

import org.jspecify.annotations.NullMarked;
