package fr.vigie.jobs.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.jobs.lake.Tables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Numbers stand where they do not belong: in names of calls, in what cannot be used, in names of files. */
class NumbersIT {
    private static final List<String> CALLS = List.of(
            "call_id,practice_id,caller,arrived_at,answered_at,ended_at,outcome",
            "20260302-+33465719901-1,P1,0465719901,2026-03-02T08:00:00Z,,2026-03-02T08:01:00Z,abandoned",
            "0465719901/7,P1,0465719901,2026-03-02T08:00:00Z,,2026-03-02T07:59:00Z,abandoned",
            "c3,P1,0465719901,04 65 71 99 01,,2026-03-02T08:01:00Z,abandoned",
            "c4,P1,0465719901,2026-03-02T08:00:00Z,,2026-03-02T08:01:00Z,+33465719901",
            "c5,+33 4 65 71 99 01,0465719901,2026-03-02T08:00:00Z,,2026-03-02T08:01:00Z,abandoned",
            "c6,P1,0465719901",
            "c7,P1,0465719901,2026-03-02T08:00:00Z,,2026-03-02T08:01:00Z,abandoned");

    private static final String NUMBER = "465719901";

    @Test
    void noNumberReachesTheLakeNorATerminal(@TempDir Path folder) throws IOException {
        var terminal = new Terminal(folder.resolve("workspace"));
        assertEquals(0, terminal.vigie("init").code());
        var practices = terminal.file(
                "practices.csv",
                List.of(
                        "practice_id,name,called_numbers,insee,specialty,client_since",
                        "P1,Cabinet,,62920,general,2023-04-06"));
        assertEquals(0, terminal.vigie("ingest", "practices", practices).code());
        var odd = new ArrayList<>(CALLS);
        odd.set(0, odd.get(0) + ",04 65 71 99 01,+33 (0)4 65 71 99 01");
        var answers = List.of(
                terminal.vigie("ingest", "calls", terminal.file("0465719901.csv", CALLS)),
                terminal.vigie("ingest", "calls", terminal.file("odd-0465719901.csv", odd.subList(0, 1))),
                terminal.vigie("show", "call_rejected", "--csv"),
                terminal.vigie("show", "call", "--json"),
                terminal.vigie("show", "run", "--json"));
        assertEquals(
                "calls: read 7, kept 2, duplicates 0, rejected 5",
                answers.get(0).out().strip());

        var texts = new TreeMap<String, String>();
        for (var answer : answers) {
            texts.put("answer " + texts.size(), answer.out() + answer.err());
        }
        for (var table : List.of(Tables.CALL, Tables.CALL_REJECTED, Tables.RUN)) {
            texts.put(
                    table.name(),
                    terminal.inLake(lake ->
                            String.join("\n", lake.readColumns(table).toJSON().collectAsList())));
        }
        for (var file : files(terminal.workspace().resolve("lake"))) {
            texts.put(file.toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
        }
        assertTrue(texts.size() > 12, texts.keySet()::toString);
        var found = new ArrayList<String>();
        texts.forEach((where, text) -> {
            if (text.replaceAll("[ .()-]", "").contains(NUMBER)) {
                found.add(where);
            }
        });
        assertEquals(List.of(), found);
    }

    @Test
    void whoIsNamedByANumberAndWhatPeopleWroteComeInWithoutIt(@TempDir Path folder) throws IOException {
        var terminal = new Terminal(folder.resolve("workspace"));
        assertEquals(0, terminal.vigie("init").code());
        var inputs = Map.of(
                "practices",
                List.of(
                        "practice_id,name,called_numbers,insee,specialty,client_since",
                        "0465719901,Cabinet (04.65.71.99.01),0465719901,62920,general,2023-04-06"),
                "observations",
                List.of(
                        "observation_id,practice_id,practitioner_id,observed_at,operator_id,kind,note",
                        "O1,0465719901,,2026-03-02T08:00:00Z,+33465719901,other,rappeler le 04-65-71-99-01 ou +33 4 65 71 99 01"),
                "reviews",
                List.of(
                        "review_id,practice_id,posted_at,rating,text,replied_at,platform",
                        "R1,0465719901,2026-03-02T08:00:00Z,2,J'attends au 0033465719901,,forum"));
        for (var kind : List.of("practices", "observations", "reviews")) {
            var answer = terminal.vigie("ingest", kind, terminal.file(kind + ".csv", inputs.get(kind)));
            assertEquals(
                    kind + ": read 1, kept 1, duplicates 0, rejected 0",
                    answer.out().strip(),
                    answer::err);
        }
        var calls = terminal.file(
                "calls.csv",
                List.of(
                        "call_id,practice_id,caller,arrived_at,answered_at,ended_at,outcome,operator_id",
                        "c1,0465719901,0465719902,2026-03-02T08:00:00Z,2026-03-02T08:00:10Z,2026-03-02T08:01:00Z,answered,0465719901"));
        assertEquals(
                "calls: read 1, kept 1, duplicates 0, rejected 0",
                terminal.vigie("ingest", "calls", calls).out().strip());
        var found = new ArrayList<String>();
        for (var table : List.of(Tables.CALL, Tables.PRACTICE, Tables.OBSERVATION, Tables.REVIEW, Tables.RUN)) {
            var rows = terminal.inLake(
                    lake -> String.join("\n", lake.readColumns(table).toJSON().collectAsList()));
            if (rows.replaceAll("[ .()-]", "").contains(NUMBER)) {
                found.add(table.name());
            }
        }
        for (var file : files(terminal.workspace().resolve("lake"))) {
            if (Files.readString(file, StandardCharsets.ISO_8859_1)
                    .replaceAll("[ .()-]", "")
                    .contains(NUMBER)) {
                found.add(file.toString());
            }
        }
        assertEquals(List.of(), found);
        var practice = terminal.inLake(
                lake -> lake.read(Tables.PRACTICE).collectAsList().get(0).practiceId());
        var call =
                terminal.inLake(lake -> lake.read(Tables.CALL).collectAsList().get(0));
        assertEquals(practice, call.practiceId());
        assertTrue(String.valueOf(call.operatorId()).matches("#[0-9a-f]{32}"), call::toString);
    }

    @Test
    void nationalNumbersOfASourcesCountryAreNumbersToo(@TempDir Path folder) throws IOException {
        var terminal = new Terminal(folder.resolve("workspace"));
        assertEquals(0, terminal.vigie("init").code());
        Files.writeString(
                terminal.workspace().resolve("vigie.yaml"),
                """
                sources:
                  bruxelles: { kind: calls, country: BE, undeclared-practices: accept }
                  berlin: { kind: calls, country: DE, undeclared-practices: accept }
                """);
        assertEquals(
                List.of("#", "02 55* ** **"),
                keptAndRefused(terminal, "bruxelles", "20260302-025551212-1", "02 555 12 12"));
        assertEquals(
                List.of("#", "030 1*****"), keptAndRefused(terminal, "berlin", "20260302-030123456-1", "030 123456"));
    }

    /** The mark of the name of the call that is kept, and the number that the other is refused for. */
    private static List<String> keptAndRefused(Terminal terminal, String source, String callId, String time)
            throws IOException {
        var file = terminal.file(
                source + ".csv",
                List.of(
                        CALLS.get(0),
                        callId + ",P1,,2026-03-02T08:00:00Z,,2026-03-02T08:01:00Z,abandoned",
                        "c2,P1,," + time + ",,2026-03-02T08:01:00Z,abandoned"));
        assertEquals(
                3, terminal.vigie("ingest", "calls", file, "--source", source).code());
        var ofSource = "source = '" + source + "'";
        return List.of(
                terminal.inLake(lake -> lake.read(Tables.CALL).filter(ofSource).collectAsList())
                        .get(0)
                        .callId()
                        .replaceAll("[0-9a-f]{32}$", ""),
                terminal.inLake(lake ->
                                lake.read(Tables.CALL_REJECTED).filter(ofSource).collectAsList())
                        .get(0)
                        .detail()
                        .replaceAll(".*?(0[0-9 *]*\\*).*", "$1"));
    }

    private static List<Path> files(Path place) throws IOException {
        try (var found = Files.walk(place)) {
            return found.filter(Files::isRegularFile).toList();
        }
    }
}
