package fr.vigie.privacy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Cells and the sums between them that a reader can check.
 *
 * <p>A cell takes part in two sums at most, as it does in a table of rows and columns with totals on both sides and in
 * territories that nest or overlap: then sums and cells are the nodes and edges of a network, which is what makes
 * {@link Suppression} quick.
 */
public final class AdditiveTable {
    private static final double TOLERANCE = 1e-6;
    private static final int MOST_SUMS = 2;

    /**
     * Parts that add up to a total.
     *
     * @param name what it is, for messages
     * @param total the cell that is the sum
     * @param parts the cells that are added, at least one
     */
    public record Sum(String name, int total, List<Integer> parts) {
        public Sum {
            parts = List.copyOf(parts);
        }
    }

    /** A cell's place in a sum; the sign is 1 for a part and -1 for the total. */
    record Place(int sum, int sign) {}

    /** A sum's view of a cell of it. */
    record Term(int cell, int sign) {}

    private final List<Cell> cells;
    private final BitSet unpublished;
    private final List<List<Place>> places = new ArrayList<>();
    private final List<List<Term>> terms = new ArrayList<>();

    /**
     * A table.
     *
     * @param cells the cells; elsewhere they are called by their position in this list, from 0
     * @param sums what adds up to what
     * @param unpublished cells that no reader gets to see in any case but could work out
     */
    public AdditiveTable(List<Cell> cells, List<Sum> sums, BitSet unpublished) {
        this.cells = List.copyOf(cells);
        this.unpublished = (BitSet) unpublished.clone();
        for (int i = 0; i < cells.size(); i++) {
            places.add(new ArrayList<>(MOST_SUMS));
        }
        for (var sum : sums) {
            addsUp(sum);
            var inSum = new ArrayList<Term>();
            inSum.add(new Term(sum.total(), -1));
            sum.parts().forEach(part -> inSum.add(new Term(part, 1)));
            inSum.forEach(term -> place(term, sum));
            terms.add(inSum);
        }
    }

    int size() {
        return cells.size();
    }

    Cell cell(int cell) {
        return cells.get(cell);
    }

    List<Place> places(int cell) {
        return places.get(cell);
    }

    int sums() {
        return terms.size();
    }

    List<Term> terms(int sum) {
        return terms.get(sum);
    }

    boolean isUnpublished(int cell) {
        return unpublished.get(cell);
    }

    private void place(Term term, Sum sum) {
        var inSums = places.get(term.cell());
        inSums.add(new Place(terms.size(), term.sign()));
        if (inSums.size() > MOST_SUMS) {
            throw new IllegalArgumentException(
                    "Cell %d takes part in more than %d sums, the last being %s.%nMaybe protect one dimension at a time."
                            .formatted(term.cell(), MOST_SUMS, sum.name()));
        }
    }

    private void addsUp(Sum sum) {
        double total = cells.get(sum.total()).value();
        double parts = sum.parts().stream()
                .mapToDouble(part -> cells.get(part).value())
                .sum();
        if (Math.abs(total - parts) > TOLERANCE * Math.max(1, total)) {
            throw new IllegalArgumentException(
                    "The total of %s (%s) must be the sum of its cells (%s).%n".formatted(sum.name(), total, parts)
                            + "Maybe a cell is missing, or the values are rates, which do not add up.");
        }
    }
}
