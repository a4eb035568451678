package fr.vigie.territory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecayTest {
    private static final String APL_2012 = "5:1,10:0.3,15:0.1";

    /** As printed: three digits, the exact ties of the printed tables within half of the last. */
    @ParameterizedTest
    @CsvFileSource(resources = "irdes-dt70-weights.csv", numLinesToSkip = 2)
    void agreesWithTheWorkedTablesOfIrdes(int table, double minutes, double weight) {
        var decay =
                switch (table) {
                    case 18 -> Bands.parse(APL_2012, Closed.LEFT);
                    case 19 -> new Exponential(0.12).within(30);
                    default -> new Gaussian(180).within(30);
                };
        assertEquals(weight, decay.weight(minutes), 0.000501);
    }

    @ParameterizedTest
    @CsvSource({
        "LEFT, 4.999, 1",
        "LEFT, 5, 0.3",
        "LEFT, 10, 0.1",
        "LEFT, 15, 0",
        "RIGHT, 5, 1",
        "RIGHT, 5.001, 0.3",
        "RIGHT, 10, 0.3",
        "RIGHT, 15, 0.1",
        "RIGHT, 15.001, 0",
        "LEFT, 0, 1",
        "RIGHT, 0, 1"
    })
    void aBoundaryBelongsToTheBandThatIsClosedThere(Closed closed, double minutes, double weight) {
        assertEquals(weight, Bands.parse(APL_2012, closed).weight(minutes));
    }

    @Test
    void theLargestCostIsStillInReach() {
        var inverse = Decay.parse("inverse").within(30);
        assertEquals(1.0 / 30, inverse.weight(30));
        assertEquals(0, inverse.weight(30.001));
        assertThrows(IllegalArgumentException.class, () -> inverse.weight(0));
    }

    @Test
    void isReadAsItIsWritten() {
        assertEquals(new Exponential(0.12), Decay.parse("exponential:0.12"));
        assertEquals(new Gaussian(180), Decay.parse("gaussian:180"));
        assertEquals(
                new Bands(List.of(new Bands.Band(10, 1), new Bands.Band(15, 0.5)), Closed.RIGHT),
                Bands.parse("10:1,15:0.5", Closed.RIGHT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "linear", "exponential", "exponential:", "exponential:x", "gaussian:-1", "inverse:2"})
    void refusesADecayThatIsNone(String text) {
        assertThrows(IllegalArgumentException.class, () -> Decay.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10", "10:x", "10:1,10:0.5", "10:1,5:0.5", "10:-1", "0:1", "10:1,"})
    void refusesBandsThatAreNone(String text) {
        assertThrows(IllegalArgumentException.class, () -> Bands.parse(text, Closed.LEFT));
    }
}
