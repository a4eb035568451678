package fr.vigie.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneMaskTest {
    @ParameterizedTest
    @CsvSource({
        "+33 3 53 01 00 01, +33 3 5* ** ** **",
        "0353010001, 0353******",
        "+33353010001, +3335*******",
        "035301, 03****",
        "3646, ****",
        "anonymous, anonymous"
    })
    void keepsAtMostFourDigitsAndHidesAtLeastFour(String number, String masked) {
        assertEquals(masked, PhoneMask.mask(number));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "caller 03 53 01 00 01 unknown | caller 03 53 ** ** ** unknown",
                "caller=+33639980001; | caller=+3363*******;",
                "+32 2 555 12 12 and 0033639980001 | +32 2 5** ** ** and 0033*********",
                "33353010001 | 3335*******",
                "NOPE0353010001x | NOPE0353******x"
            })
    void findsNumbersInAText(String text, String masked) {
        assertEquals(masked, PhoneMask.maskIn(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-30T08:04:11+02:00", "1234567890123", "10123456789", "2026-03-30", "line 12"})
    void leavesTheRestAlone(String text) {
        assertEquals(text, PhoneMask.maskIn(text));
    }
}
