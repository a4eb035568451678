package fr.vigie.jobs.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.vigie.jobs.Stage;
import fr.vigie.jobs.Workspace;
import fr.vigie.jobs.forecast.ForecastJob;
import fr.vigie.jobs.lake.CallersRow;
import fr.vigie.jobs.lake.PromiseRow;
import fr.vigie.jobs.lake.Tables;
import fr.vigie.jobs.load.LoadJob;
import fr.vigie.jobs.staffing.StaffingJob;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What managers ask of a small service: why, what if, did it help, at what price, and how operators fare. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StaffingCommandsIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ASKED = "2025-11-24";

    private Terminal terminal = new Terminal(Path.of("workspace"));

    @BeforeAll
    void staffOnce(@TempDir Path folder) {
        terminal = new Terminal(folder.resolve("workspace"));
        done("init");
        var input = folder.resolve("input");
        var from = List.of("--practices", "12", "--seed", "3", "--from", "2025-08-25", "--to", "2025-12-01");
        done(Stream.of(List.of("simulate", "--output", input.toString()), from)
                .flatMap(List::stream)
                .toArray(String[]::new));
        for (var kind : List.of("practices", "contracts", "operators", "shifts", "presence")) {
            done("ingest", kind, input.resolve(kind + ".csv").toString());
        }
        done("ingest", "calls", input.resolve("calls").toString());
        // In one session: each start of Spark takes seconds.
        var root = terminal.workspace();
        try (var open = Workspace.write(root, root.resolve("vigie.yaml"), Stages.blocks(), () -> {})) {
            open.flow(null).run(new LoadJob());
            open.flow(LocalDate.parse(ASKED)).run(new ForecastJob());
            for (var stage : List.<Stage>of(new ForecastJob(), new StaffingJob())) {
                open.flow(null).run(stage);
            }
            assertTrue(open.flow(null).isUpToDate(new StaffingJob()));
        }
    }

    private Terminal.Answer done(String... command) {
        var answer = terminal.vigie(command);
        assertEquals(0, answer.code(), answer::err);
        return answer;
    }

    private List<JsonNode> json(String... command) throws IOException {
        var nodes = new ArrayList<JsonNode>();
        for (var line : done(command).lines()) {
            nodes.add(JSON.readTree(line));
        }
        return nodes;
    }

    @Test
    void whyTellsCausesThatAddUpToTheGap() throws IOException {
        var parts = json("staffing", "why", "--date", ASKED, "--json");
        assertFalse(parts.isEmpty());
        for (var part : parts) {
            double causes = 0;
            for (var cause : List.of("volume", "handling_time", "absence", "adherence", "rest")) {
                causes += part.get(cause).asDouble();
            }
            assertEquals(part.get("seen").asDouble() - part.get("promised").asDouble(), causes, 1e-9, part::toString);
            assertEquals(ASKED, part.get("local_date").asText());
        }
        assertTrue(done("staffing", "why", "--date", ASKED).out().startsWith("network: "));
    }

    @Test
    void whyOfADayThatNobodyForecastSaysWhatToDo() {
        var answer = terminal.vigie("staffing", "why", "--date", "2025-09-09");
        assertEquals(1, answer.code());
        assertEquals(1, answer.complaints().size(), answer::err);
        assertTrue(answer.err().contains("Maybe no forecast was made before that day"), answer::err);
    }

    @Test
    void aScenarioIsHeldAgainstTheWeekAsItIs() throws IOException {
        var rows = json("scenario", "run", "--change", "volume=+20%", "--json");
        assertEquals(2, rows.size());
        double base = rows.get(0).get("calls").asDouble();
        assertTrue(base > 0);
        assertEquals(1.2, rows.get(1).get("calls").asDouble() / base, 1e-9);
        assertTrue(rows.get(1).get("needed_hours").asDouble()
                >= rows.get(0).get("needed_hours").asDouble());
        var bad = terminal.vigie("scenario", "run", "--change", "volume=lots");
        assertEquals(2, bad.code());
    }

    @Test
    void aRedialThatIsCertainIsRefusedByAllAlike() throws IOException {
        var config = terminal.file("redial.yaml", List.of("staffing: { redial: 1 }"));
        for (var command : List.of(List.of("staffing"), List.of("scenario", "run"), List.of("capacity"))) {
            var line = new ArrayList<>(command);
            line.addAll(List.of("--config", config));
            var answer = terminal.vigie(line.toArray(String[]::new));
            assertEquals(2, answer.code(), answer::err);
            assertTrue(answer.err().contains("must be below 1"), answer::err);
        }
    }

    @Test
    void aTrialIsEvaluatedWithItsInterval() throws IOException {
        var effects = json("evaluate", "--from", "2025-11-24", "--to", "2025-11-28", "--metric", "volume", "--json");
        assertEquals(1, effects.size());
        var effect = effects.get(0);
        assertTrue(effect.get("low").asDouble() <= effect.get("effect").asDouble(), effect::toString);
        assertTrue(effect.get("effect").asDouble() <= effect.get("high").asDouble(), effect::toString);
        assertEquals(
                effect.get("actual").asDouble() / effect.get("expected").asDouble() - 1,
                effect.get("effect").asDouble(),
                1e-6);
        assertEquals(
                2,
                terminal.vigie("evaluate", "--from", "2025-11-24", "--to", "2026-11-28")
                        .code());
    }

    @Test
    void careTellsOfTeamsAndNamesNobody() throws IOException {
        done("care");
        var shown = done("show", "care", "--json");
        var rows = shown.lines();
        assertFalse(rows.isEmpty());
        for (var row : rows) {
            var node = JSON.readTree(row);
            var occupancy = node.get("occupancy");
            assertTrue(
                    occupancy == null || occupancy.isNull() || (occupancy.asDouble() >= 0 && occupancy.asDouble() <= 1),
                    row);
        }
        assertFalse(shown.out().contains("OP00"), "an operator is named");
    }

    @Test
    void eachOperatorHasAPrice() throws IOException {
        var steps = json("staffing", "cost", "--json");
        assertEquals(
                1, steps.stream().filter(step -> step.get("needed").asBoolean()).count());
        for (int i = 1; i < steps.size(); i++) {
            var step = steps.get(i);
            assertEquals(
                    steps.get(i - 1).get("agents").asInt() + 1,
                    step.get("agents").asInt());
            assertTrue(step.get("probability").asDouble()
                    >= steps.get(i - 1).get("probability").asDouble());
            assertTrue(step.get("saved_calls").asDouble() > 0, step::toString);
            // 22 euros an hour for half an hour on the phone with a quarter off it.
            assertEquals(22 * 0.5 / 0.75, step.get("euros").asDouble(), 1e-9);
        }
        assertTrue(done("staffing", "cost").out().contains("all kept"));
        assertEquals(1, terminal.vigie("staffing", "cost", "--at", "03:00").code());
    }

    @Test
    void whatCallersDoAndWhatPracticesCanExpectStandInTables() {
        var callers = terminal.<List<CallersRow>>inLake(
                lake -> lake.read(Tables.CALLERS).collectAsList());
        assertEquals(
                Set.of("patience", "redial"),
                callers.stream().map(CallersRow::figure).collect(Collectors.toSet()));
        var promises = terminal.<List<PromiseRow>>inLake(
                lake -> lake.read(Tables.PROMISE).collectAsList());
        assertEquals(12, promises.size());
        assertEquals(
                Set.of("0.8@20", "0.7@30"),
                promises.stream().map(PromiseRow::promised).collect(Collectors.toSet()));
        promises.forEach(promise -> {
            assertEquals("contract", promise.origin());
            var needed = promise.neededLevel();
            assertTrue(needed != null && needed >= 0.7, promise::toString);
        });
    }

    /** A command with other settings that must be refused, in one line that says what is wrong. */
    private void refuses(int code, String complaint, String setting, String... command) throws IOException {
        var line = new ArrayList<>(List.of(command));
        if (!setting.isEmpty()) {
            line.addAll(List.of("--config", terminal.file("refused.yaml", List.of(setting))));
        }
        var answer = terminal.vigie(line.toArray(String[]::new));
        assertEquals(code, answer.code(), () -> setting + " " + line + ": " + answer.err() + answer.out());
        assertEquals(1, answer.complaints().size(), answer::err);
        assertTrue(answer.err().contains(complaint), answer::err);
    }

    @Test
    void targetsThatNoNumberOfOperatorsKeepsAreRefused() throws IOException {
        refuses(2, "The service level (1) must be above 0 and below 1", "service: { service-level: 1@20 }", "staffing");
        refuses(2, "The abandonment (0) must be above 0", "staffing: { max-abandonment: 0 }", "staffing");
        refuses(2, "occupancy", "staffing: { max-occupancy: 0 }", "staffing");
        refuses(2, "The mean wait (0", "staffing: { max-asa: 0s }", "staffing");
        refuses(2, "At most 3 agents and at least 5", "staffing: { min-agents: 5, max-agents: 3 }", "staffing");
    }

    @Test
    void callersWithoutPatienceAreRefusedByAllAlike() throws IOException {
        for (var command : List.of(List.of("staffing"), List.of("scenario", "run"), List.of("capacity"))) {
            refuses(2, "The mean patience (0)", "staffing: { patience: 0s }", command.toArray(String[]::new));
        }
        refuses(2, "The mean patience (0)", "staffing: { usual-patience: 0s }", "staffing");
    }

    @Test
    void handlingTimesBelowNothingAreRefused() throws IOException {
        refuses(
                2,
                "The change of handling time (-1.2) must be above -100 %",
                "",
                "scenario",
                "run",
                "--change",
                "handling-time=-120%");
        refuses(2, "-90", "", "scenario", "run", "--change", "attendant=40%,aht=-90s");
    }

    @Test
    void aNeedWhileTheHouseIsClosedStopsTheRoster() throws IOException {
        refuses(
                1,
                "when lines are closed",
                "service: { opening-hours: { monday: [09:00-12:00], tuesday: [09:00-12:00], wednesday: [09:00-12:00] } }",
                "roster");
    }

    @Test
    void ofTwoLevelsForOnePracticeTheLaterLineCountsAndBothAtOnceAreRefused() throws IOException {
        var head = "practice_id,valid_from,service_level";
        var lines = List.of(head, "P0001,2025-11-30,0.9@20", "P0001,2025-11-30,0.8@30");
        var told = done("ingest", "contracts", terminal.file("two.csv", lines));
        assertTrue(told.out().contains("read 2, kept 1, duplicates 1, rejected 0"), told::out);
        assertEquals(List.of("0.8@30"), levelsOfTheLastDay());
        var both = terminal.vigie(
                "ingest", "contracts", terminal.file("both.csv", List.of(head, "P0001,2025-11-30,0.9@20|0.8@30")));
        assertTrue(both.out().contains("read 1, kept 0, duplicates 0, rejected 1"), both::out);
        assertEquals(List.of("0.8@30"), levelsOfTheLastDay());
        done("ingest", "contracts", terminal.file("mended.csv", List.of(head, "P0001,2025-11-30,0.8@20")));
        assertEquals(List.of("0.8@20"), levelsOfTheLastDay());
    }

    private List<String> levelsOfTheLastDay() {
        return terminal.<List<String>>inLake(lake -> lake.read(Tables.CONTRACT).collectAsList().stream()
                .filter(contract -> contract.practiceId().equals("P0001")
                        && contract.validFrom().equals(LocalDate.of(2025, 11, 30)))
                .map(contract -> String.valueOf(contract.serviceLevel()))
                .toList());
    }
}
