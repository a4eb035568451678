package fr.vigie.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
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
    @ValueSource(
            strings = {
                "+33 (0)6 39 98 00 53",
                "+33(0)639980054",
                "0033(0)6 39 98 00 55",
                "(06)39980019",
                "(0)6 39 98 00 53",
                "06\u00a039\u202f98 00 51",
                "06/39/98/00/56",
                "06_39_98_00_59",
                "06  39  98  00  52",
                "06. 39. 98. 00. 52",
                "06 - 39 - 98 - 00 - 52",
                "06\u201139\u201398\u201300\u201352",
                "06\n39980031",
                "06\u200b39980031",
                "06\u007f39980031",
                "at 14:00:0033639980012",
                "+32 2/123 45 67",
                "06.39-98/00-12",
                "+49 30/12345678",
                "0032475/12.34.56",
                "0475/12.34.56",
                "+33/6/39/98/00/12",
                "0 639 980 012",
                "063998001 2",
                "[06]39980012",
                "%200639980012",
                "*310639980012",
                "639980012",
                "sip:0639980012@192.0.2.1",
                "063 998 00 66",
                "+0639980053",
                "++33639980054",
                "O3+0639980058",
                "\uff10\uff16 \uff13\uff19 \uff19\uff18 \uff10\uff10 \uff15\uff11",
                "\u0660\u0666\u0663\u0669\u0669\u0668\u0660\u0660\u0665\u0661"
            })
    void findsNumbersInEveryWayInWhichPeopleWriteThem(String number) {
        var text = "rappeler " + number + " demain";
        var masked = PhoneMask.maskIn(text);
        assertTrue(masked.startsWith("rappeler ") && masked.endsWith(" demain"), masked);
        assertTrue(masked.chars().filter(c -> c == '*').count() >= 4, masked);
        assertTrue(PhoneMask.of("BE").masked(text).chars().filter(c -> c == '*').count() >= 4, masked);
        var bytes = number.getBytes(StandardCharsets.UTF_8);
        assertTrue(PhoneMask.of("FR").mayFind(bytes, 0, bytes.length));
    }

    /** What ingest reads as a caller's number must never be shown, however it is written. */
    @ParameterizedTest
    @ValueSource(strings = {"FR", "BE", "DE"})
    void masksWhateverIsReadAsANumber(String region) {
        var random = new Random(20261129);
        var separators = List.of("", "", " ", ".", "-", "/", " / ", ") ", " (", "] ", "\u00a0", " - ");
        var numbers = new PhoneNumbers(region);
        var mask = PhoneMask.of(region);
        int read = 0;
        for (int i = 0; i < 20_000; i++) {
            var text = new StringBuilder(List.of(
                            "0639980012",
                            "+33639980012",
                            "0033639980012",
                            "+3225551212",
                            "004930123456",
                            "025551212",
                            "0475123456")
                    .get(random.nextInt(7)));
            for (int at = text.length() - 2; at > 1; at -= 2 + random.nextInt(2)) {
                text.insert(at, separators.get(random.nextInt(separators.size())));
            }
            var number = text.toString();
            if (numbers.e164(number).isPresent()) {
                read++;
                var shown = mask.masked("the caller " + number + " is");
                assertTrue(shown.chars().filter(c -> c == '*').count() >= 4, number);
                var bytes = number.getBytes(StandardCharsets.UTF_8);
                assertTrue(mask.mayFind(bytes, 0, bytes.length), number);
            }
        }
        assertTrue(read > 10_000, read + " were read");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "le 02/03/2026 08:15",
                "le 02.03.2026 08:15",
                "cdr_01_202603300604_1",
                "SIP-0-1774850400.17",
                "20260302-030123456-7",
                "0.1234567891234",
                "2026-03-30T08:04:11+02:00",
                "1234567890123",
                "10123456789",
                "2026-03-30",
                "from 08:15 to 14:00 (2026-03-30)",
                "14:00:00 - 2026-03-30",
                "line 12"
            })
    void leavesTheRestAlone(String text) {
        assertEquals(text, PhoneMask.maskIn(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "BE | of 02 555 12 12 or 0470/12.34.56 | of 02 55* ** ** or 0470/**.**.**",
                "BE | 20260302-025551212-1 | 20260302-0255*****-*",
                "BE | 3225551212, +32 2 555 12 12, 0465710001 | 3225******, +32 2 5** ** **, 0465******",
                "DE | ruft von 030 123456 an | ruft von 030 1***** an",
                "DE | 0151-23456789; 004930123456; 4930123456 | 0151-********; 0049********; 4930******",
                "ES | 20260302-612345678-7 | 20260302-6123*****-7",
                "ES | +34 612 34 56 78 | +34 61* ** ** **",
                "FR | 04 65 71 00 01 and 02 555 12 12 | 04 65 ** ** ** and 02 555 12 12"
            })
    void findsNationalNumbersOfACountry(String region, String text, String masked) {
        assertEquals(masked, PhoneMask.of(region).masked(text));
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        assertTrue(PhoneMask.of(region).mayFind(bytes, 0, bytes.length));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "BE | arrived_at '02/03/2026 08:15' and 2026-03-02T08:15:00Z",
                "DE | am 02.03.2026 um 08:15 or 2026-03-02T08:15:00Z",
                "DE | 1709541234.123 and 110, 116117, 01.02.2026",
                "ES | 1709541234.123",
                "US | 1709541234.123"
            })
    void leavesTimesAndIdentifiersOfOtherCountriesAlone(String region, String text) {
        assertEquals(text, PhoneMask.of(region).masked(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0465710001",
                "33465710001",
                "20260302-+33612345678-1",
                "x 04.65.71.00.01",
                "+3225551212",
                "0032 2 555 12 12",
                "001234567",
                "+ 32 2 555 12 12",
                "a+33353010001"
            })
    void whatHoldsANumberIsSeenAtAGlance(String text) {
        var bytes = ("(" + text + ")").getBytes(StandardCharsets.UTF_8);
        assertNotEquals(text, PhoneMask.of("FR").masked(text));
        assertTrue(PhoneMask.of("FR").mayFind(bytes, 1, bytes.length - 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1709541234.123",
                "pbx1-1709541234.17",
                "20260302-0000012345",
                "20260302-00012345",
                "C000123",
                "12",
                "",
                "a0b1c2d3",
                "2026-03-02T17:04:11Z"
            })
    void mostIdentifiersAreSeenAtAGlanceToHoldNone(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        assertFalse(PhoneMask.of("FR").mayFind(bytes, 0, bytes.length));
    }
}
