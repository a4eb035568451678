/** Charts as SVG text: values in, one inline element out, with nothing to load and nothing to run. */
@NullMarked
package fr.vigie.report.chart;

import org.jspecify.annotations.NullMarked;
