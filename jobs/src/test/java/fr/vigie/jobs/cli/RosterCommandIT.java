package fr.vigie.jobs.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.vigie.input.Activity;
import fr.vigie.input.Shift;
import fr.vigie.jobs.lake.DecisionRow;
import fr.vigie.jobs.lake.PublishedRosterRow;
import fr.vigie.jobs.lake.RosterRow;
import fr.vigie.jobs.lake.StaffingRow;
import fr.vigie.jobs.lake.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A planner's week: the roster is published, somebody falls ill, another roster comes from elsewhere. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RosterCommandIT {
    private static final Path SAMPLES = Path.of("../data-samples/service");
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String HEAD = "operator_id,starts_at,ends_at,activity";

    /** The first day after the calls of the samples, a Monday. */
    private static final LocalDate MONDAY = LocalDate.of(2025, 12, 1);

    private Terminal terminal = new Terminal(Path.of("workspace"));

    @BeforeAll
    void rosterOnce(@TempDir Path folder) {
        terminal = new Terminal(folder.resolve("workspace"));
        done("init");
        for (var kind : List.of("practices", "operators", "shifts", "presence")) {
            done("ingest", kind, SAMPLES.resolve(kind + ".csv").toString());
        }
        done("ingest", "calls", SAMPLES.resolve("calls").toString());
        done("load");
        done("forecast");
        done("staffing");
        done("roster");
    }

    private Terminal.Answer done(String... command) {
        var answer = terminal.vigie(command);
        assertEquals(0, answer.code(), answer::err);
        return answer;
    }

    private Terminal.Answer roster(String... options) {
        return terminal.vigie(
                Stream.concat(Stream.of("roster"), Arrays.stream(options)).toArray(String[]::new));
    }

    /** A command that ends with that code and one complaint. */
    private void refuses(int code, String complaint, String... options) {
        var answer = roster(options);
        assertEquals(code, answer.code(), answer::err);
        assertEquals(1, answer.complaints().size(), answer::err);
        assertTrue(answer.err().contains(complaint), answer::err);
    }

    private List<PublishedRosterRow> published(int version) {
        return terminal.<List<PublishedRosterRow>>inLake(
                lake -> lake.read(Tables.ROSTER_PUBLISHED).collectAsList().stream()
                        .filter(row -> row.version() == version)
                        .toList());
    }

    private List<RosterRow> draft() {
        return terminal.<List<RosterRow>>inLake(lake -> lake.read(Tables.ROSTER).collectAsList().stream()
                .sorted(Comparator.comparing(RosterRow::operatorId).thenComparing(RosterRow::startsAt))
                .toList());
    }

    @Test
    @Order(1)
    void nothingIsPublishedYet() {
        refuses(1, "No roster was published yet", "check", "--published");
        refuses(
                1,
                "No roster of the week of 2025-12-01 was published",
                "replan",
                "--absent",
                "OP001@2025-12-02",
                "--at",
                "2025-12-01");
    }

    @Test
    @Order(2)
    void anOperatorOnTwoShiftsAtOnceIsOnePersonAndIsNamed() throws IOException {
        var shifts = terminal.file(
                "shifts.csv",
                List.of(
                        HEAD,
                        "OP001,2025-12-09T08:00,2025-12-09T11:00,calls",
                        "OP001,2025-12-09T09:00,2025-12-09T12:00,calls"));
        done("ingest", "shifts", shifts);
        done("staffing");
        var ten = Instant.parse("2025-12-09T09:00:00Z");
        var onCalls = terminal
                .<List<Shift>>inLake(lake -> lake.read(Tables.SHIFT).collectAsList())
                .stream()
                .filter(shift -> shift.activity() == Activity.CALLS
                        && !shift.startsAt().isAfter(ten)
                        && !shift.endsAt().isBefore(ten.plusSeconds(1800)))
                .map(Shift::operatorId)
                .toList();
        assertTrue(Collections.frequency(onCalls, "OP001") > 1, onCalls::toString);
        var planned = terminal
                .<List<StaffingRow>>inLake(lake -> lake.read(Tables.STAFFING).collectAsList())
                .stream()
                .filter(row -> row.startsAt().equals(ten))
                .map(StaffingRow::plannedAgents)
                .toList();
        assertEquals(List.of((int) onCalls.stream().distinct().count()), planned);
        var check = roster("check", shifts);
        assertEquals(3, check.code(), check::err);
        assertTrue(
                check.lines().get(0).startsWith("OP001 on 2025-12-09: two pieces of shift at the same time"),
                check::out);
    }

    @Test
    @Order(2)
    void whatCouldNotBeExportedIsNotPublished() throws IOException {
        var inTheWay = terminal.workspace().resolve("reports/managers/roster");
        Files.createDirectories(inTheWay.getParent());
        Files.writeString(inTheWay, "a file");
        refuses(1, "cannot be made", "publish", "--by", "Ana");
        Files.delete(inTheWay);
        refuses(1, "No roster was published yet", "check", "--published");
    }

    @Test
    @Order(3)
    void theDraftIsPublishedWithDateAndAuthorAndALineInTheAuditLog() {
        var answer = done("roster", "publish", "--by", "Ana", "--reason", "week");
        assertTrue(answer.out().contains("version 1 published"), answer::out);
        var rows = published(1);
        assertEquals(draft().size(), rows.size());
        assertTrue(rows.stream()
                .allMatch(row ->
                        row.week().equals(MONDAY) && row.author().equals("Ana") && "network".equals(row.team())));
        var audit = terminal
                .<List<DecisionRow>>inLake(lake -> lake.read(Tables.DECISION).collectAsList())
                .stream()
                .filter(row -> row.subject().equals("roster"))
                .toList();
        assertEquals(1, audit.size());
        assertEquals("2025-12-01", audit.get(0).id());
        assertTrue(audit.get(0).action().startsWith("publish version 1: "), audit.get(0)::action);
        assertEquals("Ana", audit.get(0).actor());
        done("audit", "--verify");
        var again = done("roster", "publish", "--by", "Ana");
        assertTrue(again.out().contains("version 1 was published already"), again::out);
        assertEquals(List.of(), published(2));
        assertTrue(done("roster", "check", "--published").out().contains("no rule is broken"));
    }

    @Test
    @Order(4)
    void whatIsPublishedIsExportedToTheManagersAndReadsAsTheSameRoster() throws IOException {
        done("roster", "publish", "--by", "Ana");
        var folder = terminal.workspace().resolve("reports/managers/roster/2025-12-01");
        var before = contents(folder);
        var calendars =
                before.keySet().stream().filter(name -> name.endsWith(".ics")).toList();
        assertEquals(List.of("OP001.ics", "OP002.ics", "OP003.ics"), calendars);
        assertTrue(before.keySet().containsAll(List.of("index.html", "index.en.html", "roster.xlsx", "shifts.csv")));
        done("roster", "export");
        assertEquals(before, contents(folder), "the same bytes");
        var pieces = published(1).size() + " pieces of 3 operators";
        var csv = done("roster", "check", folder.resolve("shifts.csv").toString());
        assertTrue(csv.out().contains(pieces), csv::out);
        var ics = done(
                Stream.concat(Stream.of("roster", "check"), calendars.stream().map(name -> folder.resolve(name)
                                .toString()))
                        .toArray(String[]::new));
        assertTrue(ics.out().contains(pieces), ics::out);
        assertTrue(ics.out().contains("no rule is broken"), ics::out);
        var imported = draft();
        done("roster", "import", folder.resolve("shifts.csv").toString());
        assertEquals(imported, draft());
    }

    /** Files by name, each with its bytes in hexadecimal. */
    private static TreeMap<String, String> contents(Path folder) throws IOException {
        var contents = new TreeMap<String, String>();
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                contents.put(String.valueOf(file.getFileName()), HexFormat.of().formatHex(Files.readAllBytes(file)));
            }
        }
        return contents;
    }

    @Test
    @Order(5)
    void whatTheDraftMissesIsExplained() throws IOException {
        refuses(1, "There is no draft of the week of 2025-11-24", "explain", "--week", "2025-11-24");
        var team = MAPPER.readTree(done("roster", "explain", "--json").out());
        int under = team.path("quarters_under").asInt();
        assertEquals("network", team.path("team").asText());
        assertEquals(under, sum(team.findValues("quarters")), team::toString);
        var words = done("roster", "explain", "--lang", "en").lines();
        assertEquals(
                "Team network: %d quarters of an hour on the telephone are missing.".formatted(under), words.get(0));
        assertEquals("These demands cannot be met together:", words.get(1));
        assertEquals("  - to cover the whole need of Monday 1 December", words.get(2));
        var french = done("roster", "explain", "--week", MONDAY.toString()).lines();
        assertEquals(words.size(), french.size());
        assertTrue(french.contains("  - couvrir tout le besoin du lundi 1 décembre"), french::toString);
    }

    private static int sum(List<JsonNode> numbers) {
        return numbers.stream().mapToInt(JsonNode::asInt).sum();
    }

    @Test
    @Order(6)
    void whoFallsIllIsReplannedAndTheRestIsPublishedAgain() throws IOException {
        var first = published(1);
        var ill = first.stream()
                .map(PublishedRosterRow::operatorId)
                .sorted()
                .findFirst()
                .orElseThrow();
        var day = first.stream()
                .filter(row -> row.operatorId().equals(ill))
                .map(row -> LocalDate.ofInstant(row.startsAt(), ZoneOffset.UTC))
                .max(LocalDate::compareTo)
                .orElseThrow();
        refuses(2, "does not say who is away when", "replan", "--absent", ill + "@tomorrow");
        refuses(2, "There is no operator 'OP999'", "replan", "--absent", "OP999@" + day, "--at", "2025-12-01");
        refuses(2, "is over at", "replan", "--absent", ill + "@" + day);
        refuses(2, "several weeks", "replan", "--absent", ill + "@" + day, "--absent", ill + "@" + day.plusWeeks(1));
        refuses(2, "Maybe swap its times", "replan", "--absent", ill + "@" + day + "T12:00-08:00");
        var answer = done("roster", "replan", "--absent", ill + "@" + day, "--at", "2025-12-01");
        assertTrue(answer.out().contains("missing on calls"), answer::out);
        var after = draft();
        assertTrue(after.stream()
                .noneMatch(row -> row.operatorId().equals(ill)
                        && !row.activity().equals("absence")
                        && LocalDate.ofInstant(row.startsAt(), ZoneOffset.UTC).equals(day)));
        assertTrue(after.stream().anyMatch(row -> row.activity().equals("absence")));
        assertTrue(after.stream().allMatch(row -> "network".equals(row.team())));
        done("roster", "publish", "--by", "Ana");
        assertEquals(after.size(), published(2).size());
        assertEquals(first.size(), published(1).size(), "the first version stays");
        var calendar =
                Files.readString(terminal.workspace().resolve("reports/managers/roster/2025-12-01/" + ill + ".ics"));
        assertTrue(calendar.contains("STATUS:CANCELLED"), calendar);
        assertTrue(calendar.contains("UID:%s-%s-1@vigie".formatted(ill, day)), calendar);
        done("roster", "check", "--published");
    }

    @Test
    @Order(7)
    void aRosterFromElsewhereBecomesTheDraftAndAnIllegalOneIsNotPublished() throws IOException {
        var before = draft();
        var illegal = new ArrayList<>(List.of(
                HEAD,
                "OP001,2025-12-09T07:00,2025-12-09T09:00,calls",
                "OP001,2025-12-09T08:00,2025-12-09T09:30,calls",
                "OP002,2025-12-09T18:00,2025-12-09T20:00,calls",
                "OP777,2025-12-10T08:00,2025-12-10T10:00,calls"));
        var file = terminal.file("planning.csv", illegal);
        var check = roster("check", file);
        assertEquals(3, check.code(), check::err);
        assertTrue(check.out().contains("OP001 on 2025-12-09: two pieces of shift at the same time"), check::out);
        assertTrue(check.out().contains("OP002 on 2025-12-09: 1 h 00 on calls while lines are closed"), check::out);
        assertTrue(check.out().contains("OP777 on 2025-12-10: not in the list of operators"), check::out);
        assertEquals(before, draft(), "judging changes nothing");
        assertEquals(3, roster("import", file).code());
        assertEquals(before.size() + 4, draft().size(), "a week beside the other");
        refuses(1, "two pieces of shift at the same time", "publish", "--week", "2025-12-08");
        assertEquals(List.of(), published(3));
        var legal = terminal.file("planning.csv", List.of(HEAD, "OP001,2025-12-09T08:00,2025-12-09T10:45,calls"));
        done("roster", "import", legal);
        var warned = done("roster", "publish", "--by", "Ana");
        assertTrue(warned.out().contains("version 1 published"), warned::out);
        done("roster", "check", "--published", "--week", "2025-12-08");
        refuses(1, "breaks rules", "publish", "--week", importBroken());
    }

    private String importBroken() throws IOException {
        var file = terminal.file("broken.csv", List.of(HEAD, "OP001,2025-12-16T08:00,2025-12-16T18:45,calls"));
        assertEquals(3, roster("import", file).code());
        return "2025-12-15";
    }

    @Test
    @Order(8)
    void aCalendarIsARosterToo() throws IOException {
        var file = terminal.file(
                "OP003.ics",
                List.of(
                        "BEGIN:VCALENDAR",
                        "VERSION:2.0",
                        "PRODID:-//planner//EN",
                        "BEGIN:VEVENT",
                        "UID:1",
                        "DTSTAMP:20251201T000000Z",
                        "DTSTART:20251223T070000Z",
                        "DTEND:20251223T180000Z",
                        "CATEGORIES:Appels",
                        "END:VEVENT",
                        "END:VCALENDAR"));
        var answer = roster("check", file);
        assertEquals(3, answer.code(), answer::err);
        assertTrue(answer.out().contains("OP003 on 2025-12-23: 11 h 00 of work"), answer::out);
        assertTrue(answer.out().contains("C. trav. L3121-18"), answer::out);
    }

    @Test
    @Order(9)
    void whatCannotBeReadIsToldLineByLine() throws IOException {
        var file = terminal.file(
                "damaged.csv",
                List.of(
                        HEAD,
                        "OP001,2025-12-09T08:00,2025-12-09T07:00,calls",
                        "OP001,2025-12-09T08:00,2025-12-09T10:00,sleeping"));
        var answer = roster("check", file);
        assertEquals(1, answer.code());
        assertEquals(3, answer.complaints().size(), answer::err);
        assertTrue(answer.err().contains("damaged.csv:2: ends-before-it-begins"), answer::err);
        assertTrue(answer.err().contains("damaged.csv:3: "), answer::err);
        refuses(2, "One roster is judged at a time", "check");
        refuses(2, "One roster is judged at a time", "check", file, "--published");
        refuses(1, "does not exist", "check", "nowhere.csv");
    }

    @Test
    @Order(10)
    void theManagersSeePlannedAgainstWorkedByTeam() throws IOException {
        done("report", "managers");
        var managers = terminal.workspace().resolve("reports/managers");
        var lines = Files.readAllLines(managers.resolve("adherence.csv"));
        assertTrue(lines.size() > 10, lines::toString);
        assertEquals("day,team,people,planned,as_planned,share,late,left_early,away,absent,unplanned", lines.get(0));
        assertTrue(lines.stream().skip(1).allMatch(line -> line.contains(",network,3,")), lines::toString);
        var page = Files.readString(managers.resolve("index.html"));
        assertTrue(page.contains("Prévu et travaillé"));
        assertTrue(page.contains("du temps prévu au téléphone a été travaillé comme prévu"));
    }

    @Test
    @Order(11)
    void aSkillThatNobodyHasIsToldAndTheOtherTeamsHaveTheirRoster() throws IOException {
        terminal.configure(List.of("staffing: { pooling: group }"));
        var operators = Files.readAllLines(SAMPLES.resolve("operators.csv")).stream()
                .map(line -> line.replace("|G4", ""))
                .toList();
        done("ingest", "operators", terminal.file("operators.csv", operators));
        done("staffing");
        var answer = roster();
        assertEquals(3, answer.code(), answer::err);
        assertTrue(
                answer.err().contains("nobody employed in the rostered week has the skill 'G4', which its calls need"),
                answer::err);
        assertTrue(answer.out().contains("groups-unanswered 1"), answer::out);
        assertTrue(draft().stream().anyMatch(row -> row.week().equals(MONDAY)));
        terminal.configure(List.of());
        done("staffing");
    }

    @Test
    @Order(12)
    void contradictoryContractsStopTheRoster() throws IOException {
        var before = draft();
        contract("35,2025-01-01,2024-01-01");
        var complaint =
                "The contract of OP001 ends on 2024-01-01, before it begins on 2025-01-01. Maybe correct hired_on";
        refuses(1, complaint);
        refuses(1, complaint, "check", "--published");
        refuses(1, complaint, "explain", "--week", MONDAY.toString());
        contract("60,2020-01-01,");
        refuses(1, "The contract of OP001 (60.0 hours a week) must be between 0 and 48. Maybe correct");
        assertEquals(before, draft());
        assertFalse(published(1).isEmpty());
    }

    private void contract(String hoursHiredAndLeft) throws IOException {
        done(
                "ingest",
                "operators",
                terminal.file(
                        "operators.csv",
                        List.of("operator_id,contract_hours_per_week,hired_on,left_on", "OP001," + hoursHiredAndLeft)));
    }
}
