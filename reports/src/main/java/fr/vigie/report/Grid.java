package fr.vigie.report;

import java.util.List;

/**
 * A table of words: the first cell of a row is its name.
 *
 * @param caption what it shows, with the unit
 */
record Grid(String caption, List<Column> columns, List<List<Cell>> rows) {
    Grid {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (var row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException("The table '%s' has a row of %d cells for %d columns."
                        .formatted(caption, row.size(), columns.size()));
            }
        }
    }

    /** A column with its head. */
    record Column(String head, String align) {
        static Column words(String head) {
            return new Column(head, "words");
        }

        /** Words that do not break, such as dates. */
        static Column date(String head) {
            return new Column(head, "date");
        }

        static Column number(String head) {
            return new Column(head, "number");
        }
    }
}
