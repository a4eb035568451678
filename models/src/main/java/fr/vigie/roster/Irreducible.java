package fr.vigie.roster;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Demands that cannot all be met, and could be if any one of them was given up (deletion filter, J. Chinneck, 1991). */
final class Irreducible {
    private Irreducible() {}

    /**
     * An irreducible set.
     *
     * @param demands all demands, those first that one would rather not hear of
     * @param isPossible whether some of them can all be met; fewer demands never make it impossible
     * @return empty if all can be met; otherwise a set of which every part can
     */
    static <T> List<T> of(Collection<T> demands, Predicate<Set<T>> isPossible) {
        var left = new LinkedHashSet<>(demands);
        if (isPossible.test(left)) {
            return List.of();
        }
        for (var demand : new ArrayList<>(left)) {
            left.remove(demand);
            if (isPossible.test(left)) {
                left.add(demand);
            }
        }
        return demands.stream().filter(left::contains).toList();
    }
}
