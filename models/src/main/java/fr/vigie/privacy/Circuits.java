package fr.vigie.privacy;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Ways to change some cells of a table without changing any sum or making any value negative.
 *
 * <p>A circuit through a cell, all of whose cells are masked, is the proof that the cell's value cannot be worked out:
 * the true values and the changed ones agree with everything that is shown. Cells are the edges of a network and sums
 * are its nodes (a cell of a single sum leads outside), so that the cheapest circuit is a shortest path from one end of
 * the cell to the other (Dijkstra). A state of the search is a sum and the sign of what is missing there.
 */
final class Circuits {
    /** The price of a cell that a circuit must not use. */
    static final double FORBIDDEN = Double.POSITIVE_INFINITY;

    private record Step(int state, int cell, int sign) {}

    private record Reached(int state, double price) {}

    private final AdditiveTable table;
    private final int outside;
    private final List<Integer> loose = new ArrayList<>();

    Circuits(AdditiveTable table) {
        this.table = table;
        this.outside = 2 * table.sums();
        for (int cell = 0; cell < table.size(); cell++) {
            if (table.places(cell).size() == 1) {
                loose.add(cell);
            }
        }
    }

    /**
     * The other cells of the cheapest circuit that changes a cell by an amount, up or down.
     *
     * @param cell the cell
     * @param amount by how much, above 0
     * @param price the price of using each other cell, at least 0
     * @return empty when there is none; no cells when the cell takes part in no sum
     */
    Optional<List<Integer>> cheapest(int cell, double amount, IntToDoubleFunction price) {
        if (table.places(cell).isEmpty()) {
            return Optional.of(List.of());
        }
        var up = circuit(cell, 1, amount, price);
        var down = table.cell(cell).value() >= amount ? circuit(cell, -1, amount, price) : null;
        if (up == null || down == null) {
            return Optional.ofNullable(up == null ? down : up);
        }
        return Optional.of(price(down, price) < price(up, price) ? down : up);
    }

    private static double price(List<Integer> cells, IntToDoubleFunction price) {
        return cells.stream().mapToDouble(price::applyAsDouble).sum();
    }

    private @Nullable List<Integer> circuit(int cell, int sign, double amount, IntToDoubleFunction price) {
        var changes = path(cell, sign, amount, price);
        if (changes != null && !staysPositive(changes, amount)) {
            // A path that runs through the outside can use a cell twice: then it has to hold twice the amount.
            changes = path(cell, sign, 2 * amount, price);
        }
        return changes == null
                ? null
                : changes.entrySet().stream()
                        .filter(change -> change.getValue() != 0)
                        .map(Map.Entry::getKey)
                        .toList();
    }

    private boolean staysPositive(Map<Integer, Integer> changes, double amount) {
        return changes.entrySet().stream()
                .allMatch(change -> table.cell(change.getKey()).value() + change.getValue() * amount >= 0);
    }

    /** The other cells' changes, in amounts, along the shortest path; null when there is none. */
    private @Nullable Map<Integer, Integer> path(int cell, int sign, double room, IntToDoubleFunction price) {
        var ends = table.places(cell);
        int start = state(ends.get(0).sum(), ends.get(0).sign() * sign);
        int goal = ends.size() == 1
                ? outside
                : state(ends.get(1).sum(), -ends.get(1).sign() * sign);
        var prices = new double[outside + 1];
        Arrays.fill(prices, Double.POSITIVE_INFINITY);
        var steps = new @Nullable Step[outside + 1];
        var open = new PriorityQueue<Reached>((a, b) ->
                a.price() != b.price() ? Double.compare(a.price(), b.price()) : Integer.compare(a.state(), b.state()));
        prices[start] = 0;
        open.add(new Reached(start, 0));
        while (!open.isEmpty()) {
            var reached = open.remove();
            if (reached.state() == goal) {
                break;
            }
            if (reached.price() > prices[reached.state()]) {
                continue;
            }
            for (var step : stepsFrom(reached.state())) {
                int next = step.cell();
                boolean fits = next != cell
                        && table.cell(next).value() > 0
                        && (step.sign() > 0 || table.cell(next).value() >= room);
                double sum = fits ? reached.price() + price.applyAsDouble(next) : FORBIDDEN;
                int to = across(next, step.sign(), reached.state());
                if (sum < prices[to]) {
                    prices[to] = sum;
                    steps[to] = step;
                    open.add(new Reached(to, sum));
                }
            }
        }
        return prices[goal] == Double.POSITIVE_INFINITY ? null : walkedBack(goal, start, steps);
    }

    private static Map<Integer, Integer> walkedBack(int goal, int start, @Nullable Step[] steps) {
        var changes = new LinkedHashMap<Integer, Integer>();
        for (int state = goal; state != start; ) {
            var step = requireNonNull(steps[state]);
            changes.merge(step.cell(), step.sign(), Integer::sum);
            state = step.state();
        }
        return changes;
    }

    private List<Step> stepsFrom(int state) {
        var steps = new ArrayList<Step>();
        if (state == outside) {
            for (int cell : loose) {
                steps.add(new Step(state, cell, 1));
                steps.add(new Step(state, cell, -1));
            }
        } else {
            int missing = state % 2 == 0 ? 1 : -1;
            for (var term : table.terms(state / 2)) {
                steps.add(new Step(state, term.cell(), -missing * term.sign()));
            }
        }
        return steps;
    }

    /** Where one gets by changing a cell in that direction, coming from a state. */
    private int across(int cell, int sign, int from) {
        var ends = table.places(cell);
        if (from == outside) {
            return state(ends.get(0).sum(), ends.get(0).sign() * sign);
        }
        if (ends.size() == 1) {
            return outside;
        }
        var end = ends.get(0).sum() == from / 2 ? ends.get(1) : ends.get(0);
        return state(end.sum(), end.sign() * sign);
    }

    private static int state(int sum, int sign) {
        return 2 * sum + (sign > 0 ? 0 : 1);
    }
}
