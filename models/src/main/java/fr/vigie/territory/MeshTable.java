package fr.vigie.territory;

import fr.vigie.input.Commune;
import fr.vigie.privacy.AdditiveTable;
import fr.vigie.privacy.AdditiveTable.Sum;
import fr.vigie.privacy.Cell;
import fr.vigie.privacy.Suppression;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which inter-municipalities, arrondissements and departments may be shown together.
 *
 * <p>An inter-municipality may lie in several arrondissements, so that neither adds up to the other. Both are sums of
 * the pieces in which they overlap; pieces are never published, but a reader who subtracts can find one, and so they
 * are protected too.
 */
final class MeshTable {
    private static final String NONE = "";

    private record Piece(String epci, String arrondissement, String department) {
        static Piece of(Commune commune) {
            return new Piece(
                    Objects.requireNonNullElse(commune.epci(), NONE),
                    Objects.requireNonNullElse(commune.arrondissement(), NONE),
                    commune.department());
        }
    }

    private final List<Cell> cells = new ArrayList<>();
    private final List<Sum> sums = new ArrayList<>();
    private final BitSet pieces = new BitSet();
    private final Map<Territory, Integer> territories = new TreeMap<>();

    private MeshTable(Collection<Contribution> contributions) {
        var byPiece = new TreeMap<Piece, List<Contribution>>(Comparator.comparing(Piece::department)
                .thenComparing(Piece::arrondissement)
                .thenComparing(Piece::epci));
        for (var contribution : contributions) {
            byPiece.computeIfAbsent(Piece.of(contribution.commune()), piece -> new ArrayList<>())
                    .add(contribution);
        }
        var ofEpci = new TreeMap<String, List<Integer>>();
        var ofArrondissement = new TreeMap<String, List<Integer>>();
        var ofDepartment = new TreeMap<String, List<Integer>>();
        var departments = new TreeMap<String, String>();
        var members = new ArrayList<List<Contribution>>();
        for (var overlap : byPiece.entrySet()) {
            int cell = add(overlap.getValue(), members);
            pieces.set(cell);
            var piece = overlap.getKey();
            if (!piece.epci().isEmpty()) {
                list(ofEpci, piece.epci()).add(cell);
            }
            if (piece.arrondissement().isEmpty()) {
                list(ofDepartment, piece.department()).add(cell);
            } else {
                list(ofArrondissement, piece.arrondissement()).add(cell);
                var other = departments.put(piece.arrondissement(), piece.department());
                if (other != null && !other.equals(piece.department())) {
                    throw new IllegalArgumentException(
                            "The arrondissement %s must lie in one department, not %s and %s.%n"
                                            .formatted(piece.arrondissement(), other, piece.department())
                                    + "Maybe correct the file of communes.");
                }
            }
        }
        ofEpci.forEach((id, parts) -> total(new Territory(Mesh.EPCI, id), parts, members));
        ofArrondissement.forEach((id, parts) -> list(ofDepartment, departments.getOrDefault(id, NONE))
                .add(total(new Territory(Mesh.ARRONDISSEMENT, id), parts, members)));
        ofDepartment.forEach((id, parts) -> total(new Territory(Mesh.DEPARTMENT, id), parts, members));
    }

    /** The territories that have to be masked so that neither they nor their overlaps can be worked out. */
    static Set<Territory> masked(Collection<Contribution> contributions, Suppression suppression) {
        var table = new MeshTable(contributions);
        var masked = suppression.masked(new AdditiveTable(table.cells, table.sums, table.pieces));
        var names = new TreeSet<Territory>();
        table.territories.forEach((territory, cell) -> {
            if (masked.get(cell)) {
                names.add(territory);
            }
        });
        return names;
    }

    private static List<Integer> list(Map<String, List<Integer>> lists, String id) {
        return lists.computeIfAbsent(id, key -> new ArrayList<>());
    }

    private int total(Territory territory, List<Integer> parts, List<List<Contribution>> members) {
        var inside = parts.stream().flatMap(part -> members.get(part).stream()).toList();
        int cell = add(inside, members);
        territories.put(territory, cell);
        sums.add(new Sum(territory.toString(), cell, parts));
        return cell;
    }

    private int add(List<Contribution> inside, List<List<Contribution>> members) {
        double value = 0;
        double largest = 0;
        int units = 0;
        Long persons = null;
        for (var one : inside) {
            value += one.value();
            units += one.units();
            largest = Math.max(largest, one.largest());
            if (one.persons() != null) {
                persons = persons == null ? one.persons() : Long.valueOf(Math.max(persons, one.persons()));
            }
        }
        cells.add(new Cell(value, units, value == 0 ? null : Math.min(1, largest / value), persons));
        members.add(inside);
        return cells.size() - 1;
    }
}
