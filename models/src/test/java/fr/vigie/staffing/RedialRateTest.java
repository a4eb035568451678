package fr.vigie.staffing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** That the estimate finds a known probability is tested where calls are simulated. */
class RedialRateTest {
    @Test
    void withoutLostCallsItIsPresumed() {
        assertEquals(0.4, new RedialRate(0, 0).probability(), 1e-12);
    }

    @Test
    void fewLostCallsMoveItALittleAndManyAltogether() {
        assertEquals(40 / 110.0, new RedialRate(10, 0).probability(), 1e-12);
        assertEquals(0.7, new RedialRate(1_000_000, 700_000).probability(), 1e-4);
        assertEquals(0, new RedialRate(1_000_000, 0).probability(), 1e-4);
    }

    @Test
    void itStaysBelowCertainty() {
        assertEquals(0.9, new RedialRate(1_000, 5_000).probability(), 1e-12);
    }

    @Test
    void damagedCountsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new RedialRate(-1, 0));
        assertThrows(IllegalArgumentException.class, () -> new RedialRate(0, -1));
    }
}
