/**
 * The pages: values in, one self-contained HTML document out. A view holds the values of a page, a page turns them
 * into words, tables and charts, and nothing here knows where the values come from.
 */
@NullMarked
package fr.vigie.report;

import org.jspecify.annotations.NullMarked;
