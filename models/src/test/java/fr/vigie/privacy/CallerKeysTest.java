package fr.vigie.privacy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallerKeysTest {
    private static final PseudonymKey KEY = PseudonymKey.of("cle-de-test-non-secrete");

    /** Recomputed with Python 3 (hmac, hashlib); the numbers are of ranges that ARCEP keeps for fiction. */
    @ParameterizedTest
    @CsvSource({
        "+33353010001, aa7b3c3b0cdca977cff7b1571f32a02af6cf25be8ef6f590048687dca1d42fe3",
        "+33639980001, b45b62b8cb858ff62c301b129af4e71cdb7a52265a058d7ea764661f91468786"
    })
    void agreesWithAnotherImplementation(String e164, String expected) {
        var keys = new CallerKeys(KEY);
        var bytes = HexFormat.of().parseHex(expected);
        assertArrayEquals(bytes, keys.full(e164));
        assertArrayEquals(Arrays.copyOf(bytes, 16), keys.of(e164), "the second use of the same instance");
    }

    /** RFC 4231, test case 1. */
    @Test
    void isTheFunctionOfTheStandard() {
        var secret = new byte[20];
        Arrays.fill(secret, (byte) 0x0b);
        var mac = PseudonymKey.of(secret).mac().doFinal("Hi There".getBytes(StandardCharsets.US_ASCII));
        assertEquals(
                "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7",
                HexFormat.of().formatHex(mac));
    }

    @Test
    void everyWayToWriteANumberHasOnePseudonym() {
        var numbers = new PhoneNumbers("FR");
        var keys = new CallerKeys(KEY);
        var expected = keys.of("+33353010001");
        for (var raw : new String[] {"03 53 01 00 01", "+33 3 53 01 00 01", "0033353010001", "03.53.01.00.01"}) {
            assertArrayEquals(expected, keys.of(numbers.e164(raw).orElseThrow()), raw);
        }
    }

    @Test
    void anotherKeyGivesAnotherNameAndOtherPseudonyms() {
        var other = PseudonymKey.of(PseudonymKey.newSecret(new SecureRandom()));
        assertNotEquals(KEY.id(), other.id());
        assertFalse(Arrays.equals(new CallerKeys(KEY).of("+33353010001"), new CallerKeys(other).of("+33353010001")));
    }

    @Test
    void aKeyIsNamedButNeverShown() {
        assertTrue(KEY.id().matches("[0-9a-f]{8}"), KEY.id());
        assertEquals("PseudonymKey[" + KEY.id() + "]", KEY.toString());
        assertFalse(KEY.toString().contains("cle-de-test"));
    }

    @Test
    void theLineFeedOfAKeyFileIsNotPartOfTheKey() {
        assertEquals(KEY, PseudonymKey.of("cle-de-test-non-secrete\n"));
    }

    @Test
    void refusesAKeyThatCanBeGuessed() {
        var failure = assertThrows(IllegalArgumentException.class, () -> PseudonymKey.of("secret"));
        assertFalse(failure.toString().contains("secret"), failure.toString());
    }

    @Test
    void refusesANumberThatIsNotNormalisedAndDoesNotRepeatIt() {
        var keys = new CallerKeys(KEY);
        var failure = assertThrows(IllegalArgumentException.class, () -> keys.of("03 53 01 00 01"));
        assertTrue(failure.toString().contains("(03 53 ** ** **)"), failure.toString());
    }
}
