package fr.vigie.report;

import fr.vigie.report.chart.Chart;

/**
 * A cell of a table.
 *
 * @param tone how it is set: plain, strong, warning or masked
 * @param svg a small chart under the words, or nothing
 */
record Cell(String text, String tone, String svg) {
    static Cell of(String text) {
        return new Cell(text, "plain", "");
    }

    static Cell strong(String text) {
        return new Cell(text, "strong", "");
    }

    static Cell warning(String text) {
        return new Cell(text, "warning", "");
    }

    static Cell masked(String text) {
        return new Cell(text, "masked", "");
    }

    static Cell with(String text, Chart chart) {
        return new Cell(text, "plain", chart.svg());
    }
}
