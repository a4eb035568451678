package fr.vigie.jobs.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalcQueueLogCommandTest {
    /** 2026-03-30T08:00:00+02:00. */
    private static final long T = 1_774_850_400L;

    @TempDir
    Path folder;

    private final StringWriter err = new StringWriter();

    /** Runs the command on lines whose times are seconds after {@link #T}. */
    private int run(List<String> lines, String... options) throws IOException {
        var log = Files.write(
                folder.resolve("queue_log"),
                lines.stream()
                        .map(l -> T + Long.parseLong(l.substring(0, l.indexOf('|'))) + l.substring(l.indexOf('|')))
                        .toList());
        var arguments = new ArrayList<>(List.of(
                "calc",
                "queue-log",
                "--input",
                log.toString(),
                "--queues",
                folder.resolve("q.csv").toString(),
                "--agents",
                folder.resolve("a.csv").toString()));
        arguments.addAll(Arrays.asList(options));
        if (!arguments.contains("--from")) {
            arguments.addAll(List.of("--from", "2026-03-30T08:00:00+02:00", "--to", "2026-03-30T10:00:00"));
        }
        var line = arguments.toArray(String[]::new);
        return Vigie.commandLine(new PrintWriter(new StringWriter()), new PrintWriter(err, true), line)
                .execute(line);
    }

    private List<String> written(String name) throws IOException {
        return Files.readAllLines(folder.resolve(name));
    }

    private static final List<String> MORNING = List.of(
            "-60|a|NONE|Agent/7|AGENTCALLBACKLOGIN|1001@default",
            "0|c1|q|NONE|ENTERQUEUE||1|1",
            "10|c1|q|Agent/7|CONNECT|10|x|2",
            "110|c1|q|Agent/7|COMPLETEAGENT|10|100|1",
            "110|NONE|NONE|Agent/7|WRAPUPSTART|15",
            "200|c2|q|NONE|ENTERQUEUE||1|1",
            "230|c2|q|NONE|ABANDON|1|1|30",
            "300|c3|q|NONE|ENTERQUEUE||1|1",
            "320|c3|q|NONE|EXITEMPTY|1|1|20",
            "320|c3|q|NONE|LEAVEEMPTY|",
            "400|c4|q|NONE|CLOSED|",
            "500|c5|q|NONE|JOINEMPTY|",
            "600|c6|q|NONE|FULL|",
            "3000|NONE|NONE|Agent/7|PAUSEALL|",
            "3590|c7|q|NONE|ENTERQUEUE||1|1",
            "3595|c7|q|Agent/7|CONNECT|5|x|2",
            "3605|c7|q|Agent/7|BLINDTRANSFER|200|doctors|5|10|1",
            "9000|c8|q|NONE|ABANDON|1|1|30");

    @Test
    void vigieCountsWhatAnIngestKeeps() throws IOException {
        assertEquals(0, run(MORNING, "--within", "5"), err.toString());
        assertEquals(
                List.of(
                        "queue,starts_at,received,answered,abandoned,timeout,closed,blocked,saturated,average_wait_seconds,answered_rate,quality_of_service",
                        "q,2026-03-30T08:00:00+02:00,7,2,1,1,1,1,1,7.5,0.5,0.25",
                        "q,2026-03-30T09:00:00+02:00,0,0,0,0,0,0,0,,,"),
                written("q.csv"));
        assertEquals(
                List.of(
                        "agent,starts_at,answered,conversation_seconds,login_seconds,pause_seconds,wrapup_seconds",
                        "7,2026-03-30T08:00:00+02:00,2,105,3600,600,15",
                        "7,2026-03-30T09:00:00+02:00,0,5,3600,3600,0"),
                written("a.csv"));
        assertEquals("vigie: not counted: missing-start 1", err.toString().strip());
    }

    @Test
    void wazoCountsByItsOwnDefinitions() throws IOException {
        assertEquals(0, run(MORNING, "--within", "5", "--counting", "wazo"), err.toString());
        // Waits 10, 30, 20 and 5 of four; two answered of six: the closed call is not in the denominator.
        assertEquals(
                "q,2026-03-30T08:00:00+02:00,7,2,1,0,1,2,1,16.25,0.3333,0.5",
                written("q.csv").get(1));
        assertEquals(
                "7,2026-03-30T08:00:00+02:00,2,110,3600,600,15",
                written("a.csv").get(1));
    }

    @Test
    void withoutALimitThereIsNoQualityOfService() throws IOException {
        assertEquals(0, run(MORNING), err.toString());
        assertTrue(written("q.csv").get(1).endsWith(",0.5,"), written("q.csv").get(1));
    }

    @Test
    void theHourThatTheAutumnChangeRepeatsIsTwo() throws IOException {
        long one = Instant.parse("2026-10-25T00:30:00Z").getEpochSecond() - T;
        long two = one + 3600;
        assertEquals(
                0,
                run(
                        List.of(one + "|c1|q|NONE|CLOSED|", two + "|c2|q|NONE|CLOSED|", two + "|c3|q|NONE|CLOSED|"),
                        "--from",
                        "2026-10-25T02:00:00+02:00",
                        "--to",
                        "2026-10-25T03:00:00+01:00"),
                err.toString());
        assertEquals(
                List.of("q,2026-10-25T02:00:00+02:00,1,0,0,0,1,0,0,,,", "q,2026-10-25T02:00:00+01:00,2,0,0,0,2,0,0,,,"),
                written("q.csv").subList(1, 3));
    }

    @Test
    void aWindowThatEndsBeforeItBeginsIsWrongUsage() throws IOException {
        assertEquals(2, run(MORNING, "--from", "2026-03-30T08:00:00Z", "--to", "2026-03-30T07:00:00Z"));
        assertFalse(Files.exists(folder.resolve("q.csv")));
        assertTrue(err.toString().contains("--to"), err.toString());
    }

    @Test
    void aWindowOfMillenniaIsWrongUsage() throws IOException {
        assertEquals(2, run(MORNING, "--from", "0001-10-01T00:00:00Z", "--to", "2026-03-30T07:00:00Z"));
        assertTrue(err.toString().contains("more than 7305 days apart"), err.toString());
    }

    @Test
    void oneFileForTwoTablesIsWrongUsage() throws IOException {
        var line = new String[] {
            "calc", "queue-log", "--input",
                    Files.write(folder.resolve("queue_log"), MORNING).toString(),
            "--queues", folder.resolve("x.csv").toString(), "--agents",
                    folder.resolve("./x.csv").toString(),
            "--from", "2026-03-30T08:00:00+02:00", "--to", "2026-03-30T10:00:00"
        };
        assertEquals(
                2,
                Vigie.commandLine(new PrintWriter(new StringWriter()), new PrintWriter(err, true), line)
                        .execute(line));
        assertTrue(err.toString().contains("--queues and --agents name the same file"), err.toString());
    }

    @Test
    void aTimeThatIsNoneIsNamedWithItsOption() throws IOException {
        assertEquals(2, run(MORNING, "--from", "yesterday", "--to", "2026-03-30T07:00:00Z"));
        assertTrue(err.toString().contains("--from: yesterday"), err.toString());
    }

    @Test
    void aFileThatIsNoLogFailsByName() throws IOException {
        Files.writeString(folder.resolve("other"), "id,y\n1,2\n");
        assertEquals(1, run(MORNING, "--input", folder.resolve("other").toString()));
        assertTrue(err.toString().contains("other has no line of a queue_log"), err.toString());
        assertFalse(Files.exists(folder.resolve("q.csv")));
    }

    /** The launcher gives tools on plain files neither Spark nor what comes with it. */
    @Test
    void runsWithoutSparksLibraries() throws Exception {
        var small = Arrays.stream(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                        .split(File.pathSeparator))
                .filter(entry -> !Path.of(entry)
                        .getFileName()
                        .toString()
                        .matches("(spark|hadoop|scala|iceberg|zstd|parquet|netty|guava).*"))
                .collect(Collectors.joining(File.pathSeparator));
        assertTrue(small.contains("picocli") && !small.contains("zstd-jni"), small);
        var log = Files.writeString(folder.resolve("queue_log"), T + "|c|q|NONE|CLOSED|\n");
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        small,
                        "fr.vigie.jobs.cli.Vigie",
                        "calc",
                        "queue-log",
                        "--input",
                        log.toString(),
                        "--from",
                        "2026-03-30T08:00:00",
                        "--to",
                        "2026-03-30T09:00:00",
                        "--queues",
                        folder.resolve("q.csv").toString(),
                        "--agents",
                        folder.resolve("a.csv").toString())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        assertEquals(
                "q,2026-03-30T08:00:00+02:00,1,0,0,0,1,0,0,,,", written("q.csv").get(1));
    }
}
