package fr.vigie.report;

import fr.vigie.report.chart.Chart;

/**
 * A cell of a table.
 *
 * @param text its words
 * @param tone how it is set: plain, strong, warning or masked
 * @param remark set small under the words, or nothing
 * @param href where the words lead on the same page, or nothing
 * @param svg a small chart under the words, or nothing
 */
record Cell(String text, String tone, String remark, String href, String svg) {
    static Cell of(String text) {
        return new Cell(text, "plain", "", "", "");
    }

    static Cell strong(String text) {
        return new Cell(text, "strong", "", "", "");
    }

    static Cell warning(String text) {
        return new Cell(text, "warning", "", "", "");
    }

    static Cell masked(String text) {
        return new Cell(text, "masked", "", "", "");
    }

    /** The same with a remark under it. */
    Cell remarked(String words) {
        return new Cell(text, tone, words, href, svg);
    }

    /** The same as a link to an anchor of the page. */
    Cell linked(String anchor) {
        return new Cell(text, tone, remark, "#" + anchor, svg);
    }

    /** The same with a chart under it. */
    Cell with(Chart chart) {
        return new Cell(text, tone, remark, href, chart.svg());
    }
}
