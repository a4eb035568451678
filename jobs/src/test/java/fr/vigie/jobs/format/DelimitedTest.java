package fr.vigie.jobs.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.input.InputKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exports of French offices. */
class DelimitedTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Wanted SHIFTS = wanted(InputKind.SHIFTS, "operator_id", "starts_at", "ends_at", "activity");
    private static final Map<String, String> SHIFT_COLUMNS =
            Map.of("operator_id", "Qui", "starts_at", "Début", "ends_at", "Fin");
    private static final Delimited PLANNING =
            new Delimited(null, null, "dd/MM/yyyy", null, "Jour", SHIFT_COLUMNS, null, null, null);

    @TempDir
    Path folder;

    private static Wanted wanted(InputKind kind, String... columns) {
        return new Wanted(kind, List.of(columns), List.of(), PARIS);
    }

    private List<RawRecord> read(Format format, Wanted wanted, byte[] bytes) {
        try {
            var path = Files.write(folder.resolve("export.csv"), bytes);
            var records = new ArrayList<RawRecord>();
            format.read(List.of(InputFile.of(path, Limits.usual())), wanted).forEachRemaining(records::add);
            return records;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RawRecord one(Format format, Wanted wanted, String text) {
        return read(format, wanted, text.getBytes(StandardCharsets.UTF_8)).get(0);
    }

    private static Delimited dated(Map<String, String> columns) {
        return new Delimited(null, null, "dd/MM/yyyy", ",", null, columns, null, null, null);
    }

    @ParameterizedTest
    @CsvSource({
        "7h30, 14h00, 2026-03-30T07:30, 2026-03-30T14:00",
        "07:30, 14:00:30, 2026-03-30T07:30, 2026-03-30T14:00:30",
        "7h, 7 h 30, 2026-03-30T07:00, 2026-03-30T07:30",
        "14h, 24:00, 2026-03-30T14:00, 2026-03-31T00:00",
        "14h, 24h, 2026-03-30T14:00, 2026-03-31T00:00",
        "14h, 0h00, 2026-03-30T14:00, 2026-03-31T00:00",
        "22:00, 06:00, 2026-03-30T22:00, 2026-03-31T06:00",
        "8h, 8h, 2026-03-30T08:00, 2026-03-31T08:00",
    })
    void aDayAndTwoTimesOfDayAreAShiftAndANightBelongsToTheDayOnWhichItBegins(
            String from, String until, String startsAt, String endsAt) {
        var record = one(PLANNING, SHIFTS, "Qui;Jour;Début;Fin\nA;30/03/2026;%s;%s\n".formatted(from, until));
        assertNull(record.problem());
        assertArrayEquals(new String[] {"A", startsAt, endsAt, null}, record.values());
    }

    @ParameterizedTest
    @CsvSource({"24:30", "25h", "7h60", "midi", "7", "7:5"})
    void whatIsNoTimeOfDayIsAProblem(String time) {
        var record = one(PLANNING, SHIFTS, "Qui;Jour;Début;Fin\nA;30/03/2026;%s;23:00\n".formatted(time));
        assertEquals("bad-value", record.problem().reason());
        assertTrue(
                record.problem().detail().startsWith("starts_at"),
                record.problem().detail());
    }

    @Test
    void aTimeOfDayWithoutADayIsAProblem() {
        var record = one(PLANNING, SHIFTS, "Qui;Jour;Début;Fin\nA;;8h;9h\n");
        assertEquals("missing-value", record.problem().reason());
    }

    @Test
    void anEndWithoutADayIsOnTheDayOfTheStartOrTheNightAfterIt() {
        var format = dated(SHIFT_COLUMNS);
        var record = one(format, SHIFTS, "Qui;Début;Fin\nA;30/03/2026 20h00;8h00\n");
        assertArrayEquals(new String[] {"A", "2026-03-30T20:00", "2026-03-31T08:00", null}, record.values());
    }

    @Test
    void aCallThatEndsInTheMinuteInWhichItArrivesDoesNotLastADay() {
        var format = new Delimited(
                null,
                null,
                "dd/MM/yyyy",
                null,
                "Jour",
                Map.of("arrived_at", "Arrivée", "ended_at", "Fin"),
                null,
                null,
                null);
        var wanted = wanted(InputKind.CALLS, "arrived_at", "ended_at");
        assertArrayEquals(
                new String[] {"2026-03-30T08:04", "2026-03-30T08:04"},
                one(format, wanted, "Jour;Arrivée;Fin\n30/03/2026;08:04;08:04\n")
                        .values());
        assertArrayEquals(
                new String[] {"2026-03-30T23:59", "2026-03-31T00:02"},
                one(format, wanted, "Jour;Arrivée;Fin\n30/03/2026;23:59;00:02\n")
                        .values());
    }

    @Test
    void anInstructionUntilADayHoldsOnThatDay() {
        var format = dated(Map.of("practice_id", "Cabinet", "valid_from", "Du", "valid_until", "Au"));
        var wanted = wanted(InputKind.INSTRUCTIONS, "practice_id", "valid_from", "valid_until");
        assertArrayEquals(
                new String[] {"P1", "2026-04-01T00:00", "2026-04-16T00:00"},
                one(format, wanted, "Cabinet;Du;Au\nP1;01/04/2026;15/04/2026\n").values());
    }

    @Test
    void daysAndNumbersBecomeCanonicalByTheTypeOfTheirColumn() {
        var operators = dated(Map.of(
                "operator_id", "Matricule", "name", "Nom", "contract_hours_per_week", "Heures", "hired_on", "Entrée"));
        var wanted = wanted(
                InputKind.OPERATORS, "operator_id", "name", "contract_hours_per_week", "hired_on", "hourly_cost");
        assertArrayEquals(
                new String[] {"1,5", "Zoé, dite 1,5", "37.5", "2024-09-02", null},
                one(operators, wanted, "Matricule;Nom;Heures;Entrée\n1,5;Zoé, dite 1,5;37,5;02/09/2024\n")
                        .values());
        var agenda = dated(Map.of("day", "Jour", "opened_minutes", "Minutes", "third_free_slot_days", "Délai"));
        assertArrayEquals(
                new String[] {"2026-03-30", "1240", "2.5"},
                one(
                                agenda,
                                wanted(InputKind.AGENDA, "day", "opened_minutes", "third_free_slot_days"),
                                "Jour;Minutes;Délai\n30/03/2026;1\u00A0240;2,5\n")
                        .values());
        var absences = dated(Map.of("starts_on", "Du", "ends_on", "Au"));
        assertArrayEquals(
                new String[] {"2026-03-30", "2026-04-03"},
                one(absences, wanted(InputKind.ABSENCES, "starts_on", "ends_on"), "Du;Au\n30/03/2026;03/04/2026\n")
                        .values());
    }

    @ParameterizedTest
    @CsvSource({"1.240", "12.5"})
    void aPointInANumberWithADecimalCommaIsAProblem(String number) {
        var record =
                one(dated(Map.of("opened_minutes", "M")), wanted(InputKind.AGENDA, "opened_minutes"), "M\n" + number);
        assertEquals("bad-value", record.problem().reason());
    }

    @ParameterizedTest
    @CsvSource({"31/02/2026", "2026-03-30", "30/03/26", "30.03.2026"})
    void aDayInAnotherPatternOrThatIsNoDayIsAProblem(String day) {
        var record = one(PLANNING, SHIFTS, "Qui;Jour;Début;Fin\nA;%s;8h;9h\n".formatted(day));
        assertEquals("bad-value", record.problem().reason());
        assertTrue(
                record.problem().detail().startsWith("Jour"), record.problem().detail());
    }

    @Test
    void windows1252IsReadAsSuchAndAByteOrderMarkSaysUtf8Whatever() {
        var text = "Qui;Jour;Début;Fin\nHélène €;30/03/2026;8h;9h\n";
        var latin = new Delimited(null, "windows-1252", "dd/MM/yyyy", null, "Jour", SHIFT_COLUMNS, null, null, null);
        for (var bytes : List.of(
                text.getBytes(Charset.forName("windows-1252")), ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8))) {
            assertEquals("Hélène €", read(latin, SHIFTS, bytes).get(0).values()[0]);
        }
    }

    @Test
    void bytesThatAreNotOfTheCharsetAreAProblem() {
        var bytes = "Qui;Jour;D\u00e9but;Fin\n".getBytes(StandardCharsets.UTF_8);
        var row = "H\u00e9l\u00e8ne;30/03/2026;8h;9h\n".getBytes(StandardCharsets.ISO_8859_1);
        var both = new byte[bytes.length + row.length];
        System.arraycopy(bytes, 0, both, 0, bytes.length);
        System.arraycopy(row, 0, both, bytes.length, row.length);
        assertEquals("not-utf-8", read(PLANNING, SHIFTS, both).get(0).problem().reason());
    }

    @Test
    void isoTimesStandAsTheyAreWhereNoPatternIsGiven() {
        var format = new Delimited(null, null, null, null, null, SHIFT_COLUMNS, null, null, null);
        var record = one(format, SHIFTS, "Qui;Début;Fin\nA;2026-03-30T08:00:00+02:00;2026-03-30T09:00:00Z\n");
        assertArrayEquals(
                new String[] {"A", "2026-03-30T08:00:00+02:00", "2026-03-30T09:00:00Z", null}, record.values());
    }

    @ParameterizedTest
    @CsvSource({"windows-1525", "UTF-16", "IBM037"})
    void aCharsetThatIsUnknownOrNotMadeOfBytesIsRefused(String charset) {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Delimited(null, charset, null, null, null, SHIFT_COLUMNS, null, null, null));
    }

    @ParameterizedTest
    @CsvSource({"dd/MM", "dd/MM/yyyy HH:mm", "jj/mm/aaaa"})
    void aPatternThatIsNotAWholeDayIsRefused(String pattern) {
        var error = assertThrows(
                IllegalArgumentException.class,
                () -> new Delimited(null, null, pattern, null, null, SHIFT_COLUMNS, null, null, null));
        assertTrue(error.getMessage().contains("dd/MM/yyyy"), error.getMessage());
    }

    @Test
    void aColumnForTheDayWithoutOneForATimeIsRefused() {
        var format = new Delimited(null, null, null, null, "Jour", Map.of("starts_on", "Du"), null, null, null);
        assertThrows(
                IllegalArgumentException.class, () -> format.check(wanted(InputKind.ABSENCES, "starts_on", "ends_on")));
    }
}
