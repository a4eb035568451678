package fr.vigie.jobs.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.vigie.jobs.lake.Lake;
import fr.vigie.jobs.lake.LoadRow;
import fr.vigie.jobs.lake.Tables;
import fr.vigie.jobs.spark.SharedSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The notebook, run headless on a lake whose Mondays are known. */
@ExtendWith(SharedSpark.class)
class NotebookIT {
    private static final Path NOTEBOOK = Path.of("../notebooks/monday-peaks.ipynb");
    private static final Path NBCONVERT = Path.of("/usr/bin/jupyter-nbconvert");
    private static final Path KERNEL =
            Path.of("target/kernel/rapaio-jupyter-kernel.jar").toAbsolutePath();
    /** Now and then the kernel opens its sockets and yet hears nothing; then it is started again. */
    private static final String KERNEL_DID_NOT_ANSWER = "Kernel didn't respond";

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @TempDir
    Path workspace;

    @BeforeEach
    void fourWeeksWithABusyMondayMorning(SparkSession shared) {
        SparkSession spark = shared.newSession();
        spark.conf()
                .set(
                        "spark.sql.catalog.lake.warehouse",
                        workspace.resolve("lake").toString());
        List<LoadRow> rows = LocalDate.of(2026, 3, 9)
                .datesUntil(LocalDate.of(2026, 4, 6))
                .filter(day -> day.getDayOfWeek() != DayOfWeek.SUNDAY)
                .flatMap(NotebookIT::quartersOf)
                .toList();
        new Lake(spark).replace(Tables.LOAD, spark.createDataset(rows, Tables.LOAD.encoder()), "notebook");
    }

    @Test
    void readsALakeWithoutSpark() {
        var load = LakeFolder.at(workspace.resolve("lake")).table("load", Map.of("level", "network"));
        assertEquals(24 * 12 * 4, load.rowCount());
        assertEquals(
                Instant.parse("2026-03-09T06:00:00Z"),
                load.instantColumn("starts_at").min());
        assertEquals(
                0,
                LakeFolder.at(workspace.resolve("lake"))
                        .table("load", Map.of("level", "group"))
                        .rowCount());
    }

    @Test
    void findsTheMondayPeak() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(NBCONVERT), "no jupyter-nbconvert; ./vigie test installs it");
        Path log = workspace.resolve("nbconvert.log");
        int exit = execute(log);
        for (int again = 0; again < 4 && exit != 0 && read(log).contains(KERNEL_DID_NOT_ANSWER); again++) {
            exit = execute(log);
        }
        assertEquals(0, exit, () -> read(log));
        String executed = read(workspace.resolve("monday-peaks.ipynb"));
        assertTrue(
                executed.contains("The Monday peak is at 08:00: 120 calls in half an hour, 3.0 times another day's."),
                executed);
        assertTrue(executed.contains("<rect x='30.0'"), "no chart");
    }

    private int execute(Path log) throws IOException, InterruptedException {
        Process run = nbconvert(log).start();
        try {
            assertTrue(run.waitFor(200, TimeUnit.SECONDS), "the notebook does not end");
            return run.exitValue();
        } finally {
            run.destroy();
        }
    }

    private ProcessBuilder nbconvert(Path log) throws IOException {
        Path spec = Files.createDirectories(workspace.resolve("jupyter/kernels/rapaio-jupyter-kernel"));
        Files.writeString(
                spec.resolve("kernel.json"),
                """
                {"argv": ["%s/bin/java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", "%s", "{connection_file}"],
                 "display_name": "Java", "language": "java", "interrupt_mode": "message",
                 "env": {"RJK_CLASSPATH": "", "RJK_COMPILER_OPTIONS": "", "RJK_INIT_SCRIPT": "",
                         "RJK_TIMEOUT_MILLIS": "-1", "RJK_MIMA_CACHE": "mima_cache"}}
                """
                        .formatted(System.getProperty("java.home"), KERNEL));
        ProcessBuilder builder = new ProcessBuilder(
                        NBCONVERT.toString(),
                        "--to",
                        "notebook",
                        "--execute",
                        "--ExecutePreprocessor.startup_timeout=20",
                        "--output-dir",
                        workspace.toString(),
                        NOTEBOOK.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("JUPYTER_PATH", workspace.resolve("jupyter").toString());
        builder.environment().put("VIGIE_WORKSPACE", workspace.toString());
        return builder;
    }

    /** Twenty calls a quarter of an hour, sixty on Mondays from 8:00 to 8:30. */
    private static Stream<LoadRow> quartersOf(LocalDate day) {
        return Stream.iterate(LocalTime.of(7, 0), t -> t.isBefore(LocalTime.of(19, 0)), t -> t.plusMinutes(15))
                .map(time -> {
                    boolean peak =
                            day.getDayOfWeek() == DayOfWeek.MONDAY && time.getHour() == 8 && time.getMinute() < 30;
                    long calls = peak ? 60 : 20;
                    return new LoadRow(
                            "network",
                            "all",
                            15,
                            day.atTime(time).atZone(PARIS).toInstant(),
                            day,
                            calls,
                            calls,
                            calls,
                            calls,
                            0,
                            0,
                            0,
                            0,
                            0,
                            0,
                            calls / 2,
                            0,
                            0,
                            0,
                            0,
                            calls,
                            65.0 * calls,
                            60.0 * calls,
                            5.0 * calls,
                            peak ? 90.0 * calls : 10.0 * calls,
                            10.0 * calls,
                            4);
                });
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
