@NullMarked
package fr.vigie.report.chart;

import org.jspecify.annotations.NullMarked;
