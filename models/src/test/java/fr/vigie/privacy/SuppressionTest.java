package fr.vigie.privacy;

import static fr.vigie.privacy.CrossTable.TOTAL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.privacy.AdditiveTable.Sum;
import fr.vigie.privacy.CrossTable.Entry;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuppressionTest {
    private static final DisclosureRules RULES = DisclosureRules.STANDARD;
    private final Suppression suppression = new Suppression(RULES);

    @Test
    void masksNothingWhereNothingIsSensitive() {
        var table = CrossTable.of(withTotals(new long[][] {{20, 30, 40}, {50, 60, 70}, {15, 25, 35}}));
        assertTrue(suppression.masked(table).isEmpty());
    }

    @Test
    void oneSensitiveCellTakesThreeMoreOfTheInside() {
        var entries = withTotals(new long[][] {{7, 30, 40, 20}, {50, 60, 70, 25}, {15, 25, 35, 45}, {31, 32, 33, 34}});
        var masked = suppression.masked(CrossTable.of(entries));
        assertEquals(4, masked.cardinality());
        assertTrue(masked.get(0));
        assertTrue(masked.stream().allMatch(cell -> entries.get(cell).isInside()), "no total is masked");
    }

    @Test
    void aRowWithOneCellThatIsNotZeroTakesItsTotal() {
        var entries = withTotals(new long[][] {{7, 0, 0}, {50, 60, 70}, {15, 25, 35}});
        var table = CrossTable.of(entries);
        var masked = suppression.masked(table);
        assertTrue(masked.get(positionOf(entries, "0", TOTAL)));
        assertFalse(masked.get(1), "a zero is shown");
        assertSafe(table, masked);
    }

    @Test
    void aLoneCellWithAllItsTotalsTakesThemAll() {
        var table = CrossTable.of(withTotals(new long[][] {{7}}));
        assertEquals(4, suppression.masked(table).cardinality());
    }

    @Test
    void withoutTotalsNothingElseIsMasked() {
        var entries = withTotals(new long[][] {{7, 30}, {50, 60}}).stream()
                .filter(Entry::isInside)
                .toList();
        assertEquals(1, suppression.masked(CrossTable.of(entries)).cardinality());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void noMaskedCellOfARandomTableCanBeWorkedOut(long seed) {
        var random = new SplittableRandom(seed);
        var counts = new long[3 + random.nextInt(5)][3 + random.nextInt(5)];
        for (var row : counts) {
            for (int column = 0; column < row.length; column++) {
                row[column] = random.nextInt(4) == 0 ? random.nextInt(12) : random.nextInt(11, 300);
            }
        }
        var entries = new ArrayList<>(withTotals(counts));
        if (seed % 3 == 0) {
            entries.removeIf(entry -> !entry.isInside() && random.nextInt(3) == 0);
        }
        var table = CrossTable.of(entries);
        var masked = suppression.masked(table);
        assertFalse(masked.isEmpty(), "the case is worth testing");
        assertTrue(masked.cardinality() < table.size(), "something is shown");
        assertSafe(table, masked);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void nothingCanBeWorkedOutAcrossOverlappingTerritories(long seed) {
        var nest = nest(new SplittableRandom(seed));
        var masked = suppression.masked(nest);
        assertSafe(nest, masked);
    }

    @Test
    void whatIsMaskedForAnothersSakeIsNeeded() {
        var random = new SplittableRandom(5);
        var counts = new long[6][6];
        for (var row : counts) {
            for (int column = 0; column < row.length; column++) {
                row[column] = random.nextInt(5) == 0 ? random.nextInt(1, 11) : random.nextInt(11, 300);
            }
        }
        var table = CrossTable.of(withTotals(counts));
        var masked = suppression.masked(table);
        var others = masked.stream()
                .filter(cell -> !RULES.isSensitive(table.cell(cell)))
                .toArray();
        assertTrue(others.length > 0, "the case is worth testing");
        for (int shown : others) {
            var fewer = (BitSet) masked.clone();
            fewer.clear(shown);
            var attacker = new Attacker(table, fewer);
            assertTrue(fewer.stream().anyMatch(cell -> attacker.doubt(cell) < open(table, cell)), "cell " + shown);
        }
    }

    @Test
    void refusesTotalsThatAreNone() {
        var entries = new ArrayList<>(withTotals(new long[][] {{7, 30}, {50, 60}}));
        entries.set(0, new Entry("0", "0", new Cell(8, null, null, null)));
        assertThrows(IllegalArgumentException.class, () -> CrossTable.of(entries));
    }

    private static void assertSafe(AdditiveTable table, BitSet masked) {
        var attacker = new Attacker(table, masked);
        for (int cell = 0; cell < table.size(); cell++) {
            boolean sensitive = RULES.isSensitive(table.cell(cell));
            assertTrue(!sensitive || masked.get(cell), "the sensitive cell " + cell + " is masked");
            if (masked.get(cell) && (sensitive || !table.isUnpublished(cell))) {
                double doubt = attacker.doubt(cell);
                assertTrue(doubt >= open(table, cell), "cell " + cell + " is known to within " + doubt);
            }
        }
    }

    private static double open(AdditiveTable table, int cell) {
        double leeway = RULES.isSensitive(table.cell(cell)) ? RULES.leeway(table.cell(cell)) : 1;
        return leeway - 1e-6;
    }

    /** Departments cut into districts, and communities that cross the districts' borders; the pieces are not shown. */
    private static AdditiveTable nest(RandomGenerator random) {
        int districts = 4;
        int communities = 7;
        var cells = new ArrayList<Cell>();
        var unpublished = new BitSet();
        var ofDistrict = new ArrayList<List<Integer>>();
        var ofCommunity = new ArrayList<List<Integer>>();
        IntStream.range(0, districts).forEach(i -> ofDistrict.add(new ArrayList<>()));
        IntStream.range(0, communities).forEach(i -> ofCommunity.add(new ArrayList<>()));
        for (int community = 0; community < communities; community++) {
            int home = community % districts;
            for (int district = home; district <= Math.min(districts - 1, home + random.nextInt(2)); district++) {
                unpublished.set(cells.size());
                ofDistrict.get(district).add(cells.size());
                ofCommunity.get(community).add(cells.size());
                cells.add(panel(random.nextInt(1, 12), random));
            }
        }
        var sums = new ArrayList<Sum>();
        for (var community : ofCommunity) {
            sums.add(total("community", cells, community));
        }
        var all = new ArrayList<Integer>();
        for (var district : ofDistrict) {
            all.add(cells.size());
            sums.add(total("district", cells, district));
        }
        sums.add(total("department", cells, all));
        return new AdditiveTable(cells, sums, unpublished);
    }

    private static Cell panel(int practices, RandomGenerator random) {
        return new Cell(practices * random.nextInt(50, 500), practices, 1.0 / practices, null);
    }

    private static Sum total(String name, List<Cell> cells, List<Integer> parts) {
        double value = 0;
        int units = 0;
        for (int part : parts) {
            var cell = cells.get(part);
            value += cell.value();
            units += cell.units() == null ? 0 : cell.units();
        }
        cells.add(new Cell(value, units, 1.0 / units, null));
        return new Sum(name, cells.size() - 1, parts);
    }

    private static List<Entry> withTotals(long[][] counts) {
        var entries = new ArrayList<Entry>();
        for (int row = 0; row < counts.length; row++) {
            for (int column = 0; column < counts[row].length; column++) {
                entries.add(persons(String.valueOf(row), String.valueOf(column), counts[row][column]));
            }
        }
        long all = 0;
        for (int row = 0; row < counts.length; row++) {
            long sum = LongStream.of(counts[row]).sum();
            all += sum;
            entries.add(persons(String.valueOf(row), TOTAL, sum));
        }
        for (int column = 0; column < counts[0].length; column++) {
            long sum = 0;
            for (var row : counts) {
                sum += row[column];
            }
            entries.add(persons(TOTAL, String.valueOf(column), sum));
        }
        entries.add(persons(TOTAL, TOTAL, all));
        return entries;
    }

    private static Entry persons(String row, String column, long persons) {
        return new Entry(row, column, new Cell(persons, null, null, persons));
    }

    private static int positionOf(List<Entry> entries, String row, String column) {
        return IntStream.range(0, entries.size())
                .filter(i -> entries.get(i).row().equals(row)
                        && entries.get(i).column().equals(column))
                .findFirst()
                .orElseThrow();
    }
}
