package fr.vigie.jobs.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.input.InputKind;
import fr.vigie.input.Presence;
import fr.vigie.input.PresenceState;
import fr.vigie.jobs.KeyRing;
import fr.vigie.jobs.RunLog;
import fr.vigie.jobs.config.Block;
import fr.vigie.jobs.config.ServiceConfig;
import fr.vigie.jobs.config.VigieConfig;
import fr.vigie.jobs.format.AsteriskCdr;
import fr.vigie.jobs.format.AsteriskQueueLog;
import fr.vigie.jobs.format.CiscoCucm;
import fr.vigie.jobs.format.Format;
import fr.vigie.jobs.lake.DatedFiles;
import fr.vigie.jobs.lake.Digest;
import fr.vigie.jobs.lake.Lake;
import fr.vigie.jobs.lake.PracticeRow;
import fr.vigie.jobs.lake.Table;
import fr.vigie.jobs.lake.Tables;
import fr.vigie.jobs.spark.SharedSpark;
import fr.vigie.privacy.CallerKeys;
import fr.vigie.privacy.PseudonymKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A log in parts is read part by part as it is written, and the lake is as if all parts had been read at once. */
@ExtendWith(SharedSpark.class)
class JoinedFilesSparkTest {
    private static final KeyRing KEYS = new KeyRing(PseudonymKey.of("cle-de-test-non-secrete"), List.of());

    private final SparkSession spark;
    private final Path folder;
    private final Path drop;
    private Lake lake;

    JoinedFilesSparkTest(SparkSession shared, @TempDir Path folder) throws IOException {
        this.spark = shared;
        this.folder = folder;
        this.drop = Files.createDirectories(folder.resolve("drop"));
        this.lake = lake("first");
    }

    private Lake lake(String name) {
        var session = spark.newSession();
        session.conf()
                .set("spark.sql.catalog.lake.warehouse", folder.resolve(name).toString());
        return new Lake(session);
    }

    private static String enters(String call, String at) {
        return line(at, call, "NONE", "ENTERQUEUE||0465710001|1");
    }

    private static List<String> answered(String call, String at) {
        return List.of(
                line(at, call, "Alice", "CONNECT|5|1.2|2"),
                line(Instant.parse(at).plusSeconds(60).toString(), call, "Alice", "COMPLETECALLER|5|60|1"));
    }

    private static List<String> call(String call, String at) {
        return Stream.concat(
                        Stream.of(enters(call, at)),
                        answered(call, Instant.parse(at).plusSeconds(5).toString()).stream())
                .toList();
    }

    private static String line(String at, String call, String agent, String event) {
        return Instant.parse(at).getEpochSecond() + "|" + call + "|P1|" + agent + "|" + event;
    }

    @SafeVarargs
    private void part(String name, List<String>... lines) throws IOException {
        Files.write(drop.resolve(name), Stream.of(lines).flatMap(List::stream).toList());
    }

    private String run() throws IOException {
        return run(InputKind.CALLS);
    }

    private String run(InputKind kind) throws IOException {
        return run(kind, new AsteriskQueueLog(null, null));
    }

    private String run(InputKind kind, Format format) throws IOException {
        var config = VigieConfig.parse(
                "",
                "test",
                List.of(new Block("service", ServiceConfig.class), new Block("ingest", IngestConfig.class)));
        var log = RunLog.of(lake);
        var job = new IngestJob(folder, lake, config, KEYS, log, Clock.systemUTC());
        var settings = new SourceConfig(kind, format, null, null, null, SourceConfig.UndeclaredPractices.ACCEPT);
        try (var files = Files.list(drop)) {
            var done = job.run(job.prepare("exchange-" + kind.word(), settings, files.toList()));
            log.append(done.log().stream().toList());
            var result = done.result();
            return "read %d, kept %d, duplicates %d, rejected %d, open %d; %d known, %d read"
                    .formatted(
                            result.read(),
                            result.kept(),
                            result.duplicates(),
                            result.rejected(),
                            result.open(),
                            result.filesKnown(),
                            result.filesRead());
        }
    }

    private Set<String> dataFiles() {
        return new DatedFiles(lake, Tables.CALL)
                .list().stream().map(file -> file.file().location()).collect(Collectors.toCollection(TreeSet::new));
    }

    private Digest calls() {
        return lake.digest(Tables.CALL);
    }

    private Digest atOnce() throws IOException {
        var before = lake;
        lake = lake("at-once-" + System.nanoTime());
        run();
        var calls = calls();
        lake = before;
        return calls;
    }

    private void threeParts() throws IOException {
        part("queue_log.20260131", call("a", "2026-01-31T08:00:00Z"), List.of(enters("over", "2026-01-31T22:59:00Z")));
        run();
        part(
                "queue_log.20260201",
                answered("over", "2026-01-31T23:01:00Z"),
                call("b", "2026-02-01T08:00:00Z"),
                List.of("nonsense"));
        assertEquals("read 3, kept 2, duplicates 0, rejected 1, open 1; 1 known, 1 read", run());
        part("queue_log.20260301", call("c", "2026-03-01T08:00:00Z"));
    }

    @Test
    void aNewPartIsReadWithThoseBeforeItAndOnlyItsDaysAreWritten() throws IOException {
        threeParts();
        var before = dataFiles();
        assertEquals("read 1, kept 1, duplicates 0, rejected 0, open 1; 2 known, 1 read", run());
        assertTrue(dataFiles().containsAll(before), "months before it stay as they are");
        assertEquals(atOnce(), calls());
        assertEquals(4, calls().rows());
        assertEquals(
                "read 6, kept 0, duplicates 4, rejected 2, open 1; 3 known, 0 read",
                run(),
                "the first part alone said that a call had no end");
    }

    @Test
    void anOldPartThatIsGoneIsNotMissed() throws IOException {
        threeParts();
        run();
        var before = calls();
        Files.delete(drop.resolve("queue_log.20260131"));
        assertEquals("read 4, kept 0, duplicates 3, rejected 1, open 1; 2 known, 0 read", run());
        part("queue_log.20260302", call("d", "2026-03-02T08:00:00Z"));
        assertEquals("read 1, kept 1, duplicates 0, rejected 0, open 1; 2 known, 1 read", run());
        assertEquals(before.rows() + 1, calls().rows());
        Files.delete(drop.resolve("queue_log.20260302"));
        Files.delete(drop.resolve("queue_log.20260201"));
        part("queue_log.20260302", call("d", "2026-03-02T08:00:00Z"), call("e", "2026-03-02T09:00:00Z"));
        assertEquals("read 2, kept 1, duplicates 1, rejected 0, open 0; 1 known, 1 read", run(), "it has grown");
    }

    @Test
    void whoWasPresentAcrossTwoPartsWasPresentOnce() throws IOException {
        part("queue_log.20260301", List.of(line("2026-03-01T08:00:00Z", "NONE", "Alice", "ADDMEMBER")));
        run(InputKind.PRESENCE);
        part("queue_log.20260302", List.of(line("2026-03-02T09:00:00Z", "NONE", "Alice", "REMOVEMEMBER")));
        run(InputKind.PRESENCE);
        part("queue_log.20260303", List.of(line("2026-03-03T09:00:00Z", "NONE", "Bob", "ADDMEMBER")));
        run(InputKind.PRESENCE);
        var presence = lake.digest(Tables.PRESENCE);
        lake = lake("presence-at-once");
        run(InputKind.PRESENCE);
        assertEquals(lake.digest(Tables.PRESENCE), presence);
    }

    @Test
    void anEarlierPartThatComesLateCorrectsWhoWasPresentSinceWhen() throws IOException {
        part(
                "queue_log.20260302",
                List.of(line("2026-03-02T16:00:00Z", "NONE", "Agent/7", "AGENTCALLBACKLOGOFF|7@x|28799")));
        run(InputKind.PRESENCE);
        part("queue_log.20260301", List.of(line("2026-03-02T08:00:00Z", "NONE", "Agent/7", "AGENTCALLBACKLOGIN|7@x")));
        assertAsAtOnce(Tables.PRESENCE, () -> run(InputKind.PRESENCE));
        assertEquals(1, lake.digest(Tables.PRESENCE).rows());
    }

    @Test
    void whoWasNotSeenToLeaveIsNotPresentForTooLongInPart() throws IOException {
        part(
                "queue_log.20260301",
                List.of(
                        line("2026-03-01T08:00:00Z", "NONE", "Alice", "ADDMEMBER"),
                        line("2026-03-01T08:00:00Z", "NONE", "Bob", "ADDMEMBER"),
                        line("2026-03-01T18:00:00Z", "NONE", "Bob", "REMOVEMEMBER"),
                        line("2026-03-05T08:00:00Z", "NONE", "NONE", "CONFIGRELOAD")));
        run(InputKind.PRESENCE);
        assertEquals(2, lake.digest(Tables.PRESENCE).rows());
        part("queue_log.20260310", List.of(line("2026-03-10T08:00:00Z", "NONE", "NONE", "CONFIGRELOAD")));
        assertAsAtOnce(Tables.PRESENCE, () -> run(InputKind.PRESENCE));
        assertEquals(1, lake.digest(Tables.PRESENCE).rows());
    }

    @Test
    void whatAnotherFileTellsOfSomebodyStays() throws IOException {
        var monday = Instant.parse("2026-03-01T08:00:00Z");
        part(
                "queue_log.20260301",
                List.of(
                        line(monday.toString(), "NONE", "Alice", "ADDMEMBER"),
                        line("2026-03-05T08:00:00Z", "NONE", "NONE", "CONFIGRELOAD")));
        run(InputKind.PRESENCE);
        var right = new Presence("Alice", monday, monday.plusSeconds(36_000), PresenceState.AVAILABLE);
        lake.rewrite(
                Tables.PRESENCE,
                lake.spark().createDataset(List.of(right), Tables.PRESENCE.encoder()),
                "the manager's file");
        part("queue_log.20260310", List.of(line("2026-03-10T08:00:00Z", "NONE", "NONE", "CONFIGRELOAD")));
        run(InputKind.PRESENCE);
        assertEquals(List.of(right), lake.read(Tables.PRESENCE).collectAsList());
    }

    @Test
    void aCallWhoseBeginningComesLaterIsOneCall() throws IOException {
        cisco(
                "cdr_Standard_01_202603300603_1",
                "1,777,1774850500,0639980401,16,0199000071,2012,op12,1774850501,1774850550");
        assertEquals("read 1, kept 1, duplicates 0, rejected 0, open 0; 0 known, 1 read", runCisco());
        cisco(
                "cdr_Standard_01_202603300609_2",
                "1,777,1774850400,0639980401,16,0199000071,2010,op10,1774850401,1774850900");
        assertAsAtOnce(Tables.CALL, this::runCisco);
        assertEquals(1, calls().rows());

        // Between two that are known.
        cisco(
                "cdr_Standard_01_202603300620_4",
                "1,778,1774851600,0639980402,16,0199000071,2012,op12,1774851601,1774851650");
        runCisco();
        cisco(
                "cdr_Standard_01_202603300615_3",
                "1,778,1774851000,0639980402,16,0199000071,2010,op10,1774851001,1774851100");
        assertAsAtOnce(Tables.CALL, this::runCisco);
        assertEquals(2, calls().rows());
    }

    @Test
    void partsThatWereReadEachByItselfAreOneCallOnceTheyAreReadTogether() throws IOException {
        cisco(
                "cdr_Standard_01_202603300609_2",
                "1,777,1774850500,0639980401,16,0199000071,2012,op12,1774850501,1774850550");
        runCisco();
        Files.move(drop.resolve("cdr_Standard_01_202603300609_2"), folder.resolve("cdr_Standard_01_202603300609_2"));
        cisco(
                "cdr_Standard_01_202603300603_1",
                "1,777,1774850400,0639980401,16,0199000071,2010,op10,1774850401,1774850900");
        runCisco();
        assertEquals(2, calls().rows());
        Files.move(folder.resolve("cdr_Standard_01_202603300609_2"), drop.resolve("cdr_Standard_01_202603300609_2"));
        assertAsAtOnce(Tables.CALL, this::runCisco);
        assertEquals(1, calls().rows());
    }

    /** Legs are written when they end: the first one of a call may be the last in the log. */
    @Test
    void aCallThatALogToldBeforeItGrewGoesOnceItTellsOtherwise() throws IOException {
        var log = new AsteriskCdr(
                List.of(
                        "accountcode src dst dcontext clid channel dstchannel lastapp lastdata start answer end duration billsec disposition amaflags uniqueid linkedid"
                                .split(" ")),
                null,
                "accountcode",
                List.of("from-trunk"));
        var transferred = leg("from-trunk", "08:01:00", "1775000001.1", "1775000000.1");
        var other = leg("from-trunk", "08:05:00", "1775000300.1", "1775000300.1");
        part("Master.csv", List.of(transferred, "nonsense"));
        run(InputKind.CALLS, log);
        assertEquals(1, calls().rows());
        var ofAnOperator = leg("internal", "08:00:00", "1775000000.1", "1775000000.1");
        part("Master.csv", List.of(transferred, "nonsense", other, ofAnOperator));
        assertAsAtOnce(Tables.CALL, () -> run(InputKind.CALLS, log));
        assertEquals(1, calls().rows());

        // It grew once more before it was rotated.
        Files.delete(drop.resolve("Master.csv"));
        part(
                "Master.csv.1",
                List.of(
                        transferred,
                        "nonsense",
                        other,
                        ofAnOperator,
                        leg("internal", "08:04:00", "1775000240.1", "1775000300.1")));
        run(InputKind.CALLS, log);
        assertEquals(0, calls().rows());
        assertEquals(1, lake.digest(Tables.CALL_REJECTED).rows());
    }

    private static String leg(String context, String start, String id, String linked) {
        return "P1,0639980401,s,%s,,SIP/a,SIP/b,Dial,,2026-03-30 %s,2026-03-30 %s,2026-03-30 08:30:00,60,50,ANSWERED,3,%s,%s"
                .formatted(context, start, start, id, linked);
    }

    @Test
    void whoWasPresentForTooLongOnceTheLogHasGrownIsNotPresent() throws IOException {
        var first = List.of(
                line("2026-03-01T08:00:00Z", "NONE", "Alice", "ADDMEMBER"),
                line("2026-03-05T08:00:00Z", "NONE", "NONE", "CONFIGRELOAD"));
        part("queue_log", first);
        run(InputKind.PRESENCE);
        assertEquals(1, lake.digest(Tables.PRESENCE).rows());
        part("queue_log", first, List.of(line("2026-03-10T08:00:00Z", "NONE", "NONE", "CONFIGRELOAD")));
        assertAsAtOnce(Tables.PRESENCE, () -> run(InputKind.PRESENCE));
        assertEquals(0, lake.digest(Tables.PRESENCE).rows());
    }

    private interface Run {
        String run() throws IOException;
    }

    /** Runs, and runs once more in a lake of its own. */
    private void assertAsAtOnce(Table<?> table, Run run) throws IOException {
        run.run();
        var partByPart = lake.digest(table);
        var before = lake;
        lake = lake("at-once-" + System.nanoTime());
        run.run();
        assertEquals(lake.digest(table), partByPart);
        lake = before;
    }

    private String runCisco() throws IOException {
        var line = HexFormat.of().formatHex(new CallerKeys(KEYS.current()).of("+33199000071"));
        var practice = new PracticeRow("P1", "P1", "59009", null, null, null, null, null, null, null, List.of(line));
        if (!lake.exists(Tables.PRACTICE)) {
            lake.rewrite(
                    Tables.PRACTICE,
                    lake.spark().createDataset(List.of(practice), Tables.PRACTICE.encoder()),
                    "practices");
        }
        return run(InputKind.CALLS, new CiscoCucm(null));
    }

    private void cisco(String name, String leg) throws IOException {
        part(
                name,
                List.of(
                        "globalCallID_callManagerId,globalCallID_callId,dateTimeOrigination,callingPartyNumber,origCause_value,originalCalledPartyNumber,finalCalledPartyNumber,finalCalledPartyUnicodeLoginUserID,dateTimeConnect,dateTimeDisconnect,destCause_value,pkid,globalCallId_ClusterID",
                        leg + ",0," + name + ",Standard"));
    }
}
