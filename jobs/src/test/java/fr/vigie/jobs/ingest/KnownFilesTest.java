package fr.vigie.jobs.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.jobs.ingest.KnownFiles.Growth;
import fr.vigie.jobs.ingest.KnownFiles.Standing;
import fr.vigie.jobs.lake.RunRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Files are written {@code name=content}. */
class KnownFilesTest {
    private static final String WAY = "way";

    private final List<RunRow> log = new ArrayList<>();

    /** A file grows by letters behind it. */
    private static final Growth GROWTH = (file, contents) ->
            contents.stream().filter(file.content()::startsWith).collect(Collectors.toSet());

    private boolean together;

    private static List<KnownFile> files(String... files) {
        return Arrays.stream(files)
                .map(file -> new KnownFile(
                        new Place("drop", file.substring(0, file.indexOf('='))), file.substring(file.indexOf('=') + 1)))
                .toList();
    }

    /** Reads of the files what is not known, as an ingest does; their contents. */
    private List<String> readIn(String way, String... names) {
        var all = files(names);
        var standing = new KnownFiles(log).standing(way, all, together, GROWTH);
        var rest = all.subList(standing.files().size(), all.size());
        if (!rest.isEmpty()) {
            var inputs = KnownFiles.remembered("exchange", way, "FR", !log.isEmpty(), standing, rest);
            log.add(new RunRow(
                    "id", "ingest", "1", null, "{}", inputs, "{}", "{}", "{}", "{}", Instant.EPOCH, Instant.EPOCH));
        }
        return rest.stream().map(KnownFile::content).toList();
    }

    private List<String> read(String... names) {
        return readIn(WAY, names);
    }

    @Test
    void aFileAfterTheOthersIsReadAlone() {
        assertEquals(List.of("A", "B"), read("1=A", "2=B"));
        assertEquals(List.of("C"), read("1=A", "2=B", "3=C"));
        assertEquals(List.of("D"), read("1=A", "2=B", "3=C", "4=D"));
        assertEquals(List.of(), read("1=A", "2=B", "3=C", "4=D"));
    }

    @Test
    void aFileInTheMiddleIsReadWithAllThatLieOverIt() {
        read("1=A", "2=B", "3=C");
        assertEquals(List.of("X", "B", "C"), read("1=A", "1b=X", "2=B", "3=C"));
        assertEquals(List.of(), read("1=A", "1b=X", "2=B", "3=C"));
        assertEquals(List.of("Y", "A", "X", "B", "C"), read("0=Y", "1=A", "1b=X", "2=B", "3=C"));
    }

    @Test
    void olderFilesThatAreGoneAreNotMissed() {
        read("1=A", "2=B", "3=C");
        assertEquals(List.of(), read("2=B", "3=C"));
        assertEquals(List.of("D"), read("3=C", "4=D"));
        assertEquals(List.of(), read("2=B", "3=C", "4=D"), "it comes back to where it lay");
    }

    @Test
    void whatLiesUnderAFileThatWasTakenAwayIsReadAgain() {
        read("1=A", "2=B", "3=C");
        assertEquals(List.of("A", "C"), read("1=A", "3=C"));
        assertEquals(List.of("A"), read("1=A"));
    }

    @Test
    void aFileThatGrewIsReadAlone() {
        read("1=A", "2=B", "3=C");
        assertEquals(List.of("C+"), read("1=A", "2=B", "3=C+"));
        assertEquals(List.of(), read("1=A", "2=B", "3=C+"));
        assertEquals(List.of("B+", "C+"), read("1=A", "2=B+", "3=C+"));
    }

    @Test
    void rotationReadsTheNewPartsOnly() {
        read("log.1=A", "log=B");
        assertEquals(List.of(), read("log.2=A", "log.1=B"));
        assertEquals(List.of("B+", "C"), read("log.2=A", "log.1=B+", "log=C"));
        assertEquals(List.of("D"), read("log.2=B+", "log.1=C", "log=D"));
        read("cdr.20251001=A", "cdr=B");
        assertEquals(List.of("B+"), read("cdr.20251001=A", "cdr.20251002=B+"), "and nothing was written since");
    }

    @Test
    void twoFilesOfOneContentAreBothKnown() {
        read("1=A", "2=B", "3=A");
        assertEquals(List.of(), read("1=A", "2=B", "3=A"));
        assertEquals(List.of("C"), read("1=A", "2=B", "3=A", "4=C"));
    }

    @Test
    void anotherWayOfReadingReadsAll() {
        read("1=A", "2=B");
        assertEquals(List.of("A", "B"), readIn("another", "1=A", "2=B"));
        assertEquals(List.of("A", "B"), read("1=A", "2=B"), "what was read last counts");
    }

    @Test
    void aFileReadByItselfLiesOverTheOthers() {
        read("1=A");
        assertEquals(List.of("B"), read("2=B"));
        assertEquals(List.of("A"), read("1=A"), "its versions lay under those of the other file");
        assertEquals(List.of("B"), read("1=A", "2=B"));
        assertEquals(List.of("C"), read("3=C"));
        assertEquals(List.of(), read("1=A", "2=B", "3=C"), "day by day, then all");
    }

    @Test
    void whereTheTableWasLostTheOrderBeginsAnew() {
        read("1=A", "2=B");
        log.add(new RunRow(
                "id",
                "ingest",
                "1",
                null,
                "{}",
                KnownFiles.remembered("exchange", WAY, "FR", false, Standing.NONE, files("2=B")),
                "{}",
                "{}",
                "{}",
                "{}",
                Instant.EPOCH,
                Instant.EPOCH));
        assertEquals(List.of("A", "B"), read("1=A", "2=B"));
    }

    @Test
    void aFileThatWasEditedIsReadWithAllThatLieUnderIt() {
        read("1=A", "2=B", "3=C");
        assertEquals(List.of("A", "B", "X"), read("1=A", "2=B", "3=X"), "what C said over A may be gone");
        assertEquals(List.of(), read("1=A", "2=B", "3=X"));
    }

    @Test
    void aDatedPartThatWasTakenAwayIsMissed() {
        read("cdr.20251001=A", "cdr.20251002=B", "cdr.20251003=C");
        assertEquals(List.of("A", "C"), read("cdr.20251001=A", "cdr.20251003=C"));
        assertEquals(List.of("D"), read("cdr.20251001=A", "cdr.20251003=C", "cdr.20251004=D"));
    }

    @Test
    void filesThatBelongTogetherAreKnownOnlyBehindEachOther() {
        together = true;
        read("1=A");
        assertEquals(List.of("B"), read("1=A", "2=B"));
        assertEquals(List.of(), read("1=A", "2=B"));
        read("3=C");
        assertEquals(List.of("C"), read("1=A", "2=B", "3=C"), "it was read without what comes before it");
        assertEquals(List.of(), read("2=B", "3=C"), "an old file is not missed");
        assertEquals(List.of("D"), read("2=B", "3=C", "4=D"));
    }

    @Test
    void whatRanOverFromAFileThatIsGoneIsNotReadWithoutIt() {
        together = true;
        read("1=A", "2=B", "3=C");
        assertEquals(List.of("C"), readIn("another", "2=B", "3=C"), "B is whole only behind A");
        assertEquals(List.of(), readIn("another", "2=B", "3=C"));
        assertEquals(List.of("D"), readIn("another", "2=B", "3=C", "4=D"));
        assertEquals(List.of("A", "B", "C"), readIn("a third", "1=A", "2=B", "3=C"));
    }

    @Test
    void aPartThatWasCopiedIsReadOnceMoreAndThenKnown() {
        together = true;
        read("1=A", "2=A", "3=B");
        assertEquals(List.of(), read("1=A", "2=A", "3=B"));
    }

    @Test
    void theRecordsOfEachFileAreRemembered() {
        var a = new FileRecords(
                new FileCounts(5, 3, 1, 1), new TreeMap<>(Map.of("bad-value", 1L)), Optional.of(Instant.EPOCH));
        var metrics = FileRecords.metrics(a.counts(), 0, List.of(a, FileRecords.NONE));
        log.add(run(KnownFiles.remembered("exchange", WAY, "FR", false, Standing.NONE, files("1=A", "2=B")), metrics));
        var known = new KnownFiles(log);
        assertEquals(a, known.records("A"));
        assertEquals(FileRecords.NONE, known.records("B"));
        assertTrue(KnownFiles.hasRecords(log.get(0), "A"));
        assertFalse(KnownFiles.hasRecords(log.get(0), "B"), "a header is nobody's");
        assertEquals(Optional.of("FR"), known.country());
    }

    private static RunRow run(String inputs, String metrics) {
        return new RunRow(
                "id", "ingest", "1", null, "{}", inputs, "{}", "{}", metrics, "{}", Instant.EPOCH, Instant.EPOCH);
    }
}
