package fr.vigie.jobs.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.vigie.input.InputKind;
import fr.vigie.jobs.error.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CiscoCucmTest {
    private static final Path CDR = Path.of(System.getProperty("vigie.data", "../../shared/data"), "cdr");
    private static final Wanted WANTED = new Wanted(
            InputKind.CALLS,
            List.of("call_id", "caller", "arrived_at", "answered_at", "ended_at", "operator_id", "outcome"),
            List.of("call_id", "arrived_at", "ended_at", "outcome"),
            ZoneOffset.UTC);
    private static final String HEADER = String.join(",", CiscoLeg.REQUIRED) + "\n";

    @TempDir
    Path folder;

    private static List<RawRecord> read(Path... files) {
        var records = new ArrayList<RawRecord>();
        new CiscoCucm(null)
                .read(
                        List.of(files).stream()
                                .map(f -> InputFile.of(f, Limits.usual()))
                                .toList(),
                        WANTED)
                .forEachRemaining(records::add);
        return records;
    }

    @Test
    void readsTheRecordsOfARealCluster() {
        var file = CDR.resolve("cisco-cdr.txt");
        assumeTrue(Files.isReadable(file), () -> "no " + file + "; -Dvigie.data=FOLDER says where the data are");
        var records = read(file);
        assertEquals(3, records.size());
        records.forEach(r -> assertNull(r.problem()));
        assertEquals("blocked", records.get(0).values()[6]);
        var answered = records.get(2).values();
        assertEquals("2025-04-18T16:32:08Z", answered[2]);
        assertEquals("2025-04-18T16:32:10Z", answered[3]);
        assertEquals("2025-04-18T16:32:21Z", answered[4]);
        assertEquals("rubbleb", answered[5]);
        assertEquals("answered", answered[6]);
    }

    @Test
    void refusesQualityRecordsByName() {
        var file = CDR.resolve("cisco-cmr.txt");
        assumeTrue(Files.isReadable(file), () -> "no " + file + "; -Dvigie.data=FOLDER says where the data are");
        var error = assertThrows(UserError.class, () -> read(file));
        assertTrue(String.valueOf(error.getMessage()).contains("CMR"), error.getMessage());
    }

    @Test
    void aNumberThatComesRoundAgainIsAnotherCall() throws IOException {
        var file = Files.writeString(
                folder.resolve("export.csv"),
                HEADER + "1,7,1774850400,1774850405,1774850430,a,b,c\n1,7,1776850400,0,1776850430,a,b,c\n");
        assertEquals(2, read(file).size());
    }

    @Test
    void callsOfLongAgoAreGivenOutBeforeTheLastFileIsRead() throws IOException {
        var first = Files.writeString(
                folder.resolve("cdr_a_01_202603300600_1"), HEADER + "1,7,1774850400,0,1774850430,a,b,c\n");
        var second = Files.writeString(
                folder.resolve("cdr_a_01_202604020600_2"), HEADER + "1,8,1775109600,0,1775109630,a,b,c\n");
        var third = folder.resolve("cdr_a_01_202604020601_3");
        var records = new CiscoCucm(null)
                .read(
                        List.of(first, second, third).stream()
                                .map(f -> InputFile.of(f, Limits.usual()))
                                .toList(),
                        WANTED);
        assertEquals("1-7-1774850400", records.next().values()[0]);
        assertThrows(UserError.class, records::hasNext, "the third file is not there");
    }
}
