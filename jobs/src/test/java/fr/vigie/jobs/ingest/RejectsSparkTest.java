package fr.vigie.jobs.ingest;

import static org.apache.spark.sql.functions.col;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.input.InputKind;
import fr.vigie.jobs.KeyRing;
import fr.vigie.jobs.RunLog;
import fr.vigie.jobs.config.Block;
import fr.vigie.jobs.config.ServiceConfig;
import fr.vigie.jobs.config.VigieConfig;
import fr.vigie.jobs.error.UserError;
import fr.vigie.jobs.lake.CallRow;
import fr.vigie.jobs.lake.Digest;
import fr.vigie.jobs.lake.Lake;
import fr.vigie.jobs.lake.RejectRow;
import fr.vigie.jobs.lake.RunRow;
import fr.vigie.jobs.lake.Tables;
import fr.vigie.jobs.spark.SharedSpark;
import fr.vigie.privacy.CallerKeys;
import fr.vigie.privacy.PhoneMask;
import fr.vigie.privacy.PseudonymKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A reject is open until its record is corrected, in whatever file, and once it is closed it stays so. */
@ExtendWith(SharedSpark.class)
class RejectsSparkTest {
    private static final String HEADER = "call_id,practice_id,caller,arrived_at,answered_at,ended_at,outcome";
    private static final String GOOD = "%s,P1,0465710001,2026-03-02T08:00:00Z,,2026-03-02T08:01:00Z,abandoned";
    private static final String BAD = "%s,P1,0465710001,2026-03-02T08:00:00Z,,2026-03-02T07:59:00Z,abandoned";
    private static final String SHORT = "%s,P1,0465710001";
    private static final KeyRing KEYS = new KeyRing(PseudonymKey.of("cle-de-test-non-secrete"), List.of());

    private final Lake lake;
    private final Path folder;
    private final String source;
    private KeyRing keys = KEYS;
    private long stillOpen;

    /** The lake is everybody's: each test has a source of its own. */
    RejectsSparkTest(SparkSession spark, @TempDir Path folder, TestInfo test) {
        this.lake = new Lake(spark);
        this.folder = folder;
        this.source = test.getTestMethod().orElseThrow().getName();
    }

    private Path file(String name, String... records) throws IOException {
        return file(name, HEADER, List.of(records));
    }

    private Path file(String name, String header, List<String> records) throws IOException {
        var path = folder.resolve(name);
        Files.createDirectories(path.getParent());
        return Files.write(
                path, Stream.concat(Stream.of(header), records.stream()).toList());
    }

    /** No two tests have a file of the same content: it would be one of two sources. */
    private String of(String record, String callId) {
        return record.formatted(callId).replace("P1", source);
    }

    private String ingest(Path... files) {
        return ingest(source, InputKind.CALLS, files);
    }

    private String ingest(String from, InputKind kind, Path... files) {
        var config = VigieConfig.parse(
                "",
                "test",
                List.of(new Block("service", ServiceConfig.class), new Block("ingest", IngestConfig.class)));
        var log = RunLog.of(lake);
        var job = new IngestJob(folder.resolve("workspace"), lake, config, keys, log, Clock.systemUTC());
        var settings = new SourceConfig(kind, null, null, null, null, SourceConfig.UndeclaredPractices.ACCEPT);
        var done = job.run(job.prepare(from, settings, List.of(files)));
        log.append(done.log().stream().toList());
        var result = done.result();
        stillOpen = result.open();
        return "read %d, kept %d, duplicates %d, rejected %d"
                .formatted(result.read(), result.kept(), result.duplicates(), result.rejected());
    }

    private List<String> open() {
        return lake.read(Tables.CALL_REJECTED).filter(col("source").equalTo(source)).collectAsList().stream()
                .map(r -> r.file() + ":" + r.line() + " " + r.key() + " " + r.reason())
                .sorted()
                .toList();
    }

    private Digest digest() {
        return lake.digest(Tables.CALL_REJECTED, col("source").equalTo(source));
    }

    private Digest calls() {
        return lake.digest(Tables.CALL, col("source").equalTo(source));
    }

    @Test
    void aRejectClosesWhenItsFileIsReadAgainWithoutTheFault() throws IOException {
        ingest(file("x.csv", of(GOOD, "c1"), of(BAD, "c2"), of(SHORT, "c3")));
        ingest(file("x.csv", of(GOOD, "c1"), of(BAD, "c2"), of(GOOD, "c3")));
        assertEquals(List.of("x.csv:3 c2 ends-before-it-begins"), open());
        ingest(file("x.csv", of(GOOD, "c1"), of(GOOD, "c2"), of(GOOD, "c3")));
        assertEquals(List.of(), open());
    }

    @Test
    void aRejectClosesWhenItsCallArrivesFromAnotherFileAndStaysClosed() throws IOException {
        var bad = file("x.csv", of(GOOD, "c1"), of(BAD, "c2"), of(BAD, "c3"));
        ingest(bad);
        var fix = file("fix.csv", of(GOOD, "c2"));
        assertEquals("read 1, kept 1, duplicates 0, rejected 0", ingest(fix));
        assertEquals(List.of("x.csv:4 c3 ends-before-it-begins"), open());
        var before = digest();
        var content = calls();
        ingest(bad);
        assertEquals(before, digest());
        ingest(fix);
        assertEquals(before, digest());
        ingest(Files.move(bad, folder.resolve("x.csv.1")));
        assertEquals(List.of("x.csv.1:4 c3 ends-before-it-begins"), open());
        assertEquals(content, calls());
    }

    @Test
    void anOldFaultReadAgainDoesNotCloseTheSameFaultOfANewerFile() throws IOException {
        var old = file("x.csv", of(GOOD, "c1"), of(BAD, "c2"));
        ingest(old);
        ingest(file("fix.csv", of(GOOD, "c2")));
        ingest(file("z.csv", of(BAD, "c2")));
        assertEquals(List.of("z.csv:2 c2 ends-before-it-begins"), open());
        ingest(old);
        assertEquals(List.of("z.csv:2 c2 ends-before-it-begins"), open());
    }

    @Test
    void inOneIngestAsInTwoTheLastRecordOfAKeyDecides() throws IOException {
        ingest(
                file("a.csv", of(GOOD, "c1"), of(BAD, "c3")),
                file("b.csv", of(BAD, "c1"), of(BAD, "c2"), of(BAD, "c2"), of(GOOD, "c3")));
        assertEquals(List.of("b.csv:2 c1 ends-before-it-begins", "b.csv:4 c2 ends-before-it-begins"), open());
    }

    @Test
    void aCorrectionClosesTheFaultThoughItsFileComesFirstInOrder() throws IOException {
        var bad = file("b.csv", of(GOOD, "c1"), of(BAD, "c2"));
        ingest(bad);
        assertEquals(
                "read 3, kept 1, duplicates 1, rejected 1",
                ingest(file("a.csv", of(GOOD, "c2")), bad),
                "it lies over it");
        assertEquals(List.of(), open());
        assertEquals(0, stillOpen);
    }

    @Test
    void whatIsOpenStaysSoWhenAllIsReadAgainAsItWas() throws IOException {
        var x = file("x.csv", of(GOOD, "c1"));
        var y = file("y.csv", of(BAD, "c1"), of(GOOD, "c2"));
        ingest(x);
        ingest(y);
        assertEquals(1, open().size());
        ingest(y, file("w.csv", of(GOOD, "c9")));
        assertEquals(List.of("y.csv:2 c1 ends-before-it-begins"), open());
        ingest(x);
        assertEquals(List.of("y.csv:2 c1 ends-before-it-begins"), open(), "an older record closes nothing");
        assertEquals(0, stillOpen, "it is none of this file's");
    }

    @Test
    void theFiguresOfKnownFilesAreTheirOwnAndWhatIsCorrectedIsNotOpen() throws IOException {
        var x = file("x.csv", of(GOOD, "c1"), of(BAD, "c2"));
        var y = file("y.csv", of(GOOD, "c3"), of(GOOD, "c4"), of(GOOD, "c5"));
        assertEquals("read 5, kept 4, duplicates 0, rejected 1", ingest(x, y));
        assertEquals(1, stillOpen);
        assertEquals("read 3, kept 0, duplicates 3, rejected 0", ingest(y));
        assertEquals(0, stillOpen);
        assertEquals("read 5, kept 0, duplicates 4, rejected 1", ingest(x, y));
        assertEquals(1, stillOpen);
        ingest(file("z.csv", of(GOOD, "c2")));
        assertEquals("read 5, kept 0, duplicates 4, rejected 1", ingest(x, y), "the fault is still there");
        assertEquals(0, stillOpen, "but nobody needs to look at it");
    }

    @Test
    void aCallThatIsRefusedAgainIsOpenOnce() throws IOException {
        ingest(file("x.csv", of(BAD, "c1")));
        ingest(file("y.csv", of(GOOD, "c0"), of(BAD, "c1")));
        assertEquals(List.of("y.csv:3 c1 ends-before-it-begins"), open());
    }

    @Test
    void aNewerVersionThatCannotBeUsedIsOpenThoughTheCallIsKnown() throws IOException {
        ingest(file("x.csv", of(GOOD, "c1")));
        ingest(file("y.csv", of(BAD, "c1")));
        assertEquals(List.of("y.csv:2 c1 ends-before-it-begins"), open());
        ingest(file("z.csv", of(GOOD, "c2")));
        assertEquals(1, open().size(), "the call did not arrive, its day only did");
    }

    @Test
    void anotherSourceClosesNothing() throws IOException {
        ingest(file("x.csv", of(BAD, "c1")));
        ingest("another", InputKind.CALLS, file("y.csv", of(GOOD, "c1")));
        assertEquals(1, open().size());
    }

    @Test
    void filesOfOneNameInTwoFoldersAreTwo() throws IOException {
        ingest(file("a/x.csv", of(SHORT, "c1")));
        ingest(file("b/x.csv", of(GOOD, "c2"), of(SHORT, "c3")));
        assertEquals(2, open().size());
        ingest(file("a/x.csv", of(GOOD, "c1")));
        assertEquals(List.of("x.csv:3 null wrong-number-of-fields"), open());
        assertEquals(
                List.of(folder.resolve("b").toString()),
                lake.read(Tables.CALL_REJECTED).filter(col("source").equalTo(source)).collectAsList().stream()
                        .map(RejectRow::folder)
                        .toList());
    }

    @Test
    void aFileThatIsOnlyRenamedIsNotReadAgainAndLeavesOneRejectOfEachFault() throws IOException {
        var log = file("x.csv", of(GOOD, "c1"), of(SHORT, "c2"));
        ingest(log);
        var before = digest();
        var rotated = Files.move(log, folder.resolve("x.csv.1"));
        assertEquals("read 2, kept 0, duplicates 1, rejected 1", ingest(rotated));
        assertEquals(before, digest());
        ingest(rotated, file("x.csv", of(GOOD, "c3")));
        assertEquals(List.of("x.csv.1:3 null wrong-number-of-fields"), open());
        assertEquals(2, calls().rows());
    }

    @Test
    void recordsOfOtherKindsHaveTheirTablesKeys() throws IOException {
        var header = "operator_id,starts_at,ends_at,activity";
        var bad = file(
                "shifts.csv",
                header,
                List.of(
                        "O1,2026-03-02T08:00:00+01:00,2026-03-02T07:00:00+01:00,calls",
                        "O2,2026-03-02T08:00:00,2026-03-02T12:00:00,dancing",
                        "O3,today,2026-03-02T12:00:00,calls"));
        ingest(source, InputKind.SHIFTS, bad);
        assertEquals(
                List.of(
                        "shifts.csv:2 O1|2026-03-02T07:00:00Z ends-before-it-begins",
                        "shifts.csv:3 O2|2026-03-02T07:00:00Z bad-value",
                        "shifts.csv:4 null bad-value"),
                open());
        ingest(
                source,
                InputKind.SHIFTS,
                file("fix.csv", header, List.of("O1,2026-03-02T07:00:00Z,2026-03-02T11:00:00Z,calls")));
        assertEquals(2, open().size());
        ingest(source, InputKind.SHIFTS, bad);
        assertEquals(2, open().size(), "what was corrected stays so");
    }

    @Test
    void aCallNameThatHoldsANumberIsKeptAsAPseudonymAndStillCloses() throws IOException {
        ingest(file("x.csv", of(BAD, "20260302-0465710001-7")));
        assertTrue(open().get(0).matches("x.csv:2 #[0-9a-f]{32} ends-before-it-begins"), open().get(0));
        ingest(file("y.csv", of(GOOD, "20260302-0465710001-7")));
        assertEquals(List.of(), open());
    }

    @Test
    void namesThatHoldNumbersAreNotReadByAnotherMask() throws IOException {
        ingest(file("x.csv", of(GOOD, "20260302-0465710001-7")));
        ingest(file("y.csv", of(GOOD, "1709541234.123")));
        var log = RunLog.of(lake);
        var run = log.last(one -> KnownFiles.isOf(one, source)).orElseThrow();
        var byAnotherMask =
                run.inputs().replace("\"mask\":" + PhoneMask.VERSION, "\"mask\":" + (PhoneMask.VERSION - 1));
        assertNotEquals(run.inputs(), byAnotherMask);
        log.append(List.of(new RunRow(
                run.runId(),
                run.stage(),
                run.codeVersion(),
                run.asOf(),
                run.configuration(),
                byAnotherMask,
                run.outputs(),
                run.rejects(),
                run.metrics(),
                run.versions(),
                run.startedAt().plusSeconds(1),
                run.finishedAt().plusSeconds(1))));
        var next = file("z.csv", of(GOOD, "c2"));
        var refused = assertThrows(UserError.class, () -> ingest(next));
        assertTrue(refused.getMessage().contains("another version of Vigie"), refused.getMessage());
    }

    private void rotate() {
        keys = new KeyRing(PseudonymKey.of("une-autre-cle-de-test"), List.of(keys.current()), keys.names());
    }

    @Test
    void aCallNameThatHoldsANumberClosesItsRejectAfterARotationToo() throws IOException {
        ingest(file("x.csv", of(BAD, "20260302-+33612345678-1"), of(GOOD, "c1")));
        assertEquals(1, open().size());
        rotate();
        ingest(file("y.csv", of(GOOD, "20260302-+33612345678-1")));
        assertEquals(List.of(), open());
    }

    @Test
    void aCallNameThatHoldsANumberIsAPseudonymInTheLakeAndTheSameAfterARotation() throws IOException {
        ingest(file("x.csv", of(GOOD, "20260302-+33612345678-1"), of(GOOD, "20260302-+33612345679-1")));
        rotate();
        assertEquals(
                "read 2, kept 1, duplicates 1, rejected 0",
                ingest(file("y.csv", of(GOOD, "20260302-+33612345678-1"), of(GOOD, "1709541234.123"))));
        var names = lake.read(Tables.CALL).filter(col("source").equalTo(source)).collectAsList().stream()
                .map(CallRow::callId)
                .toList();
        assertEquals(3, names.size());
        assertEquals(
                2, names.stream().filter(name -> name.matches("#[0-9a-f]{32}")).count(), names::toString);
        assertTrue(names.contains("1709541234.123"));
    }

    @Test
    void aRejectHoldsNothingOfItsCaller() throws IOException {
        ingest(file("x.csv", of(BAD, "c1"), of(SHORT, "c2"), of(BAD, "c3-0465710001")));
        var rows = String.join(
                "\n",
                lake.readColumns(Tables.CALL_REJECTED)
                        .filter(col("source").equalTo(source))
                        .toJSON()
                        .collectAsList());
        assertEquals(3, rows.lines().count());
        var pseudonym = HexFormat.of().formatHex(new CallerKeys(KEYS.current()).of("+33465710001"));
        for (var trace :
                List.of("465710001", pseudonym.substring(0, 16), KEYS.current().id())) {
            assertFalse(rows.contains(trace), rows);
        }
    }
}
