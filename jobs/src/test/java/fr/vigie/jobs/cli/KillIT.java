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
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.hadoop.HadoopTables;
import org.apache.iceberg.util.ByteBuffers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code vigie run} killed again and again at any moment, in a new lake and in one that gets another day: each table then
 * holds what it held before or what it was to hold, and the run that is let through makes what one makes that nobody
 * disturbs.
 *
 * <p>Progress is the number of files in the workspace rather than the time, so that kills are spread over the work on a
 * fast machine as on a slow one.
 */
class KillIT {
    private static final Path SAMPLES = Path.of("../data-samples/service");
    private static final int WORKSPACES = 3;
    private static final List<String> NEW_LAKE = List.of("01", "02", "03", "04");
    private static final List<String> ANOTHER_DAY = List.of("06");
    private static final int KILLS_IN_A_NEW_LAKE = 7;
    private static final int KILLS_ON_ANOTHER_DAY = 4;
    private static final int KILLS_THAT_MET_A_RUN = 30;

    /** 128 + SIGKILL. */
    private static final int KILLED = 137;

    private static final String ENDS_TOO_EARLY =
            "R%1$s,P0001,,,,2025-10-%1$sT08:00:00Z,,,2025-10-%1$sT07:59:00Z,,,abandoned,,,,,";
    private static final String CORRECTED =
            "R%1$s,P0001,,,,2025-10-%1$sT08:00:00Z,,,2025-10-%1$sT08:01:00Z,,,abandoned,,,,,";
    private static final String TORN = "T%1$s,P0001";
    private static final String CLASSES = "classes.list";
    private static final String NOTHING = "nothing";
    private static final String REJECTS = Tables.CALL_REJECTED.name();
    private static final long SEED = 20251005;

    @TempDir
    Path folder;

    private final Random random = new Random(SEED);
    private final ExecutorService processes = Executors.newFixedThreadPool(WORKSPACES);

    @AfterEach
    void end() {
        processes.shutdownNow();
    }

    /**
     * A run nobody disturbs.
     *
     * @param files how many it makes
     * @param before what the tables hold before it
     * @param after what they hold then
     */
    private record Undisturbed(long files, Map<String, String> before, Map<String, String> after) {}

    @Test
    void aRunThatIsKilledAtAnyMomentLosesNothing() throws IOException, InterruptedException, ExecutionException {
        var calm = new Looks(workspace("undisturbed"));
        arrive(calm.terminal, NEW_LAKE);
        var first = undisturbed(calm, "-XX:DumpLoadedClassList=" + folder.resolve(CLASSES));
        makeArchive(calm.terminal);
        arrive(calm.terminal, ANOTHER_DAY);
        var second = undisturbed(calm, withArchive());
        assertNotEquals(NOTHING, first.after().get(REJECTS), "rejects are at stake too");
        assertNotEquals(first.after().get(REJECTS), second.after().get(REJECTS));

        var disturbed = new ArrayList<Looks>();
        for (int i = 0; i < WORKSPACES; i++) {
            var looks = new Looks(workspace("disturbed-" + i));
            Files.copy(
                    KeyFile.of(calm.terminal.workspace()),
                    KeyFile.of(looks.terminal.workspace()),
                    StandardCopyOption.REPLACE_EXISTING);
            disturbed.add(looks);
        }
        int killed = 0;
        killed += disturb(disturbed, NEW_LAKE, first, KILLS_IN_A_NEW_LAKE);
        killed += disturb(disturbed, ANOTHER_DAY, second, KILLS_ON_ANOTHER_DAY);
        assertTrue(killed >= KILLS_THAT_MET_A_RUN, killed + " kills met a run that was under way");
    }

    private Undisturbed undisturbed(Looks looks, String option) throws IOException, InterruptedException {
        long files = looks.files();
        var before = looks.content();
        complete(looks, option);
        return new Undisturbed(looks.files() - files, before, looks.content());
    }

    private static void complete(Looks looks, String option) throws IOException, InterruptedException {
        var run = looks.run(option);
        assertTrue(run.waitFor(5, TimeUnit.MINUTES));
        assertEquals(0, run.exitValue(), () -> "see what lies beside " + looks.terminal.workspace());
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

    /** How many kills met a run that was under way. */
    private int disturb(List<Looks> all, List<String> days, Undisturbed undisturbed, int kills)
            throws IOException, InterruptedException, ExecutionException {
        for (var looks : all) {
            arrive(looks.terminal, days);
        }
        var moments = new HashMap<Looks, double[]>();
        for (var looks : all) {
            long before = looks.files();
            moments.put(
                    looks,
                    random.doubles(kills)
                            .sorted()
                            .map(moment -> before + moment * undisturbed.files())
                            .toArray());
        }
        int killed = 0;
        for (int i = 0; i < kills; i++) {
            var kill = i;
            int millisLater = random.nextInt(200);
            // A start leaves a processor idle: the workspaces have theirs at the same time.
            var running = processes.invokeAll(all.stream()
                    .<Callable<Boolean>>map(
                            looks -> () -> killAt(looks, requireNonNull(moments.get(looks))[kill], millisLater))
                    .toList());
            for (var wasRunning : running) {
                killed += wasRunning.get() ? 1 : 0;
            }
            for (var looks : all) {
                looks.content().forEach((table, found) -> {
                    var allowed = List.of(
                            requireNonNull(undisturbed.before().get(table)),
                            requireNonNull(undisturbed.after().get(table)));
                    assertTrue(allowed.contains(found), () -> "%s after kill %d: %s is not of %s"
                            .formatted(table, kill, found, allowed));
                });
            }
        }
        for (var looks : all) {
            complete(looks, withArchive());
            assertEquals(undisturbed.after(), looks.content());
        }
        return killed;
    }

    /** Kills a run once there are so many files, and a little later; whether it was under way then. */
    private boolean killAt(Looks looks, double files, int millisLater) throws IOException, InterruptedException {
        var run = looks.run(withArchive());
        while (run.isAlive() && looks.files() < files) {
            Thread.sleep(100);
        }
        Thread.sleep(millisLater);
        run.destroyForcibly();
        assertTrue(run.waitFor(1, TimeUnit.MINUTES));
        return run.exitValue() == KILLED;
    }

    /** What stands in a workspace, read without Spark: a look takes no longer than it has to. */
    private record Looks(Terminal terminal) {
        Process run(String option) throws IOException {
            return terminal.start(
                    terminal.workspace().getFileName().toString(), List.of("-Xshare:auto", option), "run", "--quiet");
        }

        /** A hash of each table's rows in any order; but for the log of runs, which tells of the kills. */
        Map<String, String> content() throws IOException {
            var content = new TreeMap<String, String>();
            var tables = new HadoopTables(new Configuration());
            for (var table : Tables.ALL) {
                var place = terminal.workspace().resolve("lake/vigie").resolve(table.name());
                if (!table.equals(Tables.RUN)) {
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

        long files() {
            return count(terminal.workspace().toFile());
        }
    }

    /** Files come and go meanwhile, which a walk of the tree would stumble over. */
    private static long count(File folder) {
        var entries = folder.listFiles();
        long files = 0;
        for (var entry : entries == null ? new File[0] : entries) {
            files += entry.isDirectory() ? count(entry) : 1;
        }
        return files;
    }

    private Terminal workspace(String name) throws IOException {
        var terminal = new Terminal(folder.resolve(name));
        assertEquals(0, terminal.vigie("init").code());
        Files.write(
                terminal.workspace().resolve("vigie.yaml"),
                List.of(
                        "ingest: { reject-limit: 100 }",
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
