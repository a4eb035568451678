package fr.vigie.jobs.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.vigie.input.InputKind;
import fr.vigie.jobs.error.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AsteriskCdrTest {
    private static final Path SCENARIOS = Path.of(
            System.getProperty("vigie.data", "../../shared/data"), "cdr", "asterisk-specification-scenarios.csv");
    private static final List<String> SIXTEEN =
            List.of(("accountcode,src,dst,dcontext,clid,channel,dstchannel,lastapp,lastdata,"
                            + "start,answer,end,duration,billsec,disposition,amaflags")
                    .split(","));
    private static final List<String> TWENTY_ONE = Stream.concat(
                    SIXTEEN.stream(), Stream.of("uniqueid", "userfield", "peeraccount", "linkedid", "sequence"))
            .toList();
    private static final Wanted WANTED = new Wanted(
            InputKind.CALLS,
            List.of(
                    "call_id",
                    "outcome",
                    "caller",
                    "practice_id",
                    "called_number",
                    "operator_id",
                    "arrived_at",
                    "answered_at",
                    "ended_at"),
            List.of(),
            ZoneId.of("Europe/Paris"));

    @TempDir
    Path folder;

    private static AsteriskCdr format(List<String> layout) {
        return new AsteriskCdr(layout, null, null, null);
    }

    private static AsteriskCdr gmt(List<String> layout) {
        return new AsteriskCdr(layout, true, null, null);
    }

    private InputFile file(String name, String... lines) throws IOException {
        return InputFile.of(Files.write(folder.resolve(name), List.of(lines)), Limits.usual());
    }

    /** A line of the standard columns and further ones, quoted as Asterisk does. */
    private static String line(
            String dst, String party, String app, String start, String answer, String end, String how, String... more) {
        return "\"\",\"0199001122\",\"%s\",\"from-trunk\",\"\"\"Alice\"\" <0199001122>\",\"PJSIP/trunk-00000001\",\"%s\",\"%s\",\"x,y\",\"%s\",%s,\"%s\",%d,%d,\"%s\",\"DOCUMENTATION\""
                        .formatted(
                                dst,
                                party,
                                app,
                                start,
                                answer.isEmpty() ? "" : "\"" + answer + "\"",
                                end,
                                seconds(start, end),
                                answer.isEmpty() ? 0 : seconds(answer, end),
                                how)
                + Stream.of(more)
                        .map(m -> m.matches("\\d{1,3}") ? "," + m : ",\"" + m + "\"")
                        .reduce("", String::concat);
    }

    /** Seconds between two local times of the same offset. */
    private static long seconds(String from, String to) {
        return java.time.Duration.between(
                        java.time.LocalDateTime.parse(from.replace(' ', 'T')),
                        java.time.LocalDateTime.parse(to.replace(' ', 'T')))
                .toSeconds();
    }

    private static List<String> read(Format format, InputFile... files) {
        var records = new ArrayList<String>();
        format.read(List.of(files), WANTED)
                .forEachRemaining(r -> records.add(
                        r.problem() == null
                                ? String.join(
                                        " ",
                                        Stream.of(r.values())
                                                .map(v -> v == null ? "-" : v)
                                                .toList())
                                : r.file() + ":" + r.line() + " " + r.problem().reason()));
        return records;
    }

    @Test
    void theRecordsOfACallAreOneCall() throws IOException {
        // One queued call, two records that both last 180 s: it lasted 180 s once.
        var master = file(
                "Master.csv",
                line(
                        "800",
                        "SIP/bob-00000001",
                        "Queue",
                        "2026-03-30 08:00:00",
                        "",
                        "2026-03-30 08:03:00",
                        "BUSY",
                        "1774850400.2",
                        "",
                        "",
                        "1774850400.2",
                        "101"),
                line(
                        "800",
                        "SIP/eve-00000002",
                        "Queue",
                        "2026-03-30 08:00:00",
                        "2026-03-30 08:01:00",
                        "2026-03-30 08:03:00",
                        "ANSWERED",
                        "1774850400.2",
                        "",
                        "",
                        "1774850400.2",
                        "102"));
        assertEquals(
                List.of(
                        "1774850400.2 answered 0199001122 - 800 eve 2026-03-30T06:00:00Z 2026-03-30T06:01:00Z 2026-03-30T06:03:00Z"),
                read(format(TWENTY_ONE), master));
    }

    @Test
    void aCallThatNobodyTookIsNotAnsweredThoughItsRecordSaysSo() throws IOException {
        var master = file(
                "Master.csv",
                line(
                        "800",
                        "",
                        "Queue",
                        "2026-03-30 08:00:00",
                        "2026-03-30 08:00:00",
                        "2026-03-30 08:03:00",
                        "ANSWERED",
                        "1774850400.2",
                        "",
                        "",
                        "1774850400.2",
                        "101"),
                line(
                        "s",
                        "SIP/bob-00000001",
                        "Dial",
                        "2026-03-30 09:00:00",
                        "",
                        "2026-03-30 09:00:10",
                        "NO ANSWER",
                        "1774854000.3",
                        "",
                        "",
                        "1774854000.3",
                        "102"),
                line(
                        "s",
                        "",
                        "Hangup",
                        "2026-03-30 09:00:10",
                        "2026-03-30 09:00:10",
                        "2026-03-30 09:00:10",
                        "ANSWERED",
                        "1774854000.3",
                        "",
                        "",
                        "1774854000.3",
                        "103"),
                line(
                        "s",
                        "",
                        "VoiceMail",
                        "2026-03-30 09:10:00",
                        "2026-03-30 09:10:00",
                        "2026-03-30 09:10:40",
                        "ANSWERED",
                        "1774854600.4",
                        "",
                        "",
                        "1774854600.4",
                        "104"),
                line(
                        "s",
                        "SIP/bob-00000001",
                        "Dial",
                        "2026-03-30 09:20:00",
                        "",
                        "2026-03-30 09:20:01",
                        "CONGESTION",
                        "1774855200.5",
                        "",
                        "",
                        "1774855200.5",
                        "105"));
        assertEquals(
                List.of("abandoned", "abandoned", "voicemail", "blocked"),
                read(format(TWENTY_ONE), master).stream()
                        .map(r -> r.split(" ")[1])
                        .toList());
    }

    @Test
    void theSecondFileOfAnAccountAddsNothing() throws IOException {
        var record = line(
                "800",
                "SIP/bob-00000001",
                "Dial",
                "2026-03-30 08:00:00",
                "2026-03-30 08:00:05",
                "2026-03-30 08:03:00",
                "ANSWERED",
                "1774850400.2",
                "",
                "",
                "1774850400.2",
                "101");
        var once = read(format(TWENTY_ONE), file("Master.csv", record));
        assertEquals(once, read(format(TWENTY_ONE), file("Master.csv", record), file("account.csv", record)));
    }

    @Test
    void theRecordsOfACallMayStandInRotatedFilesWhateverTheirNames() throws IOException {
        var later = file(
                "Master.csv",
                line(
                        "800",
                        "SIP/bob-00000001",
                        "Dial",
                        "2026-03-30 08:00:20",
                        "2026-03-30 08:00:25",
                        "2026-03-30 08:03:00",
                        "ANSWERED",
                        "1774850400.2",
                        "",
                        "",
                        "1774850400.2",
                        "102"));
        var earlier = file(
                "Master.csv.1",
                line(
                        "800",
                        "SIP/eve-00000002",
                        "Dial",
                        "2026-03-30 08:00:00",
                        "",
                        "2026-03-30 08:00:20",
                        "NO ANSWER",
                        "1774850400.2",
                        "",
                        "",
                        "1774850400.2",
                        "101"));
        assertEquals(
                List.of(
                        "1774850400.2 answered 0199001122 - 800 bob 2026-03-30T06:00:00Z 2026-03-30T06:00:25Z 2026-03-30T06:03:00Z"),
                read(format(TWENTY_ONE), later, earlier));
    }

    @Test
    void theUniqueidTellsWhichOfTheTwoHoursOfTheAutumnChangeIsMeant() throws IOException {
        // 02:30 is 00:30Z (1792888200) or 01:30Z (1792891800).
        var first = line(
                "800",
                "SIP/bob-00000001",
                "Dial",
                "2026-10-25 02:30:00",
                "2026-10-25 02:30:05",
                "2026-10-25 02:31:00",
                "ANSWERED",
                "1792888200.2",
                "",
                "",
                "1792888200.2",
                "1");
        var second = line(
                "800",
                "SIP/bob-00000001",
                "Dial",
                "2026-10-25 02:30:00",
                "2026-10-25 02:30:05",
                "2026-10-25 02:31:00",
                "ANSWERED",
                "pbx-1-1792891800.3",
                "",
                "",
                "pbx-1-1792891800.3",
                "2");
        assertEquals(
                List.of(
                        "1792888200.2 answered 0199001122 - 800 bob 2026-10-25T00:30:00Z 2026-10-25T00:30:05Z 2026-10-25T00:31:00Z",
                        "pbx-1-1792891800.3 answered 0199001122 - 800 bob 2026-10-25T01:30:00Z 2026-10-25T01:30:05Z 2026-10-25T01:31:00Z"),
                read(format(TWENTY_ONE), file("Master.csv", first, second)));
    }

    @Test
    void aCallThroughTheAutumnChangeKeepsItsDuration() throws IOException {
        // From 02:50 of summer time to 02:05 of winter time: fifteen minutes.
        var master = file(
                "Master.csv",
                line(
                                "800",
                                "SIP/bob-00000001",
                                "Dial",
                                "2026-10-25 02:50:00",
                                "2026-10-25 02:05:00",
                                "2026-10-25 02:05:00",
                                "ANSWERED",
                                "1792889400.2",
                                "",
                                "",
                                "1792889400.2",
                                "1")
                        .replace(",-2700,", ",900,"));
        assertEquals(
                List.of(
                        "1792889400.2 answered 0199001122 - 800 bob 2026-10-25T00:50:00Z 2026-10-25T01:05:00Z 2026-10-25T01:05:00Z"),
                read(format(TWENTY_ONE), master));
    }

    @Test
    void withoutAUniqueidTheAmbiguousTimeIsLeftAsItIsToBeCounted() throws IOException {
        var master = file(
                "Master.csv",
                line("800", "SIP/bob-00000001", "Dial", "2026-10-25 02:30:00", "", "2026-10-25 02:31:00", "NO ANSWER"));
        assertTrue(read(format(SIXTEEN), master).get(0).endsWith(" 2026-10-25T02:30 - 2026-10-25T00:31:00Z"));
    }

    @Test
    void timesInGmtHaveNoAmbiguousHour() throws IOException {
        var master = file(
                "Master.csv",
                line("800", "SIP/bob-00000001", "Dial", "2026-10-25 02:30:00", "", "2026-10-25 02:31:00", "NO ANSWER"));
        assertTrue(read(gmt(SIXTEEN), master).get(0).endsWith(" 2026-10-25T02:30:00Z - 2026-10-25T02:31:00Z"));
    }

    @Test
    void aTimeThatTheSpringChangeSkipsIsRejected() throws IOException {
        var master = file(
                "Master.csv", line("800", "", "Dial", "2026-03-29 02:30:00", "", "2026-03-29 03:31:00", "NO ANSWER"));
        assertEquals(List.of("0:1 nonexistent-local-time"), read(format(SIXTEEN), master));
    }

    @Test
    void recordsThatCannotBeRightAreRejectedOneByOne() throws IOException {
        var good = line("800", "", "Dial", "2026-03-30 08:00:00", "", "2026-03-30 08:01:00", "NO ANSWER");
        var master = file(
                "Master.csv",
                line("800", "", "Dial", "2026-03-30 08:00:00", "", "2026-03-30 07:01:00", "NO ANSWER")
                        .replace(",-", ","),
                line("800", "", "Dial", "2026-03-30 08:00:00", "2026-03-30 08:02:00", "2026-03-30 08:01:00", "ANSWERED")
                        .replace(",-60,", ",0,"),
                good.replace("NO ANSWER", "PERHAPS"),
                good.replace("\"2026-03-30 08:01:00\"", "\"2026-03-30 8:01:00\""),
                good.replace(",60,", ",-60,"),
                good + ",\"surplus\"",
                good);
        var read = read(format(SIXTEEN), master);
        assertEquals(
                List.of(
                        "0:1 ends-before-it-begins",
                        "0:2 times-out-of-order",
                        "0:3 bad-value",
                        "0:4 bad-value",
                        "0:5 bad-value",
                        "0:6 wrong-number-of-fields"),
                read.subList(0, 6));
        assertEquals(7, read.size());
    }

    @Test
    void theLayoutIsNeverGuessed() throws IOException {
        var master = file(
                "Master.csv", line("800", "", "Dial", "2026-03-30 08:00:00", "", "2026-03-30 08:01:00", "NO ANSWER"));
        var error = assertThrows(UserError.class, () -> read(format(TWENTY_ONE), master));
        assertTrue(String.valueOf(error.getMessage()).contains("21 fields"), error.getMessage());
        assertTrue(Format.withoutParameters("asterisk-cdr").isEmpty());
    }

    @Test
    void aLayoutThatIsNoneOfAsterisksIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> format(SIXTEEN.subList(0, 15)));
        var misspelt = new ArrayList<>(TWENTY_ONE);
        misspelt.set(19, "linkeid");
        var error = assertThrows(IllegalArgumentException.class, () -> format(misspelt));
        assertTrue(String.valueOf(error.getMessage()).contains("linkedid"), error.getMessage());
        var twice = new ArrayList<>(TWENTY_ONE);
        twice.set(20, "linkedid");
        assertThrows(IllegalArgumentException.class, () -> format(twice));
    }

    @Test
    void callsThatBeganInAnotherContextAreNoRecords() throws IOException {
        var in = line("800", "", "Dial", "2026-03-30 08:00:00", "", "2026-03-30 08:01:00", "NO ANSWER", "1774850400.2");
        var out = in.replace("from-trunk", "internal").replace(".2", ".3");
        var layout = TWENTY_ONE.subList(0, 17);
        var master = file("Master.csv", in, out);
        assertEquals(2, read(format(layout), master).size());
        assertEquals(
                1,
                read(new AsteriskCdr(layout, null, null, List.of("from-trunk")), master)
                        .size());
    }

    @Test
    void aColumnMayHoldThePractice() throws IOException {
        var layout = TWENTY_ONE.subList(0, 17);
        var master = file(
                "Master.csv",
                line("800", "", "Dial", "2026-03-30 08:00:00", "", "2026-03-30 08:01:00", "NO ANSWER", "1774850400.2")
                        .replaceFirst("\"\"", "\"P001\""));
        assertTrue(read(new AsteriskCdr(layout, null, "accountcode", null), master)
                .get(0)
                .startsWith("1774850400.2 abandoned 0199001122 P001 - - "));
    }

    @Test
    void aNameInAnotherEncodingDoesNoHarm() throws IOException {
        var text = line(
                        "800",
                        "",
                        "Dial",
                        "2026-03-30 08:00:00",
                        "",
                        "2026-03-30 08:01:00",
                        "NO ANSWER",
                        "1774850400.2")
                .replace("Alice", "H\u00e9l\u00e8ne");
        var path = Files.write(folder.resolve("Master.csv"), (text + "\n").getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(
                1,
                read(format(TWENTY_ONE.subList(0, 17)), InputFile.of(path, Limits.usual()))
                        .size());
    }

    @Test
    void anAnswerOfNoLengthIsAnAnswer() throws IOException {
        // A local channel that was optimised away: its record ends as it is answered.
        var at = "2026-03-30 08:00:09";
        var master = file(
                "Master.csv",
                line("800", "Local/201@agents-00000001;1", "Dial", "2026-03-30 08:00:00", at, at, "ANSWERED"));
        assertTrue(read(format(SIXTEEN), master).get(0).contains(" answered 0199001122 - 800 201 "));
    }

    @Test
    void columnsStandWhereTheLayoutSays() throws IOException {
        var layout = new ArrayList<>(SIXTEEN);
        layout.add(0, "uniqueid");
        var master = file(
                "Master.csv",
                "\"1774850400.2\","
                        + line("800", "", "Dial", "2026-03-30 08:00:00", "", "2026-03-30 08:01:00", "NO ANSWER"));
        assertTrue(read(format(layout), master).get(0).startsWith("1774850400.2 abandoned 0199001122 - 800 - "));
    }

    /** What the examples of Asterisk's specification come to: outcome, operator, answer and end of each call. */
    @Test
    void theExamplesOfTheSpecificationAreTheCallsThatTheyDescribe() throws IOException, BadValue {
        assumeTrue(
                Files.isReadable(SCENARIOS), () -> "no " + SCENARIOS + "; -Dvigie.data=FOLDER says where the data are");
        var expected = new TreeMap<String, List<String>>();
        expected.put("Unanswered \"Inbound\" Call", List.of("abandoned - - 13:11:20"));
        expected.put("Unanswered \"Outbound\" Call", List.of("abandoned - - 13:11:20"));
        expected.put("Single Party", List.of("abandoned - - 13:12:18"));
        expected.put("Basic Call", List.of("answered bob 13:11:26 13:13:18"));
        expected.put("Unanswered Dial", List.of("abandoned - - 13:11:28"));
        expected.put("Parallel Dial", List.of("answered bob 13:11:28 13:12:28"));
        expected.put("Blind Transfer", List.of("answered bob 13:11:28 13:12:53"));
        expected.put("Core Attended Transfer to Channel", List.of("answered bob 13:11:28 13:12:53"));
        expected.put("Core Attended Transfer to Application", List.of("answered bob 13:11:28 13:13:18"));
        // Its first record has a broken time, and its legs do not share a linkedid.
        expected.put(
                "SIP Protocol Attended Transfer",
                List.of("answered charlie 13:11:58 13:12:08", "answered charlie 13:12:08 13:13:08", "bad-value"));
        expected.put("Blonde Transfer", List.of("answered bob 13:11:28 13:12:30"));
        expected.put("Three Way Call", List.of("answered bob 13:11:28 13:13:18"));
        expected.put("SIP Attended Transfer", List.of("answered bob 13:11:28 13:12:28"));
        expected.put("Local channel to an application", List.of("answered alice 13:11:28 13:12:18"));
        expected.put("Local channel between bridges", List.of("answered alice 13:11:28 13:12:18"));
        expected.put("Call Park", List.of("answered bob 13:11:28 13:13:38"));
        expected.put("Call Queue - Example 1", List.of("answered charlie 13:12:18 13:14:18"));
        expected.put("Call Queue - Example 2", List.of("answered charlie 13:12:38 13:14:18"));
        expected.put("Conference Call", List.of("answered bob 13:11:28 13:15:18"));
        // One of its records has a broken time.
        expected.put(
                "A Complex Example",
                List.of("answered bob 13:00:05 13:06:00", "answered charlie 13:01:20 13:03:20", "bad-value"));

        var actual = new TreeMap<String, List<String>>();
        for (var scenario : scenarios().entrySet()) {
            var master = file("Master.csv", scenario.getValue().toArray(String[]::new));
            actual.put(
                    scenario.getKey(),
                    read(gmt(TWENTY_ONE), master).stream()
                            .map(AsteriskCdrTest::brief)
                            .sorted()
                            .toList());
        }
        assertEquals(lines(expected), lines(actual));
    }

    private static String brief(String record) {
        var values = record.split(" ");
        return values.length == 2
                ? values[1]
                : "%s %s %s %s".formatted(values[1], values[5], clock(values[7]), clock(values[8]));
    }

    private static String clock(String instant) {
        return instant.equals("-") ? instant : instant.substring(11, 19);
    }

    private static String lines(Map<String, List<String>> map) {
        return String.join("\n", map.entrySet().stream().map(Object::toString).toList());
    }

    /** The lines of each example, without its name. */
    private static Map<String, List<String>> scenarios() throws IOException, BadValue {
        var scenarios = new LinkedHashMap<String, List<String>>();
        try (var text = InputFile.of(SCENARIOS, Limits.usual()).delimited(',')) {
            while (text.next()) {
                var line = new ArrayList<String>();
                for (int i = 1; i < text.header().size(); i++) {
                    var value = text.text(i);
                    line.add(value == null ? "" : "\"" + value.replace("\"", "\"\"") + "\"");
                }
                scenarios
                        .computeIfAbsent(String.valueOf(text.text(0)), n -> new ArrayList<>())
                        .add(String.join(",", line));
            }
        }
        return scenarios;
    }
}
