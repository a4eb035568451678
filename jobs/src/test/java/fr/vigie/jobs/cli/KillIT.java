package fr.vigie.jobs.cli;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.jobs.KeyFile;
import fr.vigie.jobs.lake.Hash;
import fr.vigie.jobs.lake.Tables;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.hadoop.HadoopTables;
import org.apache.iceberg.util.ByteBuffers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code vigie run}, {@code purge}, {@code forget} and {@code keys rotate} killed again and again while they write: each
 * table then holds what it held before or what it was to hold, and the command that is let through makes what one makes
 * that nobody disturbs.
 *
 * <p>Progress is the number of files that a process has written rather than the time, so that kills are spread over the
 * work on a fast machine as on a slow one, and none meets a process that has done nothing yet.
 */
class KillIT {
    private static final Path SAMPLES = Path.of("../data-samples/service");
    private static final List<String> NEW_LAKE = List.of("01", "02", "03", "04");
    private static final List<String> ANOTHER_DAY = List.of("06");
    private static final int KILLS = 30;

    /**
     * A command that is killed.
     *
     * @param days calls of these days come in before it
     * @param typed what stands on its standard input
     * @param kills so often, unless it is done before
     */
    private record Command(String name, List<String> words, List<String> days, String typed, int kills) {}

    private static final List<Command> COMMANDS = List.of(
            new Command("run in a new lake", List.of("run", "--quiet"), NEW_LAKE, "", 10),
            new Command("run on another day", List.of("run", "--quiet"), ANOTHER_DAY, "", 7),
            new Command("purge", List.of("purge", "--as-of", "2025-10-07"), List.of(), "", 8),
            new Command("forget", List.of("forget"), List.of(), "06 30 30 30 30", 8),
            new Command("rotate", List.of("keys", "rotate"), List.of(), "", 1));

    /** 128 + SIGKILL. */
    private static final int KILLED = 137;

    private static final String ENDS_TOO_EARLY =
            "R%1$s,P0001,,,0630303030,2025-10-%1$sT08:00:00Z,,,2025-10-%1$sT07:59:00Z,,,abandoned,,,,,";
    private static final String CORRECTED =
            "R%1$s,P0001,,,0630303030,2025-10-%1$sT08:00:00Z,,,2025-10-%1$sT08:01:00Z,,,abandoned,,,,,";
    private static final String TORN = "T%1$s,P0001";
    private static final String CLASSES = "classes.list";
    private static final String NOTHING = "nothing";
    private static final String CALLS = Tables.CALL.name();
    private static final String REJECTS = Tables.CALL_REJECTED.name();
    private static final long SEED = 20251005;

    @TempDir
    Path folder;

    /**
     * What a command does that nobody disturbs.
     *
     * @param files how many it writes
     * @param before what the tables hold before it
     * @param after what they hold then
     */
    private record Undisturbed(int files, Map<String, String> before, Map<String, String> after) {}

    @Test
    void aCommandThatIsKilledWhileItWritesLosesNothing() throws IOException, InterruptedException {
        var calm = new Looks(workspace("undisturbed"));
        var key = KeyFile.of(calm.terminal.workspace());
        var sameKey = Files.copy(key, folder.resolve("the.key"));
        var undisturbed = new ArrayList<Undisturbed>();
        for (var command : COMMANDS) {
            arrive(calm.terminal, command.days());
            boolean first = undisturbed.isEmpty();
            undisturbed.add(undisturbed(
                    calm, command, first ? "-XX:DumpLoadedClassList=" + folder.resolve(CLASSES) : withArchive()));
            if (first) {
                makeArchive(calm.terminal);
            }
        }
        assertAllIsAtStake(undisturbed);

        var looks = new Looks(workspace("disturbed"));
        var keptKey = KeyFile.of(looks.terminal.workspace());
        Files.copy(sameKey, keptKey, StandardCopyOption.REPLACE_EXISTING);
        var random = new Random(SEED);
        int killed = 0;
        for (int c = 0; c < COMMANDS.size(); c++) {
            killed += disturb(looks, COMMANDS.get(c), undisturbed.get(c), random);
        }
        assertTrue(killed >= KILLS, killed + " kills met a command that had written something");
        assertEquals(0, looks.terminal.vigie("audit", "--verify").code(), "the audit log is unbroken");
        var retired =
                keptKey.resolveSibling("retired").resolve(KeyFile.read(sameKey).id() + ".key");
        assertTrue(Files.exists(retired), "the first key is kept");
    }

    /** Rejects, calls that go and callers that are forgotten. */
    private static void assertAllIsAtStake(List<Undisturbed> undisturbed) {
        assertNotEquals(NOTHING, undisturbed.get(0).after().get(REJECTS));
        assertNotEquals(
                undisturbed.get(0).after().get(REJECTS),
                undisturbed.get(1).after().get(REJECTS));
        for (var changesCalls : undisturbed.subList(0, 4)) {
            assertNotEquals(
                    changesCalls.before().get(CALLS), changesCalls.after().get(CALLS));
        }
    }

    private Undisturbed undisturbed(Looks looks, Command command, String option)
            throws IOException, InterruptedException {
        var files = looks.files();
        var before = looks.content();
        complete(looks, command, option);
        var written = looks.files();
        written.removeAll(files);
        return new Undisturbed(written.size(), before, looks.content());
    }

    private static void complete(Looks looks, Command command, String option) throws IOException, InterruptedException {
        var process = looks.start(command, option);
        assertTrue(process.waitFor(5, TimeUnit.MINUTES));
        assertEquals(
                0, process.exitValue(), () -> command.name() + ": see what lies beside " + looks.terminal.workspace());
    }

    /** Archives the classes that a run loaded: the others start in half the time, or as ever where that fails. */
    private void makeArchive(Terminal terminal) throws IOException, InterruptedException {
        var list = folder.resolve(CLASSES);
        // Proxies of lambdas make JDK 17 crash here.
        Files.write(
                list,
                Files.readAllLines(list).stream()
                        .filter(line -> !line.startsWith("@"))
                        .toList());
        terminal.start("archive", List.of("-Xshare:dump", "-XX:SharedClassListFile=" + list, withArchive()), "run")
                .waitFor();
    }

    private String withArchive() {
        return "-XX:SharedArchiveFile=" + folder.resolve("run.jsa");
    }

    /** How many kills met a command that had written something. */
    private int disturb(Looks looks, Command command, Undisturbed undisturbed, Random random)
            throws IOException, InterruptedException {
        arrive(looks.terminal, command.days());
        int killed = 0;
        while (killed < command.kills()
                && isKilled(
                        looks, command, 1 + random.nextInt(1 + undisturbed.files() / (1 + command.kills())), random)) {
            killed++;
            var kill = killed;
            looks.content().forEach((table, found) -> {
                var allowed = List.of(
                        requireNonNull(undisturbed.before().get(table)),
                        requireNonNull(undisturbed.after().get(table)));
                assertTrue(allowed.contains(found), () -> "%s after kill %d of %s: %s is not of %s"
                        .formatted(table, kill, command.name(), found, allowed));
            });
        }
        complete(looks, command, withArchive());
        assertEquals(undisturbed.after(), looks.content(), command.name());
        return killed;
    }

    /** Kills a command a little after it has written so many files; false where it was done before. */
    private boolean isKilled(Looks looks, Command command, int files, Random random)
            throws IOException, InterruptedException {
        var before = looks.files();
        var process = looks.start(command, withArchive());
        while (process.isAlive() && looks.newerThan(before) < files) {
            Thread.sleep(50);
        }
        Thread.sleep(random.nextInt(100));
        process.destroyForcibly();
        assertTrue(process.waitFor(1, TimeUnit.MINUTES));
        return process.exitValue() == KILLED;
    }

    /** What stands in a workspace, read without Spark: a look takes no longer than it has to. */
    private record Looks(Terminal terminal) {
        Process start(Command command, String option) throws IOException {
            var process = terminal.start(
                    terminal.workspace().getFileName().toString(),
                    List.of("-Xshare:auto", option),
                    command.words().toArray(String[]::new));
            try (var typed = process.outputWriter()) {
                typed.write(command.typed());
            }
            return process;
        }

        /** A hash of each table's rows in any order; but for the logs, which tell of the kills. */
        Map<String, String> content() throws IOException {
            var content = new TreeMap<String, String>();
            var tables = new HadoopTables(new Configuration());
            for (var table : Tables.ALL) {
                var place = terminal.workspace().resolve("lake/vigie").resolve(table.name());
                if (!table.equals(Tables.RUN) && !table.equals(Tables.DECISION)) {
                    content.put(
                            table.name(),
                            tables.exists(place.toString()) ? rows(tables.load(place.toString())) : NOTHING);
                }
            }
            return content;
        }

        private static String rows(Table table) throws IOException {
            var rows = new TreeMap<String, Integer>();
            try (var records = IcebergGenerics.read(table).build()) {
                records.forEach(record -> rows.merge(text(record), 1, Integer::sum));
            }
            return rows.isEmpty() ? NOTHING : Hash.of(rows.toString());
        }

        private static String text(@Nullable Object value) {
            if (value instanceof Record row) {
                return IntStream.range(0, row.size())
                        .mapToObj(i -> text(row.get(i)))
                        .toList()
                        .toString();
            }
            if (value instanceof ByteBuffer bytes) {
                return HexFormat.of().formatHex(ByteBuffers.toByteArray(bytes));
            }
            return value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : String.valueOf(value);
        }

        /** The files of the lake and the keys. */
        Set<String> files() {
            var files = new HashSet<String>();
            collect(terminal.workspace().resolve("lake").toFile(), files);
            collect(terminal.workspace().resolve("keys").toFile(), files);
            return files;
        }

        long newerThan(Set<String> before) {
            return files().stream().filter(file -> !before.contains(file)).count();
        }
    }

    /** Files come and go meanwhile, which a walk of the tree would stumble over. */
    private static void collect(File folder, Set<String> files) {
        var entries = folder.listFiles();
        for (var entry : entries == null ? new File[0] : entries) {
            if (entry.isDirectory()) {
                collect(entry, files);
            } else {
                files.add(entry.getPath());
            }
        }
    }

    private Terminal workspace(String name) throws IOException {
        var terminal = new Terminal(folder.resolve(name));
        assertEquals(0, terminal.vigie("init").code());
        Files.write(
                terminal.workspace().resolve("vigie.yaml"),
                List.of(
                        "ingest: { reject-limit: 100 }",
                        "retention: { calls: 5d }",
                        // What is thought about does not matter here, and what is written does.
                        "forecast: { models: [mean-of-same-weekdays], backtest-weeks: 1 }",
                        "staffing: { forecast-model: mean-of-same-weekdays }",
                        "sources:",
                        "  calls: { kind: calls, files: [input/calls-*.csv] }",
                        "  practices: { kind: practices, files: [%s] }".formatted(sample("practices.csv")),
                        "  shifts: { kind: shifts, files: [%s] }".formatted(sample("shifts.csv"))));
        return terminal;
    }

    /**
     * The calls of these days of October come in, one file a day, each with two records that cannot be used; one of them
     * is corrected in the files that come later.
     */
    private static void arrive(Terminal terminal, List<String> days) throws IOException {
        var october = Files.readAllLines(SAMPLES.resolve("calls/2025-10.csv"));
        for (var day : days) {
            var calls = new ArrayList<>(october.subList(0, 1));
            october.stream().filter(l -> l.startsWith("C202510" + day)).forEach(calls::add);
            assertTrue(calls.size() > 1, day);
            calls.addAll(List.of(ENDS_TOO_EARLY.formatted(day), TORN.formatted(day)));
            if (days.equals(ANOTHER_DAY)) {
                NEW_LAKE.forEach(before -> calls.add(CORRECTED.formatted(before)));
            }
            Files.write(terminal.workspace().resolve("input/calls-%s.csv".formatted(day)), calls);
        }
    }

    private static Path sample(String name) {
        return SAMPLES.resolve(name).toAbsolutePath().normalize();
    }
}
