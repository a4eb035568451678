package fr.vigie.territory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ProportionTest {
    /** Newcombe, Statistics in Medicine 1998, table I, method 3: 81 of 263 and 0 of 20. */
    @Test
    void agreesWithThePublishedExamples() {
        var many = new Proportion(81, 263);
        assertEquals(0.2553, many.low(), 5e-5);
        assertEquals(0.3662, many.high(), 5e-5);
        var none = new Proportion(0, 20);
        assertEquals(0, none.low());
        assertEquals(0.1611, none.high(), 5e-5);
    }

    @Test
    void refusesMoreThanAll() {
        assertThrows(IllegalArgumentException.class, () -> new Proportion(3, 2));
    }
}
