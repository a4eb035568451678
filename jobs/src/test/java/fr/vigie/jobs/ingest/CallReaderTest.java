package fr.vigie.jobs.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.vigie.input.InputKind;
import fr.vigie.jobs.format.FileParts.Part;
import fr.vigie.jobs.format.InputFile;
import fr.vigie.jobs.format.Limits;
import fr.vigie.jobs.format.VigieCsv;
import fr.vigie.jobs.ingest.SourceConfig.UndeclaredPractices;
import fr.vigie.jobs.lake.PracticeRow;
import fr.vigie.privacy.CallerKeys;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallReaderTest {
    private static final String TIMES = ",2026-03-30T08:00:00Z,2026-03-30T08:01:00Z,abandoned";

    @TempDir
    Path folder;

    /** What becomes of a call to a practice that is declared, to its line, to another practice and to another line. */
    private List<String> read(UndeclaredPractices undeclared) throws IOException {
        var file = Files.write(
                folder.resolve("calls.csv"),
                List.of(
                        "call_id,practice_id,called_number,arrived_at,ended_at,outcome",
                        "A,P1," + TIMES,
                        "B,,0199000071" + TIMES,
                        "C,P2," + TIMES,
                        "D,,0199000072" + TIMES));
        var all = Readings.of(InputKind.CALLS, new VigieCsv(), Readings.PARIS);
        var line = HexFormat.of().formatHex(new CallerKeys(all.keys().current()).of("+33199000071"));
        var declared = new PracticeRow("P1", "P1", "59009", null, null, null, null, null, null, null, List.of(line));
        var reading = new Reading(
                all.source(),
                all.format(),
                all.wanted(),
                all.serviceZone(),
                all.country(),
                all.keys(),
                all.forgotten(),
                null,
                Practices.of(List.of(declared), undeclared));
        var reader = new CallReader(reading, CallReader.Task.of(0, InputFile.of(file, Limits.usual()), Part.WHOLE));
        var found = new ArrayList<String>();
        while (reader.next()) {
            var problem = reader.problem();
            found.add(
                    problem == null
                            ? new String(reader.words().text(reader.call().practice), StandardCharsets.UTF_8)
                            : problem.reason());
        }
        return found;
    }

    @Test
    void aLineTellsItsPracticeWhetherOthersAreAcceptedOrNot() throws IOException {
        assertEquals(List.of("P1", "P1", "P2", "unknown-practice"), read(UndeclaredPractices.ACCEPT));
        assertEquals(List.of("P1", "P1", "unknown-practice", "unknown-practice"), read(UndeclaredPractices.REJECT));
    }
}
