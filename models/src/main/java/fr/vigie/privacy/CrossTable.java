package fr.vigie.privacy;

import fr.vigie.privacy.AdditiveTable.Sum;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A table of rows and columns with any of its marginal totals; a position that is not given has nothing in it. */
public final class CrossTable {
    /** The row, or column, that holds the sums of the others. */
    public static final String TOTAL = "total";

    /**
     * A cell at its position.
     *
     * @param row its row, or {@link #TOTAL}
     * @param column its column, or {@link #TOTAL}
     * @param cell what stands there
     */
    public record Entry(String row, String column, Cell cell) {
        boolean isInside() {
            return !row.equals(TOTAL) && !column.equals(TOTAL);
        }
    }

    private record Position(String row, String column) {}

    private final Map<Position, Integer> positions = new HashMap<>();
    private final Map<String, List<Integer>> rows = new LinkedHashMap<>();
    private final Map<String, List<Integer>> columns = new LinkedHashMap<>();
    private final List<Sum> sums = new ArrayList<>();

    private CrossTable(List<Entry> entries) {
        for (int i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            if (positions.put(new Position(entry.row(), entry.column()), i) != null) {
                throw new IllegalArgumentException(
                        "The cell in row %s, column %s stands there twice.".formatted(entry.row(), entry.column()));
            }
            var row = rows.computeIfAbsent(entry.row(), name -> new ArrayList<>());
            var column = columns.computeIfAbsent(entry.column(), name -> new ArrayList<>());
            if (entry.isInside()) {
                row.add(i);
                column.add(i);
            }
        }
        rows.remove(TOTAL);
        columns.remove(TOTAL);
    }

    /** The table with these entries, in their order. */
    public static AdditiveTable of(List<Entry> entries) {
        var table = new CrossTable(entries);
        var byRows = new ArrayList<Integer>();
        table.rows.forEach((row, inside) -> byRows.addAll(table.sum("row " + row, table.at(row, TOTAL), inside)));
        var byColumns = new ArrayList<Integer>();
        table.columns.forEach(
                (column, inside) -> byColumns.addAll(table.sum("column " + column, table.at(TOTAL, column), inside)));
        var all = table.at(TOTAL, TOTAL);
        table.sum("column total", all, byRows);
        table.sum("row total", all, byColumns);
        return new AdditiveTable(entries.stream().map(Entry::cell).toList(), table.sums, new BitSet());
    }

    /** Notes that the parts add up to the total, where there are both; gives what stands for them in the next sum. */
    private List<Integer> sum(String name, @Nullable Integer total, List<Integer> parts) {
        if (total == null) {
            return parts;
        }
        if (!parts.isEmpty()) {
            sums.add(new Sum(name, total, parts));
        }
        return List.of(total);
    }

    private @Nullable Integer at(String row, String column) {
        return positions.get(new Position(row, column));
    }
}
