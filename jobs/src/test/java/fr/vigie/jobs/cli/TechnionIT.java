package fr.vigie.jobs.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two months of a bank's call centre, open day and night, through the mapping that docs/examples ships. The numbers are
 * those of the file: 64,943 records, 58 of them with a negative time in the automated part.
 */
class TechnionIT {
    private static final Path CALLS =
            Path.of(System.getProperty("vigie.data", "../../shared/data"), "calls", "technion-1999-01-02.csv.gz");
    private static final Path MAPPING = Path.of("../docs/examples/technion/vigie.yaml");
    private static final long KEPT = 64_885;

    @TempDir
    Path folder;

    @Test
    void realCallsGoFromTheFileToTheManagersPage() throws IOException {
        assumeTrue(Files.isReadable(CALLS), () -> "no " + CALLS + "; -Dvigie.data=FOLDER says where the data are");
        var terminal = new Terminal(folder.resolve("bank"));
        assertEquals(0, terminal.vigie("init").code());
        Files.copy(MAPPING, terminal.workspace().resolve("vigie.yaml"), StandardCopyOption.REPLACE_EXISTING);

        var ingest = terminal.vigie("ingest", "calls", CALLS.toString(), "--source", "bank", "--json");
        assertEquals(3, ingest.code(), ingest::err);
        var result = new ObjectMapper().readTree(ingest.out());
        assertEquals(64_943, result.get("read").asLong());
        assertEquals(KEPT, result.get("kept").asLong());
        assertEquals(0, result.get("duplicates").asLong());
        assertEquals(58, result.get("rejected").asLong());
        assertEquals("{\"negative-duration\":58}", result.get("rejects").toString());

        assertDone(terminal, "load");
        var hours =
                terminal.vigie("show", "load", "--where", "level=network", "--where", "interval_minutes=60", "--csv");
        assertEquals(KEPT, sum(hours.lines(), "arrivals"));
        assertDone(terminal, "forecast");
        assertDone(terminal, "staffing");
        assertDone(terminal, "report", "managers");
        var page = Files.readString(terminal.workspace().resolve("reports/managers/index.html"));
        assertTrue(page.contains("Anonymous Bank"), "the page does not name the service");
    }

    private static void assertDone(Terminal terminal, String... command) {
        var answer = terminal.vigie(command);
        assertEquals(0, answer.code(), answer::err);
        assertEquals("", answer.err());
    }

    private static long sum(List<String> csv, String column) {
        int position = List.of(csv.get(0).split(",", -1)).indexOf(column);
        return csv.stream()
                .skip(1)
                .mapToLong(line -> Long.parseLong(line.split(",", -1)[position]))
                .sum();
    }
}
