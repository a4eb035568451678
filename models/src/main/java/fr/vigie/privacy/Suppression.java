package fr.vigie.privacy;

import java.util.BitSet;
import java.util.Comparator;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Which cells of a table to mask: the sensitive ones, and as few others as keep these from being worked out.
 *
 * <p>Primary suppression follows {@link DisclosureRules}. Secondary suppression gives each sensitive cell a circuit of
 * masked cells along which its value can change by the rules' margin while every sum holds and nothing becomes
 * negative; each cell of that circuit changes too, so that no masked cell has a single possible value. The circuits
 * are cheapest paths (Castro 2006 surveys these network methods; Redor, Courrier des statistiques N9, the problem),
 * taken one sensitive cell at a time, the largest first; then each cell that has become superfluous is shown again.
 * The result is therefore safe, and small, but not proven to be the smallest. A value of 0 is never masked. What
 * several tables or periods say together is not examined.
 *
 * @param rules when a cell is sensitive, and how open a masked value must stay
 */
public record Suppression(DisclosureRules rules) {
    /** A marginal total tells more than a cell inside: rather mask several of those. */
    private static final double PRICE_OF_A_TOTAL = 4;

    /** By how much the value of a cell that is masked for another's sake stays open. */
    private static final double LEEWAY_OF_OTHERS = 1;

    /** The cells to mask, by their position in the table. */
    public BitSet masked(AdditiveTable table) {
        var circuits = new Circuits(table);
        var sensitive = cells(table, cell -> rules.isSensitive(table.cell(cell)));
        var masked = cells(table, table::isUnpublished);
        masked.or(sensitive);
        var largestFirst = sensitive.stream()
                .boxed()
                .sorted(Comparator.comparingDouble(cell -> -table.cell(cell).value()))
                .toList();
        double largest = IntStream.range(0, table.size())
                .mapToDouble(cell -> table.cell(cell).value())
                .max()
                .orElse(0);
        for (int cell : largestFirst) {
            var circuit = circuits.cheapest(
                    cell, rules.leeway(table.cell(cell)), other -> masked.get(other) ? 0 : loss(table, other, largest));
            circuit.orElseThrow(() -> new IllegalStateException(
                            "Cell %d cannot be protected, although it is below every sum it is in.".formatted(cell)))
                    .forEach(masked::set);
        }
        showSuperfluous(table, circuits, sensitive, masked, largest);
        return masked;
    }

    private void showSuperfluous(
            AdditiveTable table, Circuits circuits, BitSet sensitive, BitSet masked, double largest) {
        var others = (BitSet) masked.clone();
        others.andNot(sensitive);
        others.stream()
                .boxed()
                .filter(cell -> !table.isUnpublished(cell))
                .sorted(Comparator.comparingDouble(cell -> -loss(table, cell, largest)))
                .forEach(cell -> {
                    masked.clear(cell);
                    if (!areSafe(table, circuits, sensitive, masked)) {
                        masked.set(cell);
                    }
                });
    }

    private boolean areSafe(AdditiveTable table, Circuits circuits, BitSet sensitive, BitSet masked) {
        return masked.stream()
                .filter(cell -> sensitive.get(cell) || !table.isUnpublished(cell))
                .allMatch(cell -> circuits.cheapest(
                                cell,
                                sensitive.get(cell) ? rules.leeway(table.cell(cell)) : LEEWAY_OF_OTHERS,
                                other -> masked.get(other) ? 0 : Circuits.FORBIDDEN)
                        .isPresent());
    }

    /** What masking a cell costs: above all that it is one more, then what it is worth. */
    private static double loss(AdditiveTable table, int cell, double largest) {
        double price = 1 + table.cell(cell).value() / largest;
        for (var place : table.places(cell)) {
            price *= place.sign() < 0 ? PRICE_OF_A_TOTAL : 1;
        }
        return price;
    }

    private static BitSet cells(AdditiveTable table, IntPredicate which) {
        return IntStream.range(0, table.size()).filter(which).collect(BitSet::new, BitSet::set, BitSet::or);
    }
}
