package fr.vigie.jobs.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.input.InputKind;
import fr.vigie.jobs.format.Icalendar.Field;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IcalendarTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Wanted SHIFTS = wanted(InputKind.SHIFTS, "operator_id", "starts_at", "ends_at", "activity");
    private static final Wanted ABSENCES =
            wanted(InputKind.ABSENCES, "practitioner_id", "starts_on", "ends_on", "kind");
    private static final Wanted INSTRUCTIONS =
            wanted(InputKind.INSTRUCTIONS, "practice_id", "valid_from", "valid_until", "kind");
    private static final Wanted AGENDA = wanted(
            InputKind.AGENDA,
            "practitioner_id",
            "practice_id",
            "day",
            "half",
            "opened_minutes",
            "opened_slots",
            "booked_slots");
    private static final Icalendar PLAIN = new Icalendar(null, null, null, null, null);
    private static final Icalendar NOVEMBER =
            new Icalendar(LocalDate.of(2026, 10, 20), LocalDate.of(2026, 11, 3), null, null, null);

    @TempDir
    Path folder;

    private static Wanted wanted(InputKind kind, String... columns) {
        return new Wanted(kind, List.of(columns), List.of(columns), PARIS);
    }

    private static Icalendar mapped(
            Map<String, Field> columns, Map<String, String> constants, Map<String, Map<String, String>> values) {
        return new Icalendar(null, null, columns, constants, values);
    }

    private List<RawRecord> records(Format format, Wanted wanted, byte[] bytes) {
        try {
            var path = Files.write(folder.resolve("OP-07.ics"), bytes);
            var records = new ArrayList<RawRecord>();
            format.read(List.of(InputFile.of(path, Limits.usual())), wanted).forEachRemaining(records::add);
            return records;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<RawRecord> records(Format format, Wanted wanted, String text) {
        return records(format, wanted, text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Each record as its values, or as the reason why it has none. */
    private List<String> read(Format format, Wanted wanted, String text) {
        return records(format, wanted, text).stream()
                .map(r -> r.problem() == null
                        ? String.join(" ", Arrays.asList(r.values()))
                        : r.problem().reason())
                .toList();
    }

    private static String calendar(String... parts) {
        return "BEGIN:VCALENDAR\nVERSION:2.0\n" + String.join("", parts) + "END:VCALENDAR\n";
    }

    private static String event(String... lines) {
        return "BEGIN:VEVENT\n" + String.join("\n", lines) + "\nEND:VEVENT\n";
    }

    private List<String> shifts(String... lines) {
        return read(PLAIN, SHIFTS, calendar(event(lines)));
    }

    // --- times -------------------------------------------------------------------------------------------------------

    @Test
    void aNightlyShiftWrittenInTheWeekOfTheAutumnChangeEndsAtTheSameTimeEveryMorning() {
        assertEquals(
                List.of(
                        "OP-07 2026-10-24T20:00 2026-10-25T08:00 calls",
                        "OP-07 2026-10-25T20:00 2026-10-26T08:00 calls",
                        "OP-07 2026-10-26T20:00 2026-10-27T08:00 calls"),
                shifts(
                        "DTSTART;TZID=Europe/Paris:20261024T200000",
                        "DTEND;TZID=Europe/Paris:20261025T080000",
                        "RRULE:FREQ=DAILY;COUNT=3"));
    }

    @Test
    void aNightlyShiftEndsAtTheSameTimeWhenTheClocksGoForwardAndWhenALengthIsWritten() {
        for (var end : List.of("DTEND;TZID=Europe/Paris:20260328T080000", "DURATION:PT12H", "DURATION:P0DT12H0M0S")) {
            assertEquals(
                    List.of(
                            "OP-07 2026-03-27T20:00 2026-03-28T08:00 calls",
                            "OP-07 2026-03-28T20:00 2026-03-29T08:00 calls"),
                    shifts("DTSTART;TZID=Europe/Paris:20260327T200000", end, "RRULE:FREQ=DAILY;COUNT=2"));
        }
    }

    @Test
    void aTimeWithoutAZoneIsTheSourcesUnlessTheCalendarNamesItsOwn() {
        var event = event("DTSTART:20261102T080000", "DTEND:20261102T120000");
        assertEquals(List.of("OP-07 2026-11-02T08:00 2026-11-02T12:00 calls"), read(PLAIN, SHIFTS, calendar(event)));
        assertEquals(
                List.of("OP-07 2026-11-02T12:00:00Z 2026-11-02T16:00:00Z calls"),
                read(PLAIN, SHIFTS, calendar("X-WR-TIMEZONE:America/Martinique\n", event)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Romance Standard Time",
                "\"(UTC+01:00) Brussels, Copenhagen, Madrid, Paris\"",
                "/mozilla.org/20050126_1/Europe/Paris"
            })
    void aZoneIsKnownByTheNamesThatOutlookAndThunderbirdGiveItWithoutADefinition(String zone) {
        assertEquals(
                List.of("OP-07 2026-07-01T08:00 2026-07-01T12:00 calls"),
                shifts("DTSTART;TZID=" + zone + ":20260701T080000", "DTEND;TZID=" + zone + ":20260701T120000"));
    }

    @Test
    void anUnknownNameOfAZoneMeansWhatTheCalendarDefines() {
        var zone =
                """
                BEGIN:VTIMEZONE
                TZID:(UTC+01:00) Bruxelles\\, Copenhague\\, Madrid\\, Paris
                BEGIN:STANDARD
                DTSTART:16010101T030000
                TZOFFSETFROM:+0200
                TZOFFSETTO:+0100
                RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
                END:STANDARD
                BEGIN:DAYLIGHT
                DTSTART:16010101T020000
                TZOFFSETFROM:+0100
                TZOFFSETTO:+0200
                RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3
                END:DAYLIGHT
                END:VTIMEZONE
                """;
        var tzid = "TZID=\"(UTC+01:00) Bruxelles, Copenhague, Madrid, Paris\"";
        assertEquals(
                List.of("OP-07 2026-07-01T06:00:00Z 2026-12-01T11:00:00Z calls"),
                read(
                        PLAIN,
                        SHIFTS,
                        calendar(
                                zone,
                                event("DTSTART;" + tzid + ":20260701T080000", "DTEND;" + tzid + ":20261201T120000"))));
    }

    @Test
    void aZoneThatIsNeitherKnownNorDefinedRejectsTheEvent() {
        assertEquals(
                List.of("unknown-time-zone"),
                shifts("DTSTART;TZID=Nulle part:20260701T080000", "DTEND;TZID=Nulle part:20260701T120000"));
    }

    @Test
    void anEventInAnotherZoneIsAnInstant() {
        assertEquals(
                List.of("OP-07 2026-10-25T06:30:00Z 2026-10-25T10:00:00Z calls"),
                shifts("DTSTART;TZID=America/New_York:20261025T023000", "DTEND:20261025T100000Z"));
        assertEquals(
                List.of("nonexistent-local-time"),
                shifts("DTSTART;TZID=America/New_York:20260308T023000", "DTEND;TZID=America/New_York:20260308T043000"));
    }

    @Test
    void wholeDaysEndBeforeTheDayThatIsWritten() {
        assertEquals(
                List.of("OP-07 2026-11-05T00:00 2026-11-07T00:00 calls"),
                shifts("DTSTART;VALUE=DATE:20261105", "DTEND;VALUE=DATE:20261107"));
        for (var end : List.of("DTEND;VALUE=DATE:20261106", "DTEND;VALUE=DATE:20261105", "X-NONE:")) {
            assertEquals(
                    List.of("OP-07 2026-11-05 2026-11-05 leave"),
                    read(PLAIN, ABSENCES, calendar(event("DTSTART;VALUE=DATE:20261105", end))));
        }
    }

    @Test
    void anAbsenceOfSomeHoursIsOneOfItsDays() {
        assertEquals(
                List.of("OP-07 2026-11-05 2026-11-06 leave"),
                read(PLAIN, ABSENCES, calendar(event("DTSTART:20261105T140000", "DTEND:20261107T000000"))));
    }

    @Test
    void anEventThatDoesNotEndAfterItBeginsOrHasNoTimesIsAProblem() {
        assertEquals(List.of("ends-before-it-begins"), shifts("DTSTART:20261105T140000", "DTEND:20261105T140000"));
        assertEquals(List.of("missing-value"), shifts("DTSTART:20261105T140000"));
        assertEquals(List.of("missing-value"), shifts("SUMMARY:sans date"));
        assertEquals(List.of("bad-value"), shifts("DTSTART:20261305T140000", "DTEND:20261305T150000"));
    }

    // --- recurrences -------------------------------------------------------------------------------------------------

    @Test
    void aRecurrenceWithoutAnEndNeedsOneInTheConfiguration() {
        var text = calendar(event("DTSTART:20261026T090000", "DTEND:20261026T100000", "RRULE:FREQ=WEEKLY;BYDAY=MO"));
        var problem = records(PLAIN, SHIFTS, text).get(0).problem();
        assertEquals("open-ended-recurrence", problem.reason());
        assertTrue(problem.detail().contains("set 'until'"), problem.detail());
        assertEquals(
                List.of(
                        "OP-07 2026-10-26T09:00 2026-10-26T10:00 calls",
                        "OP-07 2026-11-02T09:00 2026-11-02T10:00 calls"),
                read(NOVEMBER, SHIFTS, text));
    }

    @Test
    void whatBeginsOutsideOfTheDaysAskedForIsNoRecord() {
        var text = calendar(
                event("DTSTART:20101026T090000", "DTEND:20101026T100000", "RRULE:FREQ=MONTHLY;BYMONTHDAY=1"),
                event("DTSTART:20261103T000000", "DTEND:20261103T080000"),
                event("DTSTART:20261019T230000", "DTEND:20261020T080000"));
        assertEquals(List.of("OP-07 2026-11-01T09:00 2026-11-01T10:00 calls"), read(NOVEMBER, SHIFTS, text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"20261026T080000Z", "20261026T090000", "20261026"})
    void theEndOfARuleIsItsLastOccurrenceHoweverItIsWritten(String until) {
        assertEquals(
                List.of(
                        "OP-07 2026-10-25T09:00 2026-10-25T10:00 calls",
                        "OP-07 2026-10-26T09:00 2026-10-26T10:00 calls"),
                shifts(
                        "DTSTART;TZID=Europe/Paris:20261025T090000",
                        "DTEND;TZID=Europe/Paris:20261025T100000",
                        "RRULE:FREQ=DAILY;UNTIL=" + until));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EXDATE;TZID=Europe/Paris:20261026T090000",
                "EXDATE:20261026T080000Z",
                "EXDATE;VALUE=DATE:20261026",
                "EXDATE;TZID=Romance Standard Time:20261020T090000,20261026T090000"
            })
    void exceptionsAreTakenOut(String exception) {
        assertEquals(
                List.of(
                        "OP-07 2026-10-25T09:00 2026-10-25T10:00 calls",
                        "OP-07 2026-10-27T09:00 2026-10-27T10:00 calls"),
                shifts(
                        "DTSTART;TZID=Europe/Paris:20261025T090000",
                        "DTEND;TZID=Europe/Paris:20261025T100000",
                        "RRULE:FREQ=DAILY;COUNT=3",
                        exception));
    }

    @Test
    void furtherDatesAreAdded() {
        assertEquals(
                List.of(
                        "OP-07 2026-10-25T09:00 2026-10-25T10:00 calls",
                        "OP-07 2026-10-28T14:00 2026-10-28T15:00 calls"),
                shifts("DTSTART:20261025T090000", "DTEND:20261025T100000", "RDATE:20261028T140000"));
    }

    private static final String WEEKLY =
            event("UID:a", "DTSTART;TZID=Europe/Paris:20261026T090000", "DURATION:PT1H", "RRULE:FREQ=DAILY;COUNT=2");

    @Test
    void anEventThatReplacesAnOccurrenceStandsInItsPlaceWhereverItStandsInTheFile() {
        for (var id : List.of(
                "RECURRENCE-ID:20261027T080000Z",
                "RECURRENCE-ID;TZID=Europe/Paris:20261027T090000",
                "RECURRENCE-ID;VALUE=DATE:20261027")) {
            var moved = event("UID:a", id, "DTSTART:20261027T140000", "DTEND:20261027T180000");
            for (var parts : List.of(List.of(WEEKLY, moved), List.of(moved, WEEKLY))) {
                var read = new ArrayList<>(read(PLAIN, SHIFTS, calendar(parts.toArray(String[]::new))));
                read.sort(null);
                assertEquals(
                        List.of(
                                "OP-07 2026-10-26T09:00 2026-10-26T10:00 calls",
                                "OP-07 2026-10-27T14:00 2026-10-27T18:00 calls"),
                        read);
            }
        }
    }

    @Test
    void anOccurrenceThatIsCancelledIsRejectedAndTheOthersStay() {
        var cancelled = event(
                "UID:a",
                "RECURRENCE-ID:20261027T080000Z",
                "DTSTART:20261027T090000",
                "DTEND:20261027T100000",
                "STATUS:CANCELLED");
        assertEquals(
                List.of("OP-07 2026-10-26T09:00 2026-10-26T10:00 calls", "cancelled"),
                read(PLAIN, SHIFTS, calendar(WEEKLY, cancelled)));
    }

    @Test
    void ofVersionsOfAnEventTheLastCounts() {
        var first = event("UID:a", "SEQUENCE:3", "DTSTART:20261026T090000", "DTEND:20261026T100000");
        var older = event("UID:a", "SEQUENCE:2", "DTSTART:20261026T110000", "DTEND:20261026T120000");
        assertEquals(
                List.of("OP-07 2026-10-26T09:00 2026-10-26T10:00 calls"), read(PLAIN, SHIFTS, calendar(first, older)));
        assertEquals(
                List.of("OP-07 2026-10-26T09:00 2026-10-26T10:00 calls"), read(PLAIN, SHIFTS, calendar(older, first)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"FREQ=SECONDLY;COUNT=5", "COUNT=5"})
    void aRuleThatNoPlanningNeedsIsRejected(String rule) {
        assertEquals(
                List.of("unsupported-recurrence"),
                shifts("DTSTART:20261026T090000", "DTEND:20261026T100000", "RRULE:" + rule));
    }

    @Test
    void aRuleThatCannotBeReadOrNeverStopsIsRejected() {
        assertEquals(
                List.of("bad-value"),
                shifts("DTSTART:20261026T090000", "DTEND:20261026T100000", "RRULE:FREQ=WEEKLY;BYDAY=XX;COUNT=2"));
        assertEquals(
                List.of("too-many-occurrences"),
                shifts("DTSTART:20261026T090000", "DTEND:20261026T100000", "RRULE:FREQ=HOURLY;COUNT=999999"));
        assertEquals(
                List.of("unsupported-recurrence"),
                shifts(
                        "RECURRENCE-ID;RANGE=THISANDFUTURE:20261026T090000",
                        "DTSTART:20261026T090000",
                        "DTEND:20261026T100000"));
    }

    // --- what an event says ------------------------------------------------------------------------------------------

    @Test
    void whatTakesNoTimeIsNoShiftButMayBeLeave() {
        var event = event("DTSTART;VALUE=DATE:20261105", "TRANSP:TRANSPARENT");
        assertEquals(List.of("transparent"), read(PLAIN, SHIFTS, calendar(event)));
        assertEquals(List.of("OP-07 2026-11-05 2026-11-05 leave"), read(PLAIN, ABSENCES, calendar(event)));
    }

    @Test
    void aCalendarThatCancelsKeepsNothing() {
        assertEquals(
                List.of("cancelled"),
                read(
                        PLAIN,
                        SHIFTS,
                        calendar("METHOD:CANCEL\n", event("DTSTART:20261105T140000", "DTEND:20261105T150000"))));
    }

    @Test
    void wordsStandInTheTitleOrAmongTheCategories() {
        var format = mapped(
                Map.of("operator_id", Field.SUMMARY, "activity", Field.CATEGORIES),
                Map.of("activity", "work"),
                Map.of(
                        "operator_id", Map.of("Anne", "OP-01", "Anne-Lise", "OP-02"),
                        "activity", Map.of("réunion", "meeting")));
        var times = "DTSTART:20261105T140000\nDTEND:20261105T150000\n";
        assertEquals(
                List.of(
                        "OP-01 2026-11-05T14:00 2026-11-05T15:00 meeting",
                        "OP-02 2026-11-05T14:00 2026-11-05T15:00 work",
                        "Suzanne 2026-11-05T14:00 2026-11-05T15:00 Sieste"),
                read(
                        format,
                        SHIFTS,
                        calendar(
                                event(times + "SUMMARY:Anne\\, matin", "CATEGORIES:Équipe,Réunion"),
                                event(times + "SUMMARY:Appels (Anne-Lise)"),
                                event(times + "SUMMARY:Suzanne", "CATEGORIES:Sieste"))));
    }

    @Test
    void aShiftOfSeveralPeopleIsOneOfEach() {
        var format = mapped(Map.of("operator_id", Field.ATTENDEE), null, Map.of("operator_id", Map.of("Zoé", "OP-03")));
        assertEquals(
                List.of(
                        "anne@exemple.fr 2026-11-05T14:00 2026-11-05T15:00 calls",
                        "OP-03 2026-11-05T14:00 2026-11-05T15:00 calls"),
                read(
                        format,
                        SHIFTS,
                        calendar(event(
                                "DTSTART:20261105T140000",
                                "DTEND:20261105T150000",
                                "ATTENDEE;CN=Anne;PARTSTAT=ACCEPTED:mailto:anne@exemple.fr",
                                "ATTENDEE;CN=\"Zoé; équipe B\":MAILTO:zoe@exemple.fr",
                                "ATTENDEE;PARTSTAT=DECLINED:mailto:luc@exemple.fr",
                                "ATTENDEE;CUTYPE=ROOM:mailto:salle@exemple.fr"))));
    }

    @Test
    void instructionsHoldFromAndUntil() {
        var format = mapped(
                Map.of("practice_id", Field.ORGANIZER, "kind", Field.SUMMARY),
                null,
                Map.of(
                        "practice_id", Map.of("cabinet@exemple.fr", "P0001"),
                        "kind", Map.of("messages", "message_only")));
        assertEquals(
                List.of("P0001 2026-11-05T00:00 2026-11-06T00:00 message_only"),
                read(
                        format,
                        INSTRUCTIONS,
                        calendar(event(
                                "DTSTART;VALUE=DATE:20261105",
                                "ORGANIZER;CN=Cabinet:mailto:cabinet@exemple.fr",
                                "SUMMARY:Prendre les messages"))));
    }

    @Test
    void slotsOfAnAgendaAreCountedByHalfDay() {
        var format = mapped(null, Map.of("practice_id", "P0001"), null);
        assertEquals(
                List.of("OP-07 P0001 2026-11-05 am 60 3 2", "OP-07 P0001 2026-11-05 pm 15 1 0", "bad-value"),
                read(
                        format,
                        AGENDA,
                        calendar(
                                event("DTSTART:20261105T090000", "DURATION:PT20M", "RRULE:FREQ=HOURLY;COUNT=2"),
                                event("DTSTART:20261105T123000", "DURATION:PT20M", "TRANSP:TRANSPARENT"),
                                event("DTSTART:20261105T140000", "DURATION:PT15M", "TRANSP:TRANSPARENT"),
                                event("DTSTART;VALUE=DATE:20261105"))));
    }

    // --- text --------------------------------------------------------------------------------------------------------

    @Test
    void linesAreUnfoldedInTheMiddleOfACharacterAndEndEitherWay() {
        var format = mapped(Map.of("operator_id", Field.SUMMARY), null, null);
        for (var ending : List.of("\r\n", "\n")) {
            var head = "\uFEFF"
                    + "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261105T1400\n 00\nDTEND:20261105T150000\nSUMMARY:H";
            var bytes = new ByteArrayOutputStream();
            bytes.writeBytes(head.replace("\n", ending).getBytes(StandardCharsets.UTF_8));
            bytes.write(0xC3);
            bytes.writeBytes((ending + " ").getBytes(StandardCharsets.UTF_8));
            bytes.write(0xA9);
            bytes.writeBytes("l\n \u00e8ne\nEND:VEVENT\n\nEND:VCALENDAR"
                    .replace("\n", ending)
                    .getBytes(StandardCharsets.UTF_8));
            var record = records(format, SHIFTS, bytes.toByteArray()).get(0);
            assertEquals("Hélène", record.values()[0]);
            assertEquals("2026-11-05T14:00", record.values()[1]);
            assertEquals(2, record.line());
        }
    }

    @Test
    void aLineThatIsNoPropertyOrNotUtf8RejectsItsEventOnly() {
        var good = event("DTSTART:20261105T140000", "DTEND:20261105T150000");
        var text = calendar(event("DTSTART:20261105T140000", "DTEND:20261105T150000", "n'importe quoi"), good);
        assertEquals(List.of("bad-value", "OP-07 2026-11-05T14:00 2026-11-05T15:00 calls"), read(PLAIN, SHIFTS, text));
        var latin = calendar(event("DTSTART:20261105T140000", "DTEND:20261105T150000", "SUMMARY:é"), good);
        var records = records(PLAIN, SHIFTS, latin.getBytes(StandardCharsets.ISO_8859_1));
        assertEquals("not-utf-8", records.get(0).problem().reason());
        assertEquals(null, records.get(1).problem());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "operator_id,starts_at\n",
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261105T140000\n",
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR\n"
            })
    void aFileThatIsNoCalendarOrIsCutOffIsRefused(String text) {
        assertThrows(BadFile.class, () -> records(PLAIN, SHIFTS, text));
    }

    @Test
    void nothingIsPrinted() {
        var printed = new ByteArrayOutputStream();
        var out = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            assertEquals(
                    2,
                    shifts("DTSTART:20261026T090000", "DTEND:20261026T100000", "RRULE:FREQ=DAILY;COUNT=2")
                            .size());
        } finally {
            System.setOut(out);
        }
        assertEquals("", printed.toString(StandardCharsets.UTF_8));
    }

    // --- configuration -----------------------------------------------------------------------------------------------

    @Test
    void itIsReadWithoutParametersAndRefusesWhatCannotBe() {
        assertEquals(PLAIN, Format.withoutParameters("icalendar").orElseThrow());
        PLAIN.check(SHIFTS);
        PLAIN.check(ABSENCES);
        PLAIN.check(INSTRUCTIONS);
        assertThrows(IllegalArgumentException.class, () -> PLAIN.check(AGENDA), "an agenda belongs to a practice");
        assertThrows(IllegalArgumentException.class, () -> PLAIN.check(wanted(InputKind.CALLS, "call_id")));
        for (var column : List.of("starts_at", "operatr_id")) {
            var wrong = mapped(Map.of(column, Field.SUMMARY), null, null);
            assertThrows(IllegalArgumentException.class, () -> wrong.check(SHIFTS));
        }
        var day = LocalDate.of(2026, 3, 30);
        assertThrows(IllegalArgumentException.class, () -> new Icalendar(day, day, null, null, null));
    }
}
