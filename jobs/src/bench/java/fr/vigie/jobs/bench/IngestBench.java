package fr.vigie.jobs.bench;

import fr.vigie.jobs.cli.Vigie;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * {@code vigie bench ingest [CALLS [RUNS [alone]]]}: the time from a file of calls to calls and load in the lake, against
 * DuckDB doing the same work, alternating in one process; or alone.
 */
public final class IngestBench {
    /** Few calls are those of a month; more than ten million take more days, as years do. */
    private static final int DAYS = 30;

    private static final LocalDate FIRST = LocalDate.of(2025, 9, 1);

    private static final long CALLS_A_DAY = 10_000_000 / DAYS;

    private IngestBench() {}

    /** Runs it in the folder {@code target/bench}. */
    public static void main(String[] args) throws IOException, SQLException {
        long calls = args.length > 0 ? Long.parseLong(args[0]) : 10_000_000;
        int runs = args.length > 1 ? Integer.parseInt(args[1]) : 3;
        boolean alone = args.length > 2 && args[2].equals("alone");
        int threads = Runtime.getRuntime().availableProcessors();
        var folder = Files.createDirectories(Path.of("target/bench"));
        var file = folder.resolve("calls-" + calls + ".csv");
        var practices = folder.resolve("practices.csv");
        var days = (int) Math.max(DAYS, calls / CALLS_A_DAY);
        new CallsFile(calls, FIRST, days).write(file, practices);
        var nextDay = folder.resolve("calls-" + calls + "-next-day.csv");
        new CallsFile(calls / days, FIRST.plusDays(days), 1).write(nextDay, practices);
        System.out.printf(
                Locale.ROOT, "%,d calls, %,d bytes, %d processors%n", calls, Files.size(file), threads);
        var ours = new ArrayList<Double>();
        var theirs = new ArrayList<Double>();
        for (int run = 1; run <= runs; run++) {
            ours.add(vigie(folder.resolve("vigie"), file, nextDay, practices));
            if (!alone) {
                theirs.add(duckDb(folder.resolve("duckdb"), file, practices, threads));
                System.out.printf(Locale.ROOT, "run %d: ", run);
                compare(ours.get(run - 1), theirs.get(run - 1));
            }
        }
        System.out.printf(Locale.ROOT, "heap in use at most %,d MB%n", peakHeapMegabytes());
        if (!alone) {
            System.out.print("median: ");
            compare(median(ours), median(theirs));
        }
    }

    private static void compare(double ours, double theirs) {
        System.out.printf(Locale.ROOT, "vigie %.2f s, duckdb %.2f s, ratio %.2f%n", ours, theirs, ours / theirs);
    }

    private static double vigie(Path workspace, Path calls, Path nextDay, Path practices) throws IOException {
        delete(workspace);
        run("init", "--workspace", workspace.toString());
        run("ingest", "practices", practices.toString(), "--workspace", workspace.toString());
        long start = System.nanoTime();
        run("ingest", "calls", calls.toString(), "--workspace", workspace.toString());
        long between = System.nanoTime();
        run("load", "--workspace", workspace.toString());
        long end = System.nanoTime();
        System.out.printf(
                Locale.ROOT, "vigie: ingest %.2f s, load %.2f s%n", (between - start) / 1e9, (end - between) / 1e9);
        run("ingest", "calls", nextDay.toString(), "--workspace", workspace.toString());
        long ingested = System.nanoTime();
        run("load", "--workspace", workspace.toString());
        System.out.printf(
                Locale.ROOT,
                "vigie: one more day: ingest %.2f s, load %.2f s%n",
                (ingested - end) / 1e9,
                (System.nanoTime() - ingested) / 1e9);
        return (end - start) / 1e9;
    }

    private static double duckDb(Path output, Path calls, Path practices, int threads)
            throws IOException, SQLException {
        delete(output);
        long start = System.nanoTime();
        long kept = new DuckDb(threads, "4GB").run(calls, practices, output);
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(Locale.ROOT, "duckdb: kept %,d%n", kept);
        return seconds;
    }

    private static void run(String... command) {
        if (Vigie.run(command) != 0) {
            throw new IllegalStateException("This command failed: " + String.join(" ", command));
        }
    }

    private static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    private static long peakHeapMegabytes() {
        return java.lang.management.ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == java.lang.management.MemoryType.HEAP)
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                >> 20;
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
