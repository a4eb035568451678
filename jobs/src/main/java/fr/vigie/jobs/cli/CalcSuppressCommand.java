package fr.vigie.jobs.cli;

import fr.vigie.jobs.error.UserError;
import fr.vigie.privacy.Cell;
import fr.vigie.privacy.CrossTable;
import fr.vigie.privacy.CrossTable.Entry;
import fr.vigie.privacy.DisclosureRules;
import fr.vigie.privacy.Suppression;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vigie calc suppress}: disclosure control of a table in a plain file. */
@Command(
        name = "suppress",
        description = {
            "Masks the confidential cells of a table, and as few others as keep them from being worked out.",
            "Totals have 'total' as their row or column. An empty units, largest_unit_share or persons leaves that rule"
                    + " out for the cell."
        })
final class CalcSuppressCommand implements Callable<Integer> {
    @Option(
            names = "--input",
            required = true,
            paramLabel = "FILE",
            description = "row, column, value, units, largest_unit_share, persons")
    Path input = Path.of("");

    @Option(names = "--output", paramLabel = "FILE", description = "where to write (default: standard output)")
    @Nullable
    Path output;

    @Option(names = "--least-units", paramLabel = "N", description = "a cell needs so many units (default: 5)")
    int leastUnits = DisclosureRules.STANDARD.leastUnits();

    @Option(
            names = "--dominance",
            paramLabel = "R",
            description = "one unit's share from which on a cell is masked (default: 0.85)")
    double dominance = DisclosureRules.STANDARD.dominance();

    @Option(names = "--least-persons", paramLabel = "N", description = "a cell needs so many persons (default: 11)")
    long leastPersons = DisclosureRules.STANDARD.leastPersons();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var rules = rules();
        var written = PlainOutput.to(output, spec, input);
        var cells = PlainCsv.read(input, "row", "column", "value", "units", "largest_unit_share", "persons")
                .withKey("row", "column");
        var masked = masked(rules, cells.each(CalcSuppressCommand::entry));
        written.write(List.of("row", "column", "value", "masked"), table(cells.rows(), masked));
        return 0;
    }

    private DisclosureRules rules() {
        try {
            return new DisclosureRules(leastUnits, dominance, leastPersons, DisclosureRules.STANDARD.margin());
        } catch (IllegalArgumentException e) {
            throw UserError.usage(String.valueOf(e.getMessage()));
        }
    }

    private BitSet masked(DisclosureRules rules, List<Entry> entries) {
        try {
            return new Suppression(rules).masked(CrossTable.of(entries));
        } catch (IllegalArgumentException e) {
            throw UserError.failed("%s: %s".formatted(input, e.getMessage()));
        }
    }

    private static Entry entry(PlainCsv.Row row) {
        var units = whole(row, "units");
        var share = row.text("largest_unit_share");
        return new Entry(
                row.text("row"),
                row.text("column"),
                new Cell(
                        row.number("value"),
                        units == null ? null : Math.toIntExact(units),
                        share.isEmpty() ? null : Double.valueOf(row.number("largest_unit_share")),
                        whole(row, "persons")));
    }

    private static @Nullable Long whole(PlainCsv.Row row, String column) {
        if (row.text(column).isEmpty()) {
            return null;
        }
        double number = row.number(column);
        if (number != Math.rint(number) || Math.abs(number) > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "'%s' for %s is not a whole number.".formatted(row.text(column), column));
        }
        return (long) number;
    }

    /** Values as they were written, those of masked cells left out. */
    private static List<List<String>> table(List<PlainCsv.Row> rows, BitSet masked) {
        var table = new ArrayList<List<String>>();
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            table.add(List.of(
                    row.text("row"),
                    row.text("column"),
                    masked.get(i) ? "" : row.text("value"),
                    String.valueOf(masked.get(i))));
        }
        return table;
    }
}
