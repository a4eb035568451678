package fr.vigie.jobs.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.vigie.jobs.Stage;
import fr.vigie.jobs.lake.AlertRow;
import fr.vigie.jobs.lake.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The life of a workspace: run, new files, what is stale then, and what programs are told. Each test goes on from the last. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DayByDayIT {
    private static final Path SAMPLES = Path.of("../data-samples/service");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FORECAST = Terminal.FEW_MODELS.get(0);
    private static final String STAFFING = "staffing: { forecast-model: hour-of-week-regression, min-agents: %d }";

    private Terminal terminal = new Terminal(Path.of("workspace"));
    private Path input = Path.of("input");
    private List<String> november = List.of();
    private Terminal.Answer first = new Terminal.Answer(1, "", "");

    @BeforeAll
    void run(@TempDir Path folder) throws IOException {
        terminal = new Terminal(folder.resolve("workspace"));
        input = terminal.workspace().resolve("input");
        november = Files.readAllLines(SAMPLES.resolve("calls/2025-11.csv"));
        assertEquals(0, terminal.vigie("init").code());
        Files.createDirectories(input.resolve("calls"));
        Files.copy(SAMPLES.resolve("practices.csv"), input.resolve("practices.csv"));
        Files.copy(SAMPLES.resolve("calls/2025-10.csv"), input.resolve("calls/2025-10.csv"));
        terminal.configure(List.of(
                "service: { week-start: monday }", "signals: { alert-limit: 1 }", FORECAST, STAFFING.formatted(1)));
        first = terminal.vigie("run", "--json");
    }

    @Test
    @Order(1)
    void aRunTellsProgramsOfEveryStepOnALine() throws IOException {
        assertEquals(0, first.code(), first::err);
        assertEquals("", first.err());
        var stages = new ArrayList<String>();
        for (var line : first.lines()) {
            var step = JSON.readTree(line);
            stages.add(step.get("stage").asText());
            assertTrue(step.get("seconds").isNumber(), line);
            assertTrue(step.get("run_id").asText().matches("[0-9a-f]{16}"), line);
        }
        var expected = new ArrayList<>(List.of("ingest", "ingest"));
        Stages.ALL.stream().map(Stage::noun).forEach(expected::add);
        assertEquals(expected, stages);
        var load = JSON.readTree(first.lines().get(2));
        var digest = terminal.inLake(lake -> lake.digest(Tables.LOAD));
        assertEquals(digest.rows(), load.at("/outputs/load/rows").asLong());
        assertEquals(
                digest.sum().toPlainString(), load.at("/outputs/load/digest").asText());
        assertEquals("2025-11-01", load.get("as_of").asText());
    }

    @Test
    @Order(2)
    void afterARunEverythingIsUpToDate() throws IOException {
        var status = status();
        assertEquals(List.of(), staleOf(status, "sources", "source"));
        assertEquals(List.of(), staleOf(status, "stages", "stage"));
        var again = terminal.vigie("run", "--json");
        assertEquals(0, again.code());
        assertEquals("", again.out());
    }

    @Test
    @Order(3)
    void aStageAloneTellsWhatTheRunToldOfIt() throws IOException {
        var alone = terminal.vigie("report", "managers", "--json");
        assertEquals(0, alone.code(), alone::err);
        assertEquals(1, alone.lines().size());
        var told = JSON.readTree(alone.out());
        for (var line : first.lines()) {
            var step = JSON.readTree(line);
            if (step.get("stage").asText().equals("report managers")) {
                assertEquals(step.get("run_id"), told.get("run_id"));
                assertEquals(step.get("metrics"), told.get("metrics"));
                assertEquals(step.get("outputs"), told.get("outputs"));
            }
        }
        assertTrue(Files.exists(Path.of(told.get("page").asText())));
        assertEquals(List.of(), staleOf(status(), "stages", "stage"));
    }

    @Test
    @Order(4)
    void aNewFileMakesItsSourceStaleAndAllThatFollows() throws IOException {
        Files.write(input.resolve("calls/2025-11.csv"), november.subList(0, 50));
        var status = status();
        assertEquals(List.of("calls"), staleOf(status, "sources", "source"));
        var calls = status.get("sources").get(1);
        assertEquals("[\"2025-11.csv\"]", calls.get("never_ingested").toString());
        assertFalse(calls.get("changed").asBoolean());
        assertEquals(Stages.ALL.stream().map(Stage::noun).toList(), staleOf(status, "stages", "stage"));
        var because = because(status);
        assertEquals("[\"calls\"]", because.get("load"));
        assertEquals("[\"load\"]", because.get("forecast"));
        assertEquals("[\"staffing\"]", because.get("roster"));
        assertEquals("[\"territory\"]", because.get("report authorities"));
        var text = terminal.vigie("status");
        assertTrue(
                text.lines().stream().anyMatch(l -> l.matches("source calls +stale: never ingested: 2025-11.csv")),
                text::out);
    }

    @Test
    @Order(5)
    void aFileThatChangedAndWhatIsReadByItAreStale() throws IOException {
        Files.delete(input.resolve("calls/2025-11.csv"));
        var practices = Files.readString(input.resolve("practices.csv"));
        Files.writeString(input.resolve("practices.csv"), "\n", StandardOpenOption.APPEND);
        var status = status();
        assertEquals(List.of("practices", "calls"), staleOf(status, "sources", "source"));
        assertTrue(status.at("/sources/0/changed").asBoolean());
        assertFalse(status.at("/sources/1/changed").asBoolean());
        assertEquals("[\"practices\"]", status.at("/sources/1/because").toString());
        Files.writeString(input.resolve("practices.csv"), practices);
        assertEquals(List.of(), staleOf(status(), "sources", "source"));
    }

    @Test
    @Order(6)
    void aFileThatCannotBeReadIsToldAndNothingElseHeldBack() throws IOException {
        var key = terminal.workspace().resolve("keys/pseudonym.key");
        var safe = Files.move(key, key.resolveSibling("elsewhere"));
        try {
            var answer = terminal.vigie("status");
            assertEquals(0, answer.code(), answer::err);
            assertTrue(answer.out().contains("not compared: There is no pseudonymisation key at " + key), answer::out);
            assertEquals(List.of(), staleOf(status(), "stages", "stage"));
        } finally {
            Files.move(safe, key);
        }
    }

    @Test
    @Order(7)
    void anotherConfigurationMakesStaleAndIsNamed() throws IOException {
        var config =
                terminal.file("longer.yaml", List.of("signals: { alert-limit: 1 }", FORECAST, STAFFING.formatted(2)));
        var status = JSON.readTree(
                terminal.vigie("status", "--json", "--config", config).out());
        assertEquals(
                List.of("staffing", "shortfall", "scenario", "roster", "backlog", "capacity", "report managers"),
                staleOf(status, "stages", "stage"));
        assertEquals("[\"configuration\"]", because(status).get("staffing"));
    }

    @Test
    @Order(8)
    void moreOpenAlertsThanTheLimitAreExitCode3() {
        terminal.inLake(lake -> lake.append(
                Tables.ALERT,
                lake.spark().createDataset(List.of(alert("A1"), alert("A2")), Tables.ALERT.encoder()),
                lake.runOf(Tables.ALERT).orElseThrow()));
        var answer = terminal.vigie("run");
        assertEquals(3, answer.code(), answer::err);
        assertEquals(
                List.of(
                        "vigie: 2 alerts are open, more than signals.alert-limit (1). 'vigie signals list' lists them."),
                answer.complaints());
        assertTrue(answer.out().contains("report accounts"), answer::out);
        // The stage finds none: the two were not its own.
        assertEquals(0, terminal.vigie("signals").code());
    }

    private static AlertRow alert(String id) {
        var day = LocalDate.of(2025, 10, 27);
        return new AlertRow(id, "P0001", null, "refusal", 0.9, day, "open", null, "Refus.", "Refusals.", day);
    }

    private JsonNode status() throws IOException {
        var answer = terminal.vigie("status", "--json");
        assertEquals(0, answer.code(), answer::err);
        assertEquals(1, answer.lines().size());
        return JSON.readTree(answer.out());
    }

    private static List<String> staleOf(JsonNode status, String what, String name) {
        return StreamSupport.stream(status.get(what).spliterator(), false)
                .filter(step -> step.get("stale").asBoolean())
                .map(step -> step.get(name).asText())
                .collect(Collectors.toList());
    }

    private static Map<String, String> because(JsonNode status) {
        var because = new TreeMap<String, String>();
        status.get("stages")
                .forEach(stage -> because.put(
                        stage.get("stage").asText(), stage.get("because").toString()));
        return because;
    }
}
