package fr.vigie.jobs.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalcErlangCommandTest {
    private static final List<String> KEYS = List.of(
            "model",
            "offered_erlangs",
            "agents",
            "occupancy",
            "probability_of_wait",
            "blocking",
            "service_level",
            "asa_seconds",
            "mean_wait_seconds",
            "abandonment",
            "scheduled_agents");

    /** Words of the program that are none of its readers'. */
    private static final Pattern JAVA = Pattern.compile("Exception|java\\.|fr\\.vigie|[a-z][A-Z][a-z]+\\b|\\bint\\b");

    /** What a command line printed. */
    private record Printed(int code, String out, String err) {}

    @Test
    void everyModelHasTheSameKeys() throws Exception {
        for (var model : List.of("b", "c", "a --patience 300", "x --patience 90 --redial 0.5")) {
            var answer = json("--model " + model + " --calls-per-hour 200 --aht 180 --agents 14");
            var names = new ArrayList<String>();
            answer.fieldNames().forEachRemaining(names::add);
            assertEquals(KEYS, names);
        }
    }

    @Test
    void erlangAWithGivenAgents() throws Exception {
        var answer = json("--model a --calls-per-hour 200 --aht 180 --patience 300 --agents 14 --shrinkage 0.3");
        assertEquals(10, answer.get("offered_erlangs").asDouble(), 1e-12);
        assertEquals(0.1452601143, answer.get("probability_of_wait").asDouble(), 1e-9);
        assertEquals(0.9167920919, answer.get("service_level").asDouble(), 1e-9);
        assertEquals(4.195123237, answer.get("mean_wait_seconds").asDouble(), 1e-8);
        assertEquals(20, answer.get("scheduled_agents").asInt());
        assertTrue(answer.get("blocking").isNull());
    }

    @Test
    void erlangCSizedToAServiceLevel() throws Exception {
        var answer = json("--model c --calls-per-hour 200 --aht 180 --service-level 0.8 --within 20");
        assertEquals(14, answer.get("agents").asInt());
        assertTrue(answer.get("abandonment").isNull());
        assertEquals(answer.get("asa_seconds"), answer.get("mean_wait_seconds"));
    }

    @Test
    void everyTargetCounts() throws Exception {
        var load = "--model a --calls-per-hour 300 --aht 65 --patience 90 ";
        assertEquals(7, json(load + "--service-level 0.8").get("agents").asInt());
        assertEquals(
                8,
                json(load + "--service-level 0.8 --abandonment 0.05")
                        .get("agents")
                        .asInt());
        assertEquals(
                11,
                json(load + "--service-level 0.8 --max-occupancy 0.5")
                        .get("agents")
                        .asInt());
        assertEquals(10, json(load + "--asa 0.5").get("agents").asInt());
    }

    @Test
    void anOverloadedErlangCSaysSo() throws Exception {
        var answer = json("--model c --calls-per-hour 200 --aht 180 --agents 10");
        assertEquals(1, answer.get("probability_of_wait").asDouble());
        assertEquals(0, answer.get("service_level").asDouble());
        assertTrue(answer.get("asa_seconds").isNull());
    }

    @Test
    void whatErlangBDoesNotHaveIsNull() throws Exception {
        var answer = json("--model b --calls-per-hour 200 --aht 180 --agents 14");
        for (var key :
                List.of("probability_of_wait", "service_level", "asa_seconds", "mean_wait_seconds", "abandonment")) {
            assertTrue(answer.get(key).isNull(), key);
        }
        assertTrue(answer.get("blocking").isNumber());
    }

    @Test
    void theDefinitionChangesTheServiceLevel() throws Exception {
        var load = "--model a --calls-per-hour 200 --aht 180 --patience 60 --agents 10 --definition ";
        double offered = json(load + "offered").get("service_level").asDouble();
        double withoutShort =
                json(load + "without-short --short 20").get("service_level").asDouble();
        double answered = json(load + "answered").get("service_level").asDouble();
        assertTrue(offered < withoutShort && withoutShort < answered, offered + " " + withoutShort + " " + answered);
    }

    @Test
    void peopleReadItInTheirLanguage() {
        var french = run("calc erlang --model c --calls-per-hour 200 --aht 180 --agents 14");
        assertEquals(0, french.code(), french.err());
        assertTrue(french.out().contains("Niveau de service") && french.out().contains("88,84 %"), french.out());
        var english = run("--lang en calc erlang --model c --calls-per-hour 200 --aht 180 --agents 14");
        assertTrue(english.out().contains("Service level") && english.out().contains("88.84 %"), english.out());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--model q --calls-per-hour 200 --aht 180 --agents 14",
                "--model a --calls-per-hour 200 --aht 180 --agents 14",
                "--model a --calls-per-hour 200 --aht 180 --patience 0 --agents 14",
                "--model x --calls-per-hour 200 --aht 180 --patience 90 --agents 14",
                "--model x --calls-per-hour 200 --aht 180 --patience 90 --redial 1.5 --agents 14",
                "--model c --calls-per-hour 200 --aht -1 --agents 14",
                "--model c --calls-per-hour 0 --aht 180 --agents 14",
                "--model c --calls-per-hour NaN --aht 180 --agents 14",
                "--model c --calls-per-hour 200 --aht 180 --agents 0",
                "--model c --calls-per-hour 200 --aht 180 --agents two",
                "--model c --calls-per-hour 200 --aht 180",
                "--model c --calls-per-hour 200 --aht 180 --agents 14 --asa 10",
                "--model c --calls-per-hour 200 --aht 180 --abandonment 0.05",
                "--model c --calls-per-hour 200 --aht 180 --service-level 1",
                "--model c --calls-per-hour 200 --aht 180 --service-level 80",
                "--model c --calls-per-hour 200 --aht 180 --agents 14 --definition best",
                "--model c --calls-per-hour 200 --aht 180 --agents 14 --within -5",
                "--model c --calls-per-hour 200 --aht 180 --agents 14 --shrinkage 1",
                "--calls-per-hour 200 --aht 180 --agents 14",
                "--model a --calls-per-hour 200 --aht 180 --patience 1e300 --agents 1",
                "--model a --calls-per-hour 200 --aht 180 --patience 1e-300 --agents 1",
                "--model c --calls-per-hour 1e300 --aht 1e300 --agents 1",
                "--model b --calls-per-hour 200 --aht 180 --agents 2000000000",
                "--model b --calls-per-hour 200 --aht 180 --agents 3000000000",
                "--model c --calls-per-hour 200 --aht 180 --agents 14 --shrinkage 0.9999999999",
            })
    void badInputIsOneLineAndCode2(String options) {
        var printed = run("calc erlang " + options);
        assertEquals(2, printed.code(), printed.err());
        assertEquals("", printed.out());
        assertEquals(1, printed.err().lines().count(), printed.err());
        assertFalse(JAVA.matcher(printed.err()).find(), printed.err());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "calc erlang --agnts 3 | '--agnts' is no option of 'vigie calc erlang'. Did you mean '--agents'?",
                "calc erlng --agents 3 | 'erlng' is no command of 'vigie calc'. Did you mean 'erlang'?",
                "lod forecast | 'lod' is no command of 'vigie'. Did you mean 'load'?",
                "forcast | 'forcast' is no command of 'vigie'. Did you mean 'forecast'?",
                "--lang de status | 'de' is nothing that --lang can be.",
                "calc erlang --definition without-shot | Did you mean 'without-short'?",
                "calc erlang --agents many | 'many' is nothing that --agents can be: it takes a whole number",
                "forecast --as-of 31/03/2026 | '31/03/2026' is nothing that --as-of can be: it takes a day",
                "simulate --output x --to +999999999-12-31 | it takes a day of the years 1900 to 2999",
                "show load --from 2026-02-30 | '2026-02-30' is nothing that --from can be",
                "show load --from 2026-03-02 --to 2026-03-01 | --to (2026-03-01) is before --from (2026-03-02)",
                "calc erlang --json=perhaps | 'perhaps' is nothing that --json can be",
            })
    void aMistypedWordIsNamedAndTheRightOneGuessed(String line, String message) {
        var printed = run(line);
        assertEquals(2, printed.code(), printed.err());
        assertEquals(1, printed.err().lines().count(), printed.err());
        assertTrue(printed.err().contains(message), printed.err());
        assertFalse(JAVA.matcher(printed.err()).find(), printed.err());
    }

    private static JsonNode json(String options) throws Exception {
        var printed = run("calc erlang --json " + options);
        assertEquals(0, printed.code(), printed.err());
        assertEquals(1, printed.out().lines().count());
        return new ObjectMapper().readTree(printed.out());
    }

    private static Printed run(String line) {
        var out = System.out;
        var err = System.err;
        var printedOut = new ByteArrayOutputStream();
        var printedErr = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printedOut, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(printedErr, true, StandardCharsets.UTF_8));
        try {
            int code = Vigie.run(line.split(" ", -1));
            return new Printed(
                    code, printedOut.toString(StandardCharsets.UTF_8), printedErr.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }
}
