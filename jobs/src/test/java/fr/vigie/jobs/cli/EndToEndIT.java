package fr.vigie.jobs.cli;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.vigie.input.Activity;
import fr.vigie.input.Shift;
import fr.vigie.jobs.Stage;
import fr.vigie.jobs.Workspace;
import fr.vigie.jobs.lake.ForecastRow;
import fr.vigie.jobs.lake.Lake;
import fr.vigie.jobs.lake.LoadIntervals;
import fr.vigie.jobs.lake.PracticeRow;
import fr.vigie.jobs.lake.RosterRow;
import fr.vigie.jobs.lake.Table;
import fr.vigie.jobs.lake.Tables;
import fr.vigie.jobs.publish.ClickHouseEngine;
import fr.vigie.roster.Employee;
import fr.vigie.roster.LabourProfile;
import fr.vigie.roster.RosterCheck;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** From the sample files to the three reports, twice, in one workspace; then a look at all that stands in it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EndToEndIT {
    private static final Path SAMPLES = Path.of("../data-samples/service");
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    /** Nine weeks are fewer than the thirteen after which a practice is first judged. */
    private static final Set<String> WAITING_FOR_MORE_WEEKS = Set.of("signal", "alert", "shortfall");

    /** A French number as people and phone systems write it: +33, 0033, 33 or 0, then nine digits, maybe in pairs. */
    private static final Pattern NUMBER =
            Pattern.compile("(?<!\\d)(?:\\+?33|0033|0)[ .-]?([1-9](?:[ .-]?\\d{2}){4})(?!\\d)");

    /** Whatever looks like a number, known or not: 0 and nine digits, maybe in pairs, or E.164. */
    private static final Pattern LIKE_A_NUMBER =
            Pattern.compile("(?<![\\w+]|\\d[.-])(?:0[1-9](?:[ .-]?\\d{2}){4}|\\+[1-9]\\d{7,14})(?!\\w|[.-]\\d)");

    @RegisterExtension
    static final ClickHouseEngine ENGINE = new ClickHouseEngine();

    private Terminal terminal = new Terminal(Path.of("workspace"));
    private List<String> calls = List.of();
    private List<Terminal.Answer> answers = List.of();
    private @Nullable Workspace open;

    @BeforeAll
    void runTwice(@TempDir Path folder) throws IOException {
        terminal = new Terminal(folder.resolve("workspace"));
        assertEquals(0, terminal.vigie("init").code());
        copy(SAMPLES, terminal.workspace().resolve("input"));
        calls = records(terminal.workspace().resolve("input/calls"));
        answers = List.of(
                terminal.vigie("run"),
                terminal.vigie("show", "run", "--json"),
                terminal.vigie("run"),
                terminal.vigie("show", "run", "--json"),
                terminal.vigie("status"),
                terminal.vigie("show", "load", "--json"));
        open = Workspace.read(terminal.workspace(), terminal.workspace().resolve("vigie.yaml"), Stages.blocks());
    }

    @AfterAll
    void close() {
        requireNonNull(open).close();
    }

    @Test
    void everyCommandSucceedsWithoutAComplaint() {
        for (var answer : answers) {
            assertEquals(0, answer.code(), answer::err);
            assertEquals("", answer.err());
        }
    }

    @Test
    void theFirstRunTellsWhatEachStepDid() {
        var out = answers.get(0).out();
        assertTrue(out.contains("calls: read %1$d, kept %1$d, duplicates 0, rejected 0".formatted(calls.size())), out);
        for (var stage : Stages.ALL) {
            assertTrue(out.lines().anyMatch(line -> line.endsWith(" s  " + stage.noun())), out);
        }
    }

    @Test
    void theSecondRunDoesNothing() throws IOException {
        assertEquals(List.of("Everything is up to date."), answers.get(2).lines());
        var before = runs(answers.get(1));
        assertFalse(before.isEmpty());
        assertEquals(before, runs(answers.get(3)));
        var logged = before.stream().map(run -> run.get("stage").asText()).collect(Collectors.toSet());
        assertTrue(logged.containsAll(Stages.ALL.stream().map(Stage::noun).toList()), logged::toString);
    }

    @Test
    void statusFindsEveryStageUpToDate() {
        var lines = answers.get(4).lines();
        for (var stage : Stages.ALL) {
            assertTrue(
                    lines.stream().anyMatch(l -> l.startsWith(stage.noun()) && l.contains(" up to date, made ")),
                    () -> answers.get(4).out());
        }
        assertTrue(
                lines.stream().anyMatch(l -> l.matches("call +%,d rows .*".formatted(calls.size()))),
                () -> answers.get(4).out());
    }

    @Test
    void everyStageFillsItsTables() {
        for (var stage : Stages.ALL) {
            for (var table : stage.writes()) {
                assertTrue(lake().exists(table), table::name);
                if (!WAITING_FOR_MORE_WEEKS.contains(table.name())) {
                    assertTrue(lake().digest(table).rows() > 0, table::name);
                }
            }
        }
    }

    @Test
    void everyCallOfTheFilesIsInTheLakeOnce() {
        var kept = lake().read(Tables.CALL).collectAsList();
        assertEquals(calls.size(), kept.size());
        assertEquals(
                calls.stream().map(call -> field(call, 0)).collect(Collectors.toSet()),
                kept.stream().map(call -> call.callId()).collect(Collectors.toSet()));
        assertEquals(0, lake().digest(Tables.CALL_REJECTED).rows());
    }

    @Test
    void anotherEngineReadsTheLakeItselfAndCountsTheSame() throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:clickhouse:" + ENGINE.url());
                var statement = connection.createStatement()) {
            for (var table : Tables.ALL) {
                if (lake().exists(table)) {
                    var place = terminal.workspace().resolve("lake/vigie").resolve(table.name());
                    try (var count =
                            statement.executeQuery("SELECT count() FROM icebergLocal('%s')".formatted(place))) {
                        assertTrue(count.next());
                        assertEquals(lake().digest(table).rows(), count.getLong(1), table::name);
                    }
                }
            }
        }
        assertEquals(lake().digest(Tables.LOAD).rows(), answers.get(5).lines().size());
    }

    @Test
    void hoursOfEveryLevelAddUpToTheCalls() {
        var sums = new TreeMap<String, Long>();
        LoadIntervals.of(lake().read(Tables.LOAD), 60, PARIS)
                .collectAsList()
                .forEach(row -> sums.merge(row.level(), row.arrivals(), Long::sum));
        long all = calls.size();
        assertEquals(Map.of("network", all, "group", all, "practice", all), sums);
    }

    @Test
    void quantilesOfTheForecastAreNumbersInOrder() {
        var wrong = lake().read(Tables.FORECAST).collectAsList().stream()
                .filter(Predicate.not(EndToEndIT::isInOrder))
                .limit(5)
                .toList();
        assertEquals(List.of(), wrong);
    }

    private static boolean isInOrder(ForecastRow row) {
        var quantiles = new double[] {
            0, row.q025(), row.q05(), row.q10(), row.q25(), row.q50(), row.q75(), row.q90(), row.q95(), row.q975()
        };
        var sorted = quantiles.clone();
        Arrays.sort(sorted);
        return Arrays.equals(sorted, quantiles)
                && row.mean() >= 0
                && row.ahtSeconds() > 0
                && DoubleStream.concat(Arrays.stream(quantiles), DoubleStream.of(row.mean(), row.ahtSeconds()))
                        .allMatch(Double::isFinite);
    }

    @Test
    void theRosterIsLegal() {
        var roster = lake().read(Tables.ROSTER).collectAsList();
        var monday = roster.get(0).week();
        var start = monday.atStartOfDay(PARIS).toInstant();
        var pieces = new ArrayList<>(lake().read(Tables.SHIFT).collectAsList().stream()
                .filter(shift -> shift.startsAt().isBefore(start))
                .toList());
        roster.stream().map(EndToEndIT::shift).forEach(pieces::add);
        var employees = lake().read(Tables.OPERATOR).collectAsList().stream()
                .map(o -> new Employee(o.operatorId(), (int) Math.round(o.contractHoursPerWeek() * 60)))
                .toList();
        assertEquals(LocalDate.of(2025, 12, 1), monday);
        assertEquals(
                List.of(),
                new RosterCheck(LabourProfile.IDCC_2098_CENTRES_APPELS, PARIS, DayOfWeek.MONDAY)
                        .violations(employees, pieces, monday, monday.plusWeeks(1)));
    }

    private static Shift shift(RosterRow row) {
        return new Shift(
                row.operatorId(),
                row.startsAt(),
                row.endsAt(),
                Activity.valueOf(row.activity().toUpperCase(Locale.ROOT)));
    }

    @Test
    void whatAuthoritiesReadNamesNoPractice() throws IOException {
        var practices = lake().read(Tables.PRACTICE).collectAsList();
        assertEquals(12, practices.size());
        var texts = new TreeMap<String, String>();
        texts.put(
                "the table",
                String.join("\n", lake().readColumns(Tables.TERRITORY).toJSON().collectAsList()));
        for (var file : files(terminal.workspace().resolve("reports/authorities"))) {
            texts.put(file.toString(), Files.readString(file));
        }
        assertTrue(texts.size() > 3, () -> "only " + texts.keySet());
        for (var text : texts.entrySet()) {
            for (PracticeRow practice : practices) {
                assertFalse(text.getValue().contains(practice.practiceId()), text::getKey);
                assertFalse(text.getValue().contains(practice.name()), text::getKey);
            }
        }
    }

    @Test
    void pagesStandInBothLanguagesAndAskTheNetworkForNothing() throws IOException {
        var remote = Pattern.compile("https?:|(?:src|href)\\s*=\\s*[\"']?//|@import|url\\(\\s*[\"']?(?!data:|#)");
        for (var audience : List.of("managers", "accounts", "authorities")) {
            for (var page : List.of("index.html", "index.en.html")) {
                var file = terminal.workspace()
                        .resolve("reports")
                        .resolve(audience)
                        .resolve(page);
                var found = remote.matcher(Files.readString(file));
                assertFalse(found.find(), () -> file + ": " + found.group());
            }
        }
    }

    @Test
    void nothingButTheInputHoldsAPhoneNumber() throws IOException {
        var numbers = callersAndLines();
        var input = terminal.workspace().resolve("input");
        var found = new TreeSet<String>();
        var seenInInput = new HashSet<String>();
        for (var file : files(terminal.workspace())) {
            // Any byte is a character of this charset: text within binary files is found too.
            var text = Files.readString(file, StandardCharsets.ISO_8859_1);
            if (file.startsWith(input)) {
                seenInInput.addAll(numbers(text, numbers));
            } else {
                numbers(text, numbers).forEach(number -> found.add(file + ": " + number));
            }
        }
        assertEquals(numbers, seenInInput);
        // Columns are compressed: the tables are read too.
        for (Table<?> table : Tables.ALL) {
            var rows = String.join("\n", lake().readColumns(table).toJSON().collectAsList());
            numbers(rows, numbers).forEach(number -> found.add(table.name() + ": " + number));
        }
        assertEquals(Set.of(), found);
    }

    @Test
    void nothingThatPeopleWroteReachesTheAuthorities() throws IOException {
        var written = new TreeSet<String>();
        for (var text : List.of(
                lake().read(Tables.OBSERVATION).select("note"),
                lake().read(Tables.REVIEW).select("text"),
                lake().read(Tables.INSTRUCTION).select("note"))) {
            text.collectAsList().stream()
                    .filter(row -> !row.isNullAt(0))
                    .map(row -> row.getString(0))
                    .forEach(written::add);
        }
        assertTrue(written.size() > 5, written::toString);
        var texts = new TreeMap<String, String>();
        for (var file : files(terminal.workspace().resolve("reports/authorities"))) {
            texts.put(file.toString(), Files.readString(file, StandardCharsets.UTF_8));
        }
        texts.put(
                "table territory",
                String.join("\n", lake().readColumns(Tables.TERRITORY).toJSON().collectAsList()));
        assertTrue(texts.size() > 3, texts.keySet()::toString);
        texts.forEach(
                (where, text) -> written.forEach(note -> assertFalse(text.contains(note), () -> where + ": " + note)));
    }

    @Test
    void noTextOfALakeReportOrLogLooksLikeAPhoneNumber() throws IOException {
        var texts = new TreeMap<String, String>();
        for (var file : files(terminal.workspace())) {
            boolean isInput = file.startsWith(terminal.workspace().resolve("input"));
            if (!isInput && file.toString().matches(".*\\.(html|csv|json|geojson|txt|md|svg|log|yaml|xml)")) {
                texts.put(file.toString(), Files.readString(file));
            }
        }
        for (Table<?> table : Tables.ALL) {
            var rows = lake().readColumns(table);
            var columns = Arrays.stream(rows.schema().fields())
                    .filter(field -> field.dataType().sql().contains("STRING"))
                    .map(field -> rows.col(field.name()))
                    .toArray(Column[]::new);
            texts.put(
                    "table " + table.name(),
                    columns.length == 0
                            ? ""
                            : String.join(
                                    "\n",
                                    rows.select(columns).distinct().toJSON().collectAsList()));
        }
        for (int i = 0; i < answers.size(); i++) {
            texts.put("answer " + i, answers.get(i).out() + answers.get(i).err());
        }
        assertTrue(texts.size() > 40, () -> "only " + texts.keySet());
        var found = new TreeSet<String>();
        texts.forEach((where, text) ->
                LIKE_A_NUMBER.matcher(text).results().limit(3).forEach(hit -> found.add(where + ": " + hit.group())));
        assertEquals(Set.of(), found);
    }

    @Test
    void whatLooksLikeANumberIsFound() {
        for (var written : List.of(
                "0465716538",
                "'04 65 71 65 38'",
                "04.65.71.65.38;",
                "+33465716538",
                "(+3221234567)",
                "a,0465716538,b",
                "tel.0465716538",
                "le 0465716538.",
                "\"0465716538\"",
                "x-0465716538-y")) {
            assertTrue(LIKE_A_NUMBER.matcher(written).find(), written);
        }
    }

    @Test
    void aNumberIsFoundHoweverItIsWritten() {
        for (var written :
                List.of("0465716538", "+33465716538", "0033465716538", "x 04 65 71 65 38.", "+33 4.65.71.65.38")) {
            assertEquals(Set.of("465716538"), numbers(written, Set.of("465716538")), written);
        }
    }

    /** The last nine digits of the callers of the sample calls and of the practices' lines. */
    private Set<String> callersAndLines() throws IOException {
        var written = Stream.concat(
                calls.stream().map(call -> field(call, 4)),
                records(SAMPLES.resolve("practices.csv")).stream()
                        .flatMap(practice -> Stream.of(field(practice, 2).split("\\|", -1))));
        var numbers = written.filter(Predicate.not(String::isEmpty))
                .map(number -> number.substring(number.length() - 9))
                .collect(Collectors.toSet());
        assertTrue(numbers.size() > 1000, () -> "only " + numbers.size());
        return numbers;
    }

    private static Set<String> numbers(String text, Set<String> wanted) {
        return NUMBER.matcher(text)
                .results()
                .map(found -> found.group(1).replaceAll("\\D", ""))
                .filter(wanted::contains)
                .collect(Collectors.toSet());
    }

    private Lake lake() {
        return requireNonNull(open).lake();
    }

    private static List<JsonNode> runs(Terminal.Answer answer) throws IOException {
        try (var values = new ObjectMapper().readerFor(JsonNode.class).<JsonNode>readValues(answer.out())) {
            return values.readAll();
        }
    }

    /** The lines of a file, or of all files of a folder, without the headers. */
    private static List<String> records(Path place) throws IOException {
        var records = new ArrayList<String>();
        for (var file : files(place)) {
            Files.readAllLines(file).stream().skip(1).forEach(records::add);
        }
        return records;
    }

    private static String field(String record, int position) {
        return record.split(",", -1)[position];
    }

    private static List<Path> files(Path place) throws IOException {
        try (var found = Files.walk(place)) {
            return found.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        for (var file : files(from)) {
            var target = to.resolve(from.relativize(file).toString());
            Files.createDirectories(target.getParent());
            Files.copy(file, target);
        }
    }
}
