package fr.vigie.jobs.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.jobs.lake.Tables;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lake that is removed and made anew does not bring back what was purged, nor who was forgotten. */
class RegisterIT {
    private static final List<String> CALLS = List.of(
            "call_id,practice_id,caller,arrived_at,answered_at,ended_at,outcome",
            "old,P1,0465710001,2025-01-02T08:00:00Z,,2025-01-02T08:01:00Z,abandoned",
            "hers,P1,0465710001,2026-03-02T08:00:00Z,,2026-03-02T08:01:00Z,abandoned",
            "his,P1,0465710002,2026-03-02T08:00:00Z,,2026-03-02T08:01:00Z,abandoned");

    private static void remove(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    @Test
    void whatWasPurgedAndWhoWasForgottenStaysSoWhereTheLakeIsMadeAnew(@TempDir Path folder) throws IOException {
        var terminal = new Terminal(folder.resolve("workspace"));
        assertEquals(0, terminal.vigie("init").code());
        var practices = terminal.file(
                "practices.csv",
                List.of(
                        "practice_id,name,called_numbers,insee,specialty,client_since",
                        "P1,Cabinet,,62920,general,2023-04-06"));
        assertEquals(0, terminal.vigie("ingest", "practices", practices).code());
        var calls = terminal.file("calls.csv", CALLS);
        assertEquals(0, terminal.vigie("ingest", "calls", calls).code());
        assertEquals(0, terminal.vigie("purge", "--as-of", "2026-03-03").code());
        var in = System.in;
        try {
            System.setIn(new ByteArrayInputStream("0465710001\n".getBytes(StandardCharsets.UTF_8)));
            assertEquals(0, terminal.vigie("forget").code());
        } finally {
            System.setIn(in);
        }
        var audit = terminal.vigie("audit").out();
        assertTrue(audit.contains("purge") && audit.contains("forget"), audit);
        var register = terminal.workspace().resolve("register.json");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(register)));

        remove(terminal.workspace().resolve("lake"));
        assertEquals(0, terminal.vigie("ingest", "practices", practices).code());
        var again = terminal.vigie("ingest", "calls", calls);
        assertEquals(
                "calls: read 3, kept 2, duplicates 0, rejected 1", again.out().strip(), again::err);
        assertTrue(again.err().contains("past-retention"), again.err());
        var rows = terminal.inLake(lake -> lake.read(Tables.CALL).collectAsList());
        for (var call : rows) {
            if (call.callId().equals("hers")) {
                assertNull(call.callerKey());
            } else {
                assertTrue(call.callerKey() != null, call::callId);
            }
        }
        assertEquals(audit, terminal.vigie("audit").out());
        assertEquals(0, terminal.vigie("audit", "--verify").code());

        Files.writeString(register, "{ not JSON");
        var damaged = terminal.vigie("ingest", "calls", calls);
        assertEquals(1, damaged.code());
        assertTrue(
                damaged.err().contains("register.json") && damaged.err().contains("Maybe restore it"), damaged.err());
    }
}
