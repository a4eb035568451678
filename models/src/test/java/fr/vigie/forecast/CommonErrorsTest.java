package fr.vigie.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class CommonErrorsTest {
    private static final double[] PARTS = {3, 4, 12};

    @Test
    void allPartsTogetherAreAsSureAsTheWhole() {
        assertEquals(15, CommonErrors.of(15, PARTS).together(PARTS), 1e-12);
    }

    @Test
    void aPartKeepsItsOwnWidth() {
        assertEquals(4, CommonErrors.of(15, PARTS).together(new double[] {4}), 1e-12);
    }

    @Test
    void errorsOfTheirOwnCancelOutAndCommonOnesAddUp() {
        assertEquals(13, new CommonErrors(0).together(PARTS), 1e-12);
        assertEquals(19, new CommonErrors(1).together(PARTS), 1e-12);
        // Surer than chance allows, and less sure than the sum.
        assertEquals(0, CommonErrors.of(12, PARTS).correlation());
        assertEquals(1, CommonErrors.of(20, PARTS).correlation());
    }

    @Test
    void nothingHasNoWidth() {
        assertEquals(0, CommonErrors.of(5, new double[] {}).together(new double[] {}));
        assertEquals(
                0, CommonErrors.of(5, new double[] {5}).correlation(), "one part has nothing in common with another");
    }

    @Test
    void refusesWhatIsNoShare() {
        assertThrows(IllegalArgumentException.class, () -> new CommonErrors(1.1));
        assertThrows(IllegalArgumentException.class, () -> new CommonErrors(Double.NaN));
    }
}
