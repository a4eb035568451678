package fr.vigie.jobs.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.vigie.jobs.error.UserError;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class CalcForecastCommandTest {
    private static final Path BANK = Path.of(
            System.getProperty("vigie.data", "../../shared/data"), "series/bank-calls-30min-2003-03-to-2003-09-21.csv");

    @TempDir
    Path folder;

    /** Runs the command and reads what it wrote, the header first. */
    private List<String[]> forecast(Path input, String... options) throws IOException {
        var output = folder.resolve("out.csv");
        var arguments = new ArrayList<>(List.of("--input", input.toString()));
        arguments.addAll(Arrays.asList(options));
        if (!arguments.contains("--output")) {
            arguments.addAll(List.of("--output", output.toString()));
        }
        var line = new CommandLine(new CalcForecastCommand());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.parseArgs(arguments.toArray(String[]::new));
        line.<CalcForecastCommand>getCommand().run();
        return Files.readAllLines(output).stream()
                .map(row -> row.split(",", -1))
                .toList();
    }

    private Path file(List<String> rows) throws IOException {
        var all = new ArrayList<>(List.of("unique_id,ds,y"));
        all.addAll(rows);
        return Files.write(folder.resolve("series.csv"), all);
    }

    /** Hours of a weekly rhythm from a Monday on. */
    private static List<String> hours(String id, int count) {
        var rows = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            var at = LocalDateTime.of(2026, 3, 2, 0, 0).plusHours(i);
            int noise = Math.floorMod(i * 7919, 13) - 6;
            int y = 40 + 10 * (at.getHour() % 12) + (at.getDayOfWeek() == DayOfWeek.MONDAY ? 30 : 0) + noise;
            rows.add(id + "," + at + "," + y);
        }
        return rows;
    }

    private String refusal(List<String> rows, String... options) {
        var e = assertThrows(UserError.class, () -> forecast(file(rows), options));
        assertFalse(Files.exists(folder.resolve("out.csv")), "nothing is half written");
        var lines = e.getMessage().lines().toList();
        assertTrue(lines.size() == 1 || (lines.size() == 2 && lines.get(1).startsWith("Maybe ")), e.getMessage());
        return e.getMessage();
    }

    @Test
    void writesOneRowAnIntervalAndOnePairOfColumnsALevel() throws IOException {
        var rows = hours("a", 24 * 28);
        rows.addAll(hours("b", 24 * 28));
        var out = forecast(file(rows), "--horizon", "48", "--season", "24,168", "--level", "50,95");
        assertEquals("unique_id,ds,mean,lo-50,hi-50,lo-95,hi-95", String.join(",", out.get(0)));
        assertEquals(1 + 2 * 48, out.size());
        assertEquals("a", out.get(1)[0]);
        assertEquals("2026-03-30T00:00", out.get(1)[1]);
        assertEquals("b", out.get(96)[0]);
        for (var row : out.subList(1, out.size())) {
            var values =
                    Arrays.stream(row, 2, 7).mapToDouble(Double::parseDouble).toArray();
            assertTrue(values[3] <= values[1] && values[1] <= values[2] && values[2] <= values[4], row[1]);
            assertTrue(values[3] <= values[0] && values[0] <= values[4], row[1]);
        }
    }

    @ParameterizedTest
    @MethodSource("fr.vigie.forecast.ForecastModel#names")
    void everyModelFindsTheRhythm(String model) throws IOException {
        var out = forecast(file(hours("a", 24 * 42)), "--horizon", "168", "--model", model, "--calendar", "FR");
        double monday = 0;
        double tuesday = 0;
        for (int h = 0; h < 24; h++) {
            monday += Double.parseDouble(out.get(1 + h)[2]) / 24;
            tuesday += Double.parseDouble(out.get(25 + h)[2]) / 24;
        }
        assertEquals(40 + 55 + 30, monday, 4);
        assertEquals(40 + 55, tuesday, 4);
    }

    @Test
    void gapsEmptyValuesAndDisorderAreNoObstacle() throws IOException {
        var whole = hours("a", 24 * 35);
        var rows = new ArrayList<>(whole);
        rows.set(500, rows.get(500).replaceAll(",[0-9]+$", ","));
        rows.subList(300, 320).clear();
        Collections.reverse(rows);
        var patchy = forecast(file(rows), "--horizon", "24");
        var complete = forecast(file(whole), "--horizon", "24");
        for (int h = 1; h <= 24; h++) {
            assertEquals(complete.get(h)[1], patchy.get(h)[1]);
            assertEquals(Double.parseDouble(complete.get(h)[2]), Double.parseDouble(patchy.get(h)[2]), 6);
        }
    }

    @Test
    void aConstantSeriesStaysConstant() throws IOException {
        var rows = hours("a", 24 * 28);
        rows.replaceAll(row -> row.replaceAll(",[0-9]+$", ",5"));
        for (var row : forecast(file(rows), "--horizon", "24").subList(1, 25)) {
            assertEquals("5,5,5,5,5", String.join(",", Arrays.copyOfRange(row, 2, 7)));
        }
    }

    @Test
    void aSeriesOfZerosIsForecastAsZero() throws IOException {
        var rows = hours("a", 24 * 28);
        rows.replaceAll(row -> row.replaceAll(",[0-9]+$", ",0"));
        assertEquals("0", forecast(file(rows), "--horizon", "1").get(1)[4]);
    }

    @Test
    void holidaysOfAnEventsFileAreForecastAsHolidays() throws IOException {
        var rows = hours("a", 24 * 7 * 12);
        for (var holiday : List.of("2026-03-18", "2026-04-09", "2026-05-12")) {
            rows.replaceAll(row -> row.contains(holiday) ? row.replaceAll(",[0-9]+$", ",20") : row);
        }
        var events = Files.writeString(
                folder.resolve("events.csv"),
                """
                event_id,starts_on,ends_on,kind
                1,2026-03-18,2026-03-18,holiday
                2,2026-04-09,,holiday
                3,2026-05-12,2026-05-12,holiday
                4,2026-05-26,2026-05-26,holiday
                5,2026-05-28,2026-05-28,campaign
                """);
        var out = forecast(file(rows), "--horizon", "168", "--events", events.toString());
        double[] days = new double[7];
        for (int h = 0; h < 168; h++) {
            days[h / 24] += Double.parseDouble(out.get(1 + h)[2]) / 24;
        }
        assertTrue(days[1] < 0.6 * days[4], "Tuesday, a holiday: " + days[1] + ", Friday: " + days[4]);
        assertEquals(95, days[3], 4);
    }

    @Test
    void aCampaignOfAnEventsFileDoesWhatThoseBeforeDid() throws IOException {
        for (var model : List.of("auto", "hour-of-week-regression")) {
            var rows = hours("a", 24 * 7 * 12);
            for (var week : List.of("2026-03-(0[2-8])", "2026-03-(30|31)|2026-04-(0[1-5])", "2026-04-(2[0-6])")) {
                rows.replaceAll(row -> row.matches("a,(" + week + ")T.*") ? halfAsManyAgain(row) : row);
            }
            var events = Files.writeString(
                    folder.resolve("events.csv"),
                    """
                    starts_on,ends_on,kind
                    2026-03-02,2026-03-08,campaign
                    2026-03-30,2026-04-05,campaign
                    2026-04-20,2026-04-26,campaign
                    2026-05-26,2026-05-27,campaign
                    """);
            var told = forecast(file(rows), "--horizon", "168", "--model", model, "--events", events.toString());
            var untold = forecast(file(rows), "--horizon", "168", "--model", model);
            assertEquals(1.5, day(told, 1) / day(told, 3), 0.1, model);
            assertEquals(1, day(untold, 1) / day(untold, 3), 0.05, model);
        }
    }

    private static String halfAsManyAgain(String row) {
        int comma = row.lastIndexOf(',');
        return row.substring(0, comma + 1) + Double.parseDouble(row.substring(comma + 1)) * 1.5;
    }

    private static double day(List<String[]> out, int day) {
        return out.stream()
                .skip(1 + 24L * day)
                .limit(24)
                .mapToDouble(row -> Double.parseDouble(row[2]))
                .sum();
    }

    @Test
    void halfDaysOfAnEventsFileEndEarlyAndTeachNothingAboutOtherDays() throws IOException {
        var rows = hours("a", 24 * 7 * 12);
        for (var half : List.of("2026-03-18", "2026-04-09", "2026-05-19")) {
            rows.replaceAll(
                    row -> row.matches(".*" + half + "T(1[2-9]|2.).*") ? row.replaceAll(",[0-9]+$", ",10") : row);
        }
        var events = Files.writeString(
                folder.resolve("events.csv"),
                """
                starts_on,ends_on,kind
                2026-03-18,,half-day
                2026-04-09,,half_day
                2026-05-19,,half-day
                2026-05-27,,half-day
                """);
        var out = forecast(file(rows), "--horizon", "168", "--events", events.toString());
        double[] noons = new double[7];
        for (int h = 0; h < 168; h++) {
            noons[h / 24] += h % 24 < 12 ? 0 : Double.parseDouble(out.get(1 + h)[2]) / 12;
        }
        assertTrue(noons[2] < 0.6 * noons[3], "Wednesday, a half-day: " + noons[2] + ", Thursday: " + noons[3]);
        assertEquals(95, noons[1], 4);
    }

    @Test
    void refusesAnEventsFileThatIsWrong() throws IOException {
        var rows = hours("a", 24 * 28);
        var events = folder.resolve("events.csv");
        Files.writeString(events, "starts_on,ends_on,kind\n2026-05-01,,holiday\n");
        assertEquals(2, code(rows, "--horizon", "1", "--events", events.toString(), "--output", events.toString()));
        assertEquals(2, Files.readAllLines(events).size(), "the events are still there");
        Files.writeString(events, "starts_on,ends_on,kind\n2026-05-01,+999999999-12-31,holiday\n");
        assertTrue(refusal(rows, "--horizon", "1", "--events", events.toString())
                .contains("'+999999999-12-31' for ends_on is not a day such as"));
        Files.writeString(events, "starts_on,ends_on,kind\n2026-05-01,soon,holiday\n");
        assertTrue(refusal(rows, "--horizon", "1", "--events", events.toString())
                .contains("events.csv, line 2: 'soon' for ends_on is not a day such as 2026-05-01"));
        Files.writeString(events, "starts_on,ends_on,kind\n2026-05-01,2026-04-01,holiday\n");
        assertTrue(
                refusal(rows, "--horizon", "1", "--events", events.toString()).contains("does not last 1 to 366 days"));
        Files.writeString(events, "starts_on,ends_on,kind\n2026-05-01,,campain\n");
        assertTrue(refusal(rows, "--horizon", "1", "--events", events.toString())
                .contains("events.csv, line 2: 'campain' for kind is none of epidemic, campaign, trial, outage"));
    }

    @Test
    void daysHaveTheirOwnRhythm() throws IOException {
        var rows = new ArrayList<String>();
        for (int day = 0; day < 70; day++) {
            rows.add("d," + LocalDate.of(2026, 1, 5).plusDays(day) + "," + (day % 7 == 0 ? 200 : 100));
        }
        var out = forecast(file(rows), "--horizon", "7", "--zone", "Europe/Paris");
        assertEquals("2026-03-16", out.get(1)[1]);
        assertEquals(200, Double.parseDouble(out.get(1)[2]), 1);
        assertEquals(100, Double.parseDouble(out.get(2)[2]), 1);
    }

    @Test
    void writesTimesAsTheyWereRead() throws IOException {
        var rows = hours("a", 24 * 27);
        rows.replaceAll(row -> row.replaceFirst("T(..:..)", " $1:00"));
        // Summer time begins on Sunday 29 March 2026 at two.
        var out = forecast(file(rows), "--horizon", "3", "--zone", "Europe/Paris");
        assertEquals("2026-03-29 00:00:00", out.get(1)[1]);
        assertEquals("2026-03-29 01:00:00", out.get(2)[1]);
        assertEquals("2026-03-29 03:00:00", out.get(3)[1]);
        rows.replaceAll(row -> row.replace(" ", "T").replaceFirst(":00,", ":00+01:00,"));
        assertEquals(
                "2026-03-29T00:00:00+01:00",
                forecast(file(rows), "--horizon", "1").get(1)[1]);
        rows.replaceAll(row -> row.replace("+01:00", "Z"));
        assertEquals(
                "2026-03-29T00:00:00Z", forecast(file(rows), "--horizon", "1").get(1)[1]);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a,2026-03-30T00:00,many | series.csv, line 674, series 'a': 'many' for y is not a finite number",
                "a,2026-03-30T00:00,-3   | series.csv, line 674, series 'a': -3 for y is not between 0 and 1e+12",
                "a,2026-03-30T00:00,NaN  | series.csv, line 674, series 'a': 'NaN' for y",
                "a,2026-03-30T00:00,1e999 | series.csv, line 674, series 'a': '1e999' for y",
                "a,2026-03-30T00:00,1e308 | series.csv, line 674, series 'a': 1e308 for y is not between",
                "a,2026-03-30T00:00,0x10p0 | series.csv, line 674, series 'a': '0x10p0' for y",
                "a,2026-03-29T23:00,4    | series.csv, line 674, series 'a': a second value at 2026-03-29T23:00",
                "a,2026-03-30T00:30,4    | 'a' mixes intervals of 60 and of 90 minutes",
                "a,30/03/2026,4          | series.csv, line 674, series 'a': '30/03/2026' for ds is not a time",
                "a,+99999-03-30T00:00,4 | series.csv, line 674, series 'a': '+99999-03-30T00:00' for ds is not a time",
                "a,2026-03-30T00:00Z,4   | 'a' has times with and without an offset",
                "b,2026-03-30T00:00,4    | 'b' has 1 values"
            })
    void namesTheSeriesAndWhatIsWrongWithIt(String row, String message) {
        var rows = hours("a", 24 * 28);
        rows.add(row);
        assertTrue(refusal(rows, "--horizon", "24").contains(message), refusal(rows, "--horizon", "24"));
    }

    @Test
    void namesTheTimesAsTheyStandInTheFile() {
        var rows = hours("a", 24 * 28);
        rows.add("a,2026-03-31T00:30,4");
        assertTrue(
                refusal(rows, "--horizon", "24", "--zone", "America/Martinique").contains("and at 2026-03-29T23:00)"),
                refusal(rows, "--horizon", "24", "--zone", "America/Martinique"));
    }

    @Test
    void anHourThatParisShowsTwiceNeedsItsZone() throws IOException {
        var autumn = new ArrayList<String>();
        for (int day = 1; day <= 27; day++) {
            for (int hour = 0; hour < 24; hour++) {
                autumn.add("a,2026-10-%02dT%02d:00,%d".formatted(day, hour, 5 + hour));
                if (day == 25 && hour == 2) {
                    autumn.add("a,2026-10-%02dT%02d:00,%d".formatted(day, hour, 5 + hour));
                }
            }
        }
        var message = refusal(autumn, "--horizon", "24");
        assertTrue(message.contains("a second value at 2026-10-25T02:00"), message);
        assertTrue(message.contains("Maybe --zone Europe/Paris"), message);
        assertEquals(
                25,
                forecast(file(autumn), "--horizon", "24", "--zone", "Europe/Paris")
                        .size());
    }

    @Test
    void writesTinyValuesByTheirDigits() throws IOException {
        var rows = hours("a", 24 * 28);
        rows.replaceAll(row -> row.substring(0, row.lastIndexOf(',') + 1) + "1e-300");
        for (var row : forecast(file(rows), "--horizon", "24", "--model", "seasonal-naive")) {
            for (var cell : row) {
                assertTrue(cell.length() < 20, cell);
            }
        }
        rows.replaceAll(row -> row.substring(0, row.lastIndexOf(',') + 1) + "3000000");
        assertEquals(
                "3000000",
                forecast(file(rows), "--horizon", "24", "--model", "seasonal-naive")
                        .get(1)[2]);
    }

    @Test
    void refusesWhatIsTooShort() {
        assertTrue(refusal(hours("a", 20), "--horizon", "24").contains("'a' has 20 values"));
        assertTrue(refusal(hours("a", 100), "--horizon", "2", "--season", "168").contains("one season of 168"));
    }

    @Test
    void refusesATimeThatDoesNotExist() {
        assertTrue(refusal(hours("a", 24 * 28), "--horizon", "1", "--zone", "Europe/Paris")
                .contains("does not exist in Europe/Paris (2026-03-29T02:00)"));
    }

    @Test
    void refusesOptionsThatMakeNoSense() {
        var rows = hours("a", 24 * 28);
        assertEquals(2, code(rows, "--horizon", "0"));
        assertEquals(2, code(rows, "--horizon", "1", "--model", "prophet"));
        assertEquals(2, code(rows, "--horizon", "1", "--level", "100"));
        assertEquals(2, code(rows, "--horizon", "1", "--level", "80,80.0"));
        assertEquals(2, code(rows, "--horizon", "1", "--level", "high"));
        assertEquals(2, code(rows, "--horizon", "1", "--zone", "Europe/Lille"));
        assertEquals(2, code(rows, "--horizon", "1", "--season", "1,2,3"));
        assertEquals(2, code(rows, "--horizon", "1", "--season", "99999999"));
        assertEquals(2, code(rows, "--horizon", "1", "--level", "80,80"));
        assertTrue(refusal(rows, "--horizon", "1", "--season", "24,100")
                .contains("the longer is no multiple of the shorter"));
        assertEquals(1, code(rows, "--horizon", "1", "--season", "20,100", "--calendar", "FR"));
    }

    private int code(List<String> rows, String... options) {
        return assertThrows(UserError.class, () -> forecast(file(rows), options))
                .exitCode();
    }

    @Test
    void refusesAFileThatIsNone() throws IOException {
        refusalOf(folder.resolve("absent.csv"), "does not exist");
        refusalOf(folder, "is a folder");
        refusal("empty.csv", "", "is empty");
        refusal("blank.csv", "\n\n", "is empty");
        refusal("header.csv", "unique_id,ds,y\n", "has a header and no row");
        refusal("other.csv", "id,when,what\n1,2,3\n", "lacks the column unique_id, ds, y");
        refusal(
                "none.csv",
                "Zoe Martin,0612345678,3\na,2026-01-01,1\n",
                "unique_id, ds, y; its first line is no header");
        refusal("words.csv", "unique_id,ds,y\na,2026-01-01,Zoe Martin 0612345678\n", "a text of 21 characters for y");
        refusal("twice.csv", "unique_id,ds,y,y\na,2026-01-01,1,2\n", "has the column y twice");
        refusal(
                "fields.csv",
                "unique_id,ds,y\na,2026-01-01\n",
                "fields.csv, line 2: 2 fields instead of the header's 3");
        refusal("quote.csv", "unique_id,ds,y\na,\"2026-01-01,1\n", "Maybe a quote is never closed");
        refusal("nul.csv", "unique_id,ds,y\na,2026-01-01\0,1\n", "is no text");
        refusal("digits.csv", "unique_id,ds,y\na,2026-01-01," + "9".repeat(100_000) + "x\n", "is not a finite number");
        refusal("plain.csv.gz", "unique_id,ds,y\na,2026-01-01,1\n", "is not compressed as its name says");
        refusalOf(Files.write(folder.resolve("cut.csv.gz"), new byte[] {31, -117, 8, 0, 0, 0}), "is cut");
        refusalOf(cutInTheMiddle(), "is cut off in the middle");
        refusalOf(Files.write(folder.resolve("latin.csv"), new byte[] {'y', ',', (byte) 0xE9, '\n'}), "is not UTF-8");
    }

    private Path cutInTheMiddle() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(String.join("\n", hours("a", 24 * 2800)).getBytes(StandardCharsets.UTF_8));
        }
        return Files.write(folder.resolve("middle.csv.gz"), Arrays.copyOf(packed.toByteArray(), packed.size() / 2));
    }

    private void refusal(String name, String text, String complaint) throws IOException {
        refusalOf(Files.writeString(folder.resolve(name), text), complaint);
    }

    private void refusalOf(Path input, String complaint) {
        var e = assertThrows(UserError.class, () -> forecast(input, "--horizon", "1"));
        assertEquals(1, e.exitCode(), "the file is at fault");
        assertTrue(e.getMessage().contains(complaint), e.getMessage());
    }

    @Test
    void aByteOrderMarkSemicolonsAndWindowsLinesAreNoObstacle() throws IOException {
        var plain = forecast(file(hours("a", 24 * 28)), "--horizon", "2");
        var text = "\uFEFF\"unique_id\",ds,y\n" + String.join("\n", hours("a", 24 * 28));
        var other = folder.resolve("other.csv");
        Files.writeString(other, text.replace(',', ';').replace("\n", "\r\n"));
        assertEquals(
                String.join(" ", plain.get(2)),
                String.join(" ", forecast(other, "--horizon", "2").get(2)));
    }

    @Test
    void anOutputIsWholeOrNotThere() throws IOException {
        var input = file(hours("a", 24 * 28));
        for (var output : List.of(folder, folder.resolve("nowhere/out.csv"))) {
            var e = assertThrows(
                    UserError.class, () -> forecast(input, "--horizon", "1", "--output", output.toString()));
            assertEquals(1, e.exitCode());
        }
        var e = assertThrows(UserError.class, () -> forecast(input, "--horizon", "1", "--output", input.toString()));
        assertEquals(2, e.exitCode());
        assertEquals(1 + 24 * 28, Files.readAllLines(input).size());
    }

    /** Bank calls by half-hours, five days ahead from eight weekly origins: planners' mean and what is better. */
    @Test
    void theRegressionAndTheCombinationBeatTheMeanOfSixSameWeekdaysOnRealCalls() throws IOException {
        assumeTrue(Files.exists(BANK), "the bank's calls are not here: " + BANK);
        double planners = wapeOfEightWeeks("mean-of-same-weekdays");
        double regression = wapeOfEightWeeks("hour-of-week-regression");
        assertEquals(0.072, planners, 0.002);
        double combination = wapeOfEightWeeks("auto");
        assertTrue(regression < 0.95 * planners, regression + " against " + planners);
        assertTrue(combination < 0.95 * planners, combination + " against " + planners);
    }

    private double wapeOfEightWeeks(String model) throws IOException {
        var rows = Files.readAllLines(BANK);
        var actual = new HashMap<String, Double>();
        rows.stream().skip(1).map(row -> row.split(",", -1)).forEach(r -> actual.put(r[1], Double.valueOf(r[2])));
        double errors = 0;
        double calls = 0;
        for (int week = 0; week < 8; week++) {
            var monday = LocalDateTime.of(2003, 9, 15, 0, 0).minusWeeks(week);
            var past = rows.stream()
                    .filter(row -> !row.startsWith("bank")
                            || LocalDateTime.parse(row.split(",", -1)[1]).isBefore(monday))
                    .toList();
            var out = forecast(
                    Files.write(folder.resolve("past.csv"), past),
                    "--horizon",
                    "145",
                    "--season",
                    "29,145",
                    "--model",
                    model);
            for (var row : out.subList(1, out.size())) {
                var came = actual.get(row[1]);
                if (came != null) {
                    errors += Math.abs(came - Double.parseDouble(row[2]));
                    calls += came;
                }
            }
        }
        return errors / calls;
    }
}
