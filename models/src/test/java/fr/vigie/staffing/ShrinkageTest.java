package fr.vigie.staffing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ShrinkageTest {
    @Test
    void aWholeNumberStaysWhole() {
        assertEquals(30, Shrinkage.of(0.3).scheduled(21));
        assertEquals(100, Shrinkage.ceil((1000 / 30.0) / (1 / 3.0)));
        assertEquals(0, Shrinkage.ceil(0));
    }

    @Test
    void aRealFractionIsRoundedUp() {
        assertEquals(32, Shrinkage.of(0.3).scheduled(22));
        assertEquals(1, Shrinkage.ceil(0.01));
        assertEquals(100_001, Shrinkage.ceil(100_000.01));
    }

    @Test
    void occupancyComesFirst() {
        // 17 Erlangs at 85 % need 20 on the phone, hence 27 scheduled; rounding the other way round would give 28.
        int onThePhone = Shrinkage.ceil(17 / 0.85);
        assertEquals(20, onThePhone);
        assertEquals(27, Shrinkage.of(0.25).scheduled(onThePhone));
    }

    @Test
    void causesAddUp() {
        var shrinkage = new Shrinkage(
                new TreeMap<>(Map.of("breaks", 0.083, "training", 0.03, "meetings", 0.037, "absence", 0.10)));
        assertEquals(0.25, shrinkage.share(), 1e-12);
        assertEquals(16, shrinkage.scheduled(12));
        assertThrows(IllegalArgumentException.class, () -> new Shrinkage(new TreeMap<>(Map.of("breaks", 8.3))));
        assertThrows(IllegalArgumentException.class, () -> Shrinkage.of(1));
    }
}
