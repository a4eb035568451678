package fr.vigie.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumbersTest {
    private final PhoneNumbers french = new PhoneNumbers("FR");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0353010001",
                "03 53 01 00 01",
                "03.53.01.00.01",
                "03-53-01-00-01",
                "+33353010001",
                "+33 3 53 01 00 01",
                "+33 (0)3 53 01 00 01",
                "0033353010001",
                "33353010001",
                "tel:+33353010001",
                " 0353010001 "
            })
    void oneNumberHasManySpellings(String raw) {
        assertEquals(Optional.of("+33353010001"), french.e164(raw));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "  ",
                "anonymous",
                "Restricted",
                "unknown",
                "-",
                "+",
                "15",
                "112",
                "3646",
                "116117",
                "0",
                "1234567",
                "035301000",
                "03530100012",
                "00000000000000000000"
            })
    void withheldShortAndImpossibleNumbersHaveNone(String raw) {
        assertEquals(Optional.empty(), french.e164(raw));
    }

    @ParameterizedTest
    @CsvSource({"+32 2 555 12 12, +3225551212", "00 44 20 7946 0018, +442079460018", "+1 202 555 0143, +12025550143"})
    void foreignCallersKeepTheirCountry(String raw, String expected) {
        assertEquals(Optional.of(expected), french.e164(raw));
    }

    @Test
    void aNumberWithoutACountryIsReadInTheRegion() {
        assertEquals(Optional.of("+3225551212"), new PhoneNumbers("BE").e164("02 555 12 12"));
        assertThrows(IllegalArgumentException.class, () -> new PhoneNumbers("France"));
    }

    @Test
    void theShortWayAgreesWithTheLibrary() {
        var random = new SplittableRandom(20260330);
        var prefixes = new String[] {"", "0", "33", "+33", "0033", "00", "+", "+33 0", "+32", "1"};
        var separators = new String[] {"", "", "", " ", ".", "-"};
        for (int i = 0; i < 20_000; i++) {
            var raw = new StringBuilder(prefixes[random.nextInt(prefixes.length)]);
            int digits = random.nextInt(4) > 0 ? 9 : random.nextInt(12);
            for (int d = 0; d < digits; d++) {
                raw.append(separators[random.nextInt(separators.length)]).append(random.nextInt(10));
            }
            var text = raw.toString();
            assertEquals(text.isEmpty() ? Optional.empty() : french.parsed(text), french.e164(text), text);
        }
    }
}
