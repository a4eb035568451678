/** The reports: tables of the lake to the pages and files of each audience. */
@NullMarked
package fr.vigie.jobs.report;

import org.jspecify.annotations.NullMarked;
