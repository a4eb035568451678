package fr.vigie.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisclosureRulesTest {
    private static final DisclosureRules LEGAL = new DisclosureRules(3, 0.85, 11, 0.1);

    private static Cell from(double... contributions) {
        double sum = DoubleStream.of(contributions).sum();
        return new Cell(
                sum, contributions.length, DoubleStream.of(contributions).max().orElse(0) / sum, null);
    }

    @Test
    void twoUnitsAreTooFew() {
        assertTrue(LEGAL.isSensitive(from(50, 50)));
        assertFalse(LEGAL.isSensitive(from(40, 30, 30)));
    }

    @Test
    void theStandardAsksForFive() {
        assertTrue(DisclosureRules.STANDARD.isSensitive(from(30, 30, 20, 20)));
        assertFalse(DisclosureRules.STANDARD.isSensitive(from(20, 20, 20, 20, 20)));
    }

    @Test
    void oneUnitDominatesFromEightyFivePercentOn() {
        assertTrue(LEGAL.isSensitive(from(86, 10, 4)));
        assertTrue(LEGAL.isSensitive(from(85, 10, 5)));
        assertFalse(LEGAL.isSensitive(from(84, 10, 6)));
    }

    @ParameterizedTest
    @CsvSource({"0, false", "1, true", "10, true", "11, false"})
    void oneToTenPersonsAreTooFew(long persons, boolean sensitive) {
        assertEquals(sensitive, DisclosureRules.STANDARD.isSensitive(new Cell(persons, null, null, persons)));
    }

    @Test
    void zeroIsShown() {
        assertFalse(DisclosureRules.STANDARD.isSensitive(new Cell(0, 2, 0.0, 0L)));
    }

    @Test
    void refusesRulesBelowTheLaw() {
        assertThrows(IllegalArgumentException.class, () -> new DisclosureRules(2, 0.85, 11, 0.1));
        assertThrows(IllegalArgumentException.class, () -> new DisclosureRules(5, 85, 11, 0.1));
    }
}
