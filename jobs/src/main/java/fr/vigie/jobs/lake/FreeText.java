package fr.vigie.jobs.lake;

import java.util.List;
import java.util.Optional;

/**
 * A column in which people write what they like, maybe about somebody: it is emptied when its time is over, and the row
 * stays.
 *
 * @param column the text's
 * @param since the component from whose instant the time counts; where it is empty the time has not begun
 */
public record FreeText(Table<?> table, String column, String since) {
    /** All of them. */
    public static final List<FreeText> ALL = List.of(
            new FreeText(Tables.OBSERVATION, "note", "observedAt"),
            new FreeText(Tables.INSTRUCTION, "note", "validUntil"),
            new FreeText(Tables.REVIEW, "text", "postedAt"));

    /** That of a table, if it has one. */
    public static Optional<FreeText> of(Table<?> table) {
        return ALL.stream().filter(text -> text.table().equals(table)).findFirst();
    }

    /** The table and the column, as in {@code observation.note}. */
    public String name() {
        return table.name() + "." + column;
    }

    /** The column from whose instant the time counts. */
    public String sinceColumn() {
        return Table.snakeCase(since);
    }
}
