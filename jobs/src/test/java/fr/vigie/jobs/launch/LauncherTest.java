package fr.vigie.jobs.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code vigie} itself, in a checkout whose Maven and Java only note what they are asked for. */
class LauncherTest {
    private static final Path SCRIPT = Path.of("../vigie");

    @TempDir
    Path folder;

    private Path home = Path.of("");
    private Path source = Path.of("");

    @BeforeEach
    void checkout() throws IOException {
        home = folder.resolve("a check out");
        Files.createDirectories(home);
        Files.copy(SCRIPT, home.resolve("vigie"));
        Files.writeString(
                home.resolve("pom.xml"),
                "<project>\n  <version>1</version>\n<spark.jvm.options>-Dof.spark=1</spark.jvm.options>\n</project>\n");
        for (var module : List.of("models", "reports", "jobs")) {
            Files.createDirectories(home.resolve(module).resolve("src/main"));
            Files.writeString(home.resolve(module).resolve("pom.xml"), module);
        }
        source = home.resolve("models/src/main/A.java");
        Files.writeString(source, "class A {}");
        script(
                home.resolve("mvnw"),
                """
                echo build >>"%1$s/built"
                mkdir -p "%1$s/jobs/target/lib"
                echo lib/picocli-1.jar >"%1$s/jobs/target/runtime.classpath"
                echo /spark.jar >"%1$s/jobs/target/provided.classpath"
                touch "%1$s/jobs/target/lib/picocli-1.jar" "%1$s/jobs/target/vigie-jobs-1-warm-up.jar"
                """
                        .formatted(home));
        var jdk = folder.resolve("jdk");
        Files.createDirectories(jdk.resolve("bin"));
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"17.0.1\"\n");
        script(jdk.resolve("bin/javac"), "exit 0\n");
        script(jdk.resolve("bin/java"), "echo \"$@\" >\"%s/java\"\n".formatted(folder));
    }

    @Test
    void buildsOnceAndAgainWhenASourceSaysSomethingElse() throws IOException, InterruptedException {
        vigie("--help");
        vigie("--help");
        assertEquals(1, builds());
        Files.setLastModifiedTime(source, FileTime.from(Instant.parse("2030-01-01T00:00:00Z")));
        vigie("--help");
        assertEquals(1, builds());
        Files.writeString(source, "class B {}");
        vigie("--help");
        assertEquals(2, builds());
        Files.writeString(source.resolveSibling("C.java"), "class C {}");
        vigie("--help");
        assertEquals(3, builds());
    }

    @Test
    void aBuildThatFailsIsToldAndTriedAgain() throws IOException, InterruptedException {
        var maven = Files.readString(home.resolve("mvnw"));
        script(home.resolve("mvnw"), "echo no library\nexit 1\n");
        var said = said(1, "--help");
        assertTrue(said.contains("no library"), said);
        assertTrue(said.contains("vigie: the build failed; target/build.log has the whole of its output."), said);
        Files.writeString(home.resolve("mvnw"), maven);
        vigie("--help");
        assertEquals(1, builds());
    }

    @Test
    void helpAndCalcStartWithoutSparkAndStagesWithIt() throws IOException, InterruptedException {
        for (var small : List.of("--help", "load --help", "calc erlang --agents 8", "--lang fr calc erlang")) {
            var java = vigie(small.split(" "));
            assertFalse(java.contains("spark"), java);
            assertTrue(java.endsWith(" fr.vigie.jobs.cli.Vigie " + small), java);
        }
        for (var large : List.of("load", "--workspace calc load", "run", "ingest calls demo.csv")) {
            var java = vigie(large.split(" "));
            assertTrue(java.contains("-Dof.spark=1") && java.contains("/spark.jar"), java);
            assertTrue(java.endsWith(" fr.vigie.jobs.cli.Vigie " + large), java);
        }
    }

    @Test
    void filesWithAccentsHaveTheirNamesWhateverTheLocale() throws IOException, InterruptedException {
        script(folder.resolve("jdk/bin/java"), "echo \"${LC_ALL:-$LANG}\" >\"%s/java\"\n".formatted(folder));
        for (var locale : List.of("C", "POSIX", "fr_FR", "")) {
            assertEquals("C.UTF-8", vigieIn(locale), locale);
        }
        assertEquals("fr_FR.UTF-8", vigieIn("fr_FR.UTF-8"));
    }

    @Test
    void theSecondCompilerWorksWhereAYearOfCallsIsRead() throws IOException, InterruptedException {
        var firstTier = "-XX:TieredStopAtLevel=1";
        assertTrue(vigie("load").contains(firstTier));
        assertTrue(vigie("--workspace", "demo", "status").contains(firstTier));
        for (var command : List.of("run", "demo", "ingest")) {
            assertFalse(vigie(command).contains(firstTier), command);
        }
    }

    @Test
    void aSkippedTestIsToldAndFailsWhereNothingIsToBeSkipped() throws IOException, InterruptedException {
        script(folder.resolve("bin/dpkg-query"), "echo ' installed'\n");
        for (var engine : List.of("package-lock.json", "node_modules/.installed")) {
            var file = home.resolve("jobs/src/test/clickhouse").resolve(engine);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "1");
        }
        script(
                home.resolve("mvnw"),
                """
                mkdir -p "%1$s/jobs/target/surefire-reports"
                cat >"%1$s/jobs/target/surefire-reports/TEST-fr.vigie.ATest.xml" <<'END'
                <testcase name="isRun" classname="fr.vigie.ATest" time="0.1"/>
                <testcase name="isSkipped" classname="fr.vigie.ATest" time="0.0">
                  <skipped type="org.opentest4j.TestAbortedException"><![CDATA[org.opentest4j.TestAbortedException: Assumption failed: no /data/calls
                END
                exit ${MAVEN_FAILS:-0}
                """
                        .formatted(home));
        var told = "vigie: these tests were skipped:\n  ATest.isSkipped: no /data/calls\n";
        assertEquals(told, said(0, Map.of(), "test"));
        assertEquals(told, said(1, Map.of("VIGIE_SKIP_NOTHING", "1"), "test"));
        assertEquals(told, said(3, Map.of("MAVEN_FAILS", "3"), "test"));
        script(home.resolve("mvnw"), "exit 0\n");
        assertEquals("", said(0, Map.of("VIGIE_SKIP_NOTHING", "1"), "test"), "reports of an earlier run say nothing");
    }

    private int builds() throws IOException {
        return Files.readAllLines(home.resolve("built")).size();
    }

    /** What Java was started with in the end. */
    private String vigie(String... command) throws IOException, InterruptedException {
        said(0, command);
        return Files.readString(folder.resolve("java")).strip();
    }

    private String vigieIn(String locale) throws IOException, InterruptedException {
        said(0, Map.of("LC_ALL", "", "LC_CTYPE", "", "LANG", locale), "status");
        return Files.readString(folder.resolve("java")).strip();
    }

    private String said(int code, String... command) throws IOException, InterruptedException {
        return said(code, Map.of(), command);
    }

    private String said(int code, Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        var line = new ArrayList<>(List.of(home.resolve("vigie").toString()));
        line.addAll(List.of(command));
        var process = new ProcessBuilder(line).directory(folder.toFile());
        process.environment().putAll(environment);
        process.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
        process.environment().merge("PATH", folder.resolve("bin").toString(), (path, ours) -> ours + ":" + path);
        var answer = run(process);
        assertEquals(code, answer.code(), answer::text);
        return answer.text();
    }

    private record Answer(int code, String text) {}

    private static Answer run(ProcessBuilder command) throws IOException, InterruptedException {
        var process = command.redirectErrorStream(true).start();
        process.getOutputStream().close();
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(1, TimeUnit.MINUTES));
        return new Answer(process.exitValue(), text);
    }

    private static void script(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + text);
        assertTrue(file.toFile().setExecutable(true));
    }
}
