@NullMarked
package fr.vigie.report;

import org.jspecify.annotations.NullMarked;
