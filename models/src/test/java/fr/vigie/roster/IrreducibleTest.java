package fr.vigie.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IrreducibleTest {
    @Test
    void onlyWhatContradictsOneAnotherIsLeft() {
        // Two and five cannot be together; nor can seven and eight.
        assertEquals(
                List.of(7, 8),
                Irreducible.of(
                        List.of(1, 2, 3, 5, 7, 8),
                        some -> !some.containsAll(Set.of(2, 5)) && !some.containsAll(Set.of(7, 8))));
        assertEquals(List.of(2, 5), Irreducible.of(List.of(1, 2, 3, 5), some -> !some.containsAll(Set.of(2, 5))));
    }

    @Test
    void whatCanBeMetHasNoConflict() {
        assertEquals(List.of(), Irreducible.of(List.of(1, 2), some -> true));
    }

    @Test
    void oneDemandMayBeImpossibleAlone() {
        assertEquals(List.of(3), Irreducible.of(List.of(1, 2, 3), some -> !some.contains(3)));
    }
}
