@NullMarked
package fr.vigie.jobs.report;

import org.jspecify.annotations.NullMarked;
