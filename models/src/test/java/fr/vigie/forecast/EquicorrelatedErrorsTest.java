package fr.vigie.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class EquicorrelatedErrorsTest {
    private static final double[] PARTS = {3, 4, 12};

    @Test
    void allPartsTogetherAreAsSureAsTheWhole() {
        assertEquals(15, EquicorrelatedErrors.of(15, PARTS).together(PARTS), 1e-12);
    }

    @Test
    void aPartKeepsItsOwnWidth() {
        assertEquals(4, EquicorrelatedErrors.of(15, PARTS).together(new double[] {4}), 1e-12);
    }

    @Test
    void errorsOfTheirOwnCancelOutAndCommonOnesAddUp() {
        assertEquals(13, new EquicorrelatedErrors(0, 20).together(PARTS), 1e-12);
        assertEquals(19, new EquicorrelatedErrors(1, 20).together(PARTS), 1e-12);
    }

    @Test
    void noSumIsLessSureThanAWholeThatIsSurerThanChance() {
        var parts = new double[] {20, 20, 20};
        var errors = EquicorrelatedErrors.of(20, parts);
        assertEquals(0, errors.correlation());
        assertEquals(20, errors.together(parts), 1e-12);
        assertEquals(20, errors.together(new double[] {20, 20}), 1e-12);
        assertEquals(20, errors.together(new double[] {20}), 1e-12);
    }

    @Test
    void aWholeLessSureThanItsPartsWidthsAddedUpLeavesThemAtTheirSum() {
        var errors = EquicorrelatedErrors.of(20, PARTS);
        assertEquals(1, errors.correlation());
        assertEquals(19, errors.together(PARTS), 1e-12);
    }

    @Test
    void nothingHasNoWidth() {
        assertEquals(0, EquicorrelatedErrors.of(5, new double[] {}).together(new double[] {}));
        assertEquals(
                0,
                EquicorrelatedErrors.of(5, new double[] {5}).correlation(),
                "one part has nothing in common with another");
    }

    @Test
    void refusesWhatIsNoShareAndWhatIsNoWidth() {
        assertRefused("Maybe", () -> new EquicorrelatedErrors(1.1, 1));
        assertRefused("Maybe", () -> new EquicorrelatedErrors(Double.NaN, 1));
        assertRefused("The half-width of the whole (-1.0)", () -> EquicorrelatedErrors.of(-1, PARTS));
        assertRefused("The half-width of the part (NaN)", () -> EquicorrelatedErrors.of(15, new double[] {Double.NaN}));
        assertRefused("The half-width of the part (-2.0)", () -> EquicorrelatedErrors.of(15, PARTS)
                .together(new double[] {-2}));
    }

    private static void assertRefused(String said, Executable what) {
        var message = assertThrows(IllegalArgumentException.class, what).getMessage();
        assertTrue(message.contains(said), message);
    }
}
