package fr.vigie.jobs.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.input.InputKind;
import fr.vigie.jobs.Json;
import fr.vigie.jobs.KeyRing;
import fr.vigie.jobs.RunLog;
import fr.vigie.jobs.config.Block;
import fr.vigie.jobs.config.ServiceConfig;
import fr.vigie.jobs.config.VigieConfig;
import fr.vigie.jobs.lake.DatedFiles;
import fr.vigie.jobs.lake.Digest;
import fr.vigie.jobs.lake.Lake;
import fr.vigie.jobs.lake.Tables;
import fr.vigie.jobs.spark.SharedSpark;
import fr.vigie.privacy.PseudonymKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A source's folder is read again and again as files come and go: each once, and the lake as if all had been read at once. */
@ExtendWith(SharedSpark.class)
class FilesReadOnceSparkTest {
    private static final KeyRing KEYS = new KeyRing(PseudonymKey.of("cle-de-test-non-secrete"), List.of());

    private final SparkSession spark;
    private final Path folder;
    private final Path drop;
    private Lake lake;

    FilesReadOnceSparkTest(SparkSession shared, @TempDir Path folder) throws IOException {
        this.spark = shared;
        this.folder = folder;
        this.drop = Files.createDirectories(folder.resolve("drop"));
        this.lake = lake("first");
    }

    private Lake lake(String name) throws IOException {
        var session = spark.newSession();
        session.conf()
                .set("spark.sql.catalog.lake.warehouse", folder.resolve(name).toString());
        lake = new Lake(session);
        practices("P1,Cabinet", "P2,Cabinet");
        return lake;
    }

    private void practices(String... rows) throws IOException {
        var file = folder.resolve("practices.csv");
        Files.write(
                file,
                Stream.concat(
                                Stream.of("practice_id,name,called_numbers,insee,specialty,client_since"),
                                Stream.of(rows).map(row -> row + ",,62920,general,2023-04-06"))
                        .toList());
        ingest(InputKind.PRACTICES, List.of(file));
    }

    /** A file of calls of a day, each with its end. */
    private void month(String name, String day, String... calls) throws IOException {
        Files.write(
                drop.resolve(name),
                Stream.concat(
                                Stream.of("call_id,practice_id,caller,arrived_at,answered_at,ended_at,outcome"),
                                Stream.of(calls).map(call -> "%s,P1,0465710001,%sT08:00:00Z,,%sT08:0%sZ,abandoned"
                                        .formatted(
                                                call.substring(0, call.indexOf(' ')),
                                                day,
                                                day,
                                                call.substring(call.indexOf(' ') + 1))))
                        .toList());
    }

    private IngestJob.Done ingest(InputKind kind, List<Path> files) {
        var config = VigieConfig.parse(
                "",
                "test",
                List.of(new Block("service", ServiceConfig.class), new Block("ingest", IngestConfig.class)));
        var log = RunLog.of(lake);
        var job = new IngestJob(folder, lake, config, KEYS, log, Clock.systemUTC());
        var settings = new SourceConfig(kind, null, null, null, null, null);
        var done = job.run(job.prepare(kind.word(), settings, files));
        log.append(done.log().stream().toList());
        return done;
    }

    /** Reads the folder; the names of the files that were read, by the log. */
    private List<String> run() throws IOException {
        try (var files = Files.list(drop)) {
            var done = ingest(InputKind.CALLS, files.toList());
            return done.log().stream()
                    .flatMap(row -> ((List<?>) Json.read(row.inputs()).getOrDefault("files", List.of())).stream())
                    .map(file -> file.toString().replaceAll(".*/| .*", ""))
                    .toList();
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
        var digest = lake("at-once");
        run();
        var calls = digest.digest(Tables.CALL);
        lake = before;
        return calls;
    }

    private void threeMonths() throws IOException {
        month("2026-01.csv", "2026-01-07", "a 1:00", "b 1:00");
        month("2026-02.csv", "2026-02-04", "c 1:00", "late 1:00");
        month("2026-03.csv", "2026-03-04", "d 1:00", "late 3:00");
        assertEquals(List.of("2026-01.csv", "2026-02.csv", "2026-03.csv"), run());
    }

    @Test
    void aFourthMonthIsReadAloneAndTheFilesOfTheOthersStay() throws IOException {
        threeMonths();
        var before = dataFiles();
        month("2026-04.csv", "2026-04-01", "e 1:00");
        assertEquals(List.of("2026-04.csv"), run());
        assertTrue(dataFiles().containsAll(before));
        assertEquals(before.size() + 1, dataFiles().size());
        assertEquals(List.of(), run());
        assertEquals(6, calls().rows());
        assertEquals(atOnce(), calls());
    }

    @Test
    void aLateFileInTheMiddleLiesUnderThoseAfterIt() throws IOException {
        threeMonths();
        month("2026-01-late.csv", "2026-01-20", "late 2:00", "f 1:00");
        assertEquals(
                List.of("2026-01-late.csv", "2026-01.csv", "2026-02.csv", "2026-03.csv"),
                run(),
                "by its name it comes before all");
        month("2026-02-late.csv", "2026-02-20", "late 2:00", "g 1:00");
        assertEquals(List.of("2026-02-late.csv", "2026-02.csv", "2026-03.csv"), run());
        assertEquals(List.of(), run());
        assertEquals(atOnce(), calls());
    }

    @Test
    void anOldFileThatIsGoneIsNotMissed() throws IOException {
        threeMonths();
        var before = calls();
        Files.delete(drop.resolve("2026-01.csv"));
        assertEquals(List.of(), run());
        assertEquals(before, calls());
        month("2026-04.csv", "2026-04-01", "e 1:00");
        assertEquals(List.of("2026-04.csv"), run());
        assertEquals(before.rows() + 1, calls().rows());
    }

    @Test
    void whatAPracticeIsCalledIsNothingToReadCallsForAndANewOneIs() throws IOException {
        threeMonths();
        practices("P1,Maison de santé", "P2,Cabinet");
        assertEquals(List.of(), run());
        practices("P1,Maison de santé", "P2,Cabinet", "P3,Cabinet");
        assertEquals(3, run().size());
    }

    @Test
    void whereOnlySomeAreReadTheFiguresAreOfThese() throws IOException {
        threeMonths();
        month("2026-04.csv", "2026-04-01", "e 1:00", "d 1:00");
        try (var files = Files.list(drop)) {
            var all = files.toList();
            var some = ingest(InputKind.CALLS, all).result();
            assertEquals(List.of(2L, 3L, 1L), List.of(some.read(), (long) some.filesKnown(), (long) some.filesRead()));
            var none = ingest(InputKind.CALLS, all).result();
            assertEquals(List.of(8L, 0L, 8L), List.of(none.read(), none.kept(), none.duplicates()));
            var last = ingest(
                            InputKind.CALLS,
                            List.of(all.stream().max(Path::compareTo).orElseThrow()))
                    .result();
            assertEquals(List.of(2L, 0L, 2L), List.of(last.read(), last.kept(), last.duplicates()));
        }
    }

    @Test
    void aTableThatWasLostIsMadeAgainFromAllFiles() throws IOException {
        threeMonths();
        var before = calls();
        month("2026-04.csv", "2026-04-01", "e 1:00");
        run();
        Files.delete(drop.resolve("2026-04.csv"));
        lake.spark().sql("DROP TABLE lake.vigie.call PURGE");
        assertEquals(3, run().size());
        assertEquals(before, calls());
    }
}
