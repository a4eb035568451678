package fr.vigie.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class KinTest {
    @Test
    void isTheMedianOfThoseWhoCallAndAsDoubtfulAsTheyDiffer() {
        var alike = Kin.of(List.of(9.0, 10.0, 0.0, 11.0)).orElseThrow();
        assertEquals(10, alike.callsPerDay());
        assertEquals(0.25, alike.doubt());
        var unlike = Kin.of(List.of(4.0, 10.0, 25.0)).orElseThrow();
        // Logarithms 0.916 apart: a variance of 0.8396.
        assertEquals(Math.expm1(0.8396), unlike.doubt(), 1e-3);
        assertEquals(20, unlike.times(2).callsPerDay());
    }

    @Test
    void twoAreNoKind() {
        assertTrue(Kin.of(List.of(4.0, 0.0, 25.0)).isEmpty());
    }
}
