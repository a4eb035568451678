package fr.vigie.jobs.bench;

import fr.vigie.jobs.bench.CallsFile.Names;
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
import java.util.SortedMap;

/**
 * {@code vigie bench ingest [CALLS [RUNS]] [alone] [random-names]}: the time from a file of calls to calls and load in the
 * lake, against DuckDB doing the same work, alternating in one process; or alone. Both have to come to the same figures.
 */
public final class IngestBench {
    /** Few calls are those of a month; more than ten million take more days, as years do. */
    private static final int DAYS = 30;

    private static final LocalDate FIRST = LocalDate.of(2025, 9, 1);

    private static final long CALLS_A_DAY = 10_000_000 / DAYS;

    private IngestBench() {}

    /** Runs it in the folder {@code target/bench}. */
    public static void main(String[] args) throws IOException, SQLException {
        var options = List.of(args);
        var numbers = options.stream()
                .filter(option -> option.matches("\\d+"))
                .map(Long::valueOf)
                .toList();
        long calls = numbers.isEmpty() ? 10_000_000 : numbers.get(0);
        long runs = numbers.size() > 1 ? numbers.get(1) : 3;
        boolean alone = options.contains("alone");
        var names = options.contains("random-names") ? Names.RANDOM : Names.BY_DAY;
        int threads = Runtime.getRuntime().availableProcessors();
        var folder = Files.createDirectories(Path.of("target/bench"));
        var title = "%d-calls-names-%s".formatted(calls, names.name().toLowerCase(Locale.ROOT));
        var file = folder.resolve(title + ".csv");
        var practices = folder.resolve("practices.csv");
        var days = (int) Math.max(DAYS, calls / CALLS_A_DAY);
        new CallsFile(calls, FIRST, days, names).write(file, practices);
        var nextDay = folder.resolve(title + "-next-day.csv");
        new CallsFile(calls / days, FIRST.plusDays(days), 1, names).write(nextDay, practices);
        System.out.printf(
                Locale.ROOT, "%,d calls, %,d bytes, %d processors%n", calls, Files.size(file), threads);
        var ours = new ArrayList<Double>();
        var theirs = new ArrayList<Double>();
        for (int run = 1; run <= runs; run++) {
            var mine = vigie(folder.resolve("vigie"), file, practices);
            ours.add(mine.seconds());
            if (!alone) {
                var peer = duckDb(folder.resolve("duckdb"), file, practices, threads);
                theirs.add(peer.seconds());
                System.out.printf(Locale.ROOT, "run %d: ", run);
                compare(mine.seconds(), peer.seconds());
                mustAgree(mine.figures(), peer.figures());
            }
            oneMoreDay(folder.resolve("vigie"), nextDay);
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

    /**
     * What one of them did.
     *
     * @param figures calls kept, and sums over the load of all practices
     */
    private record Work(double seconds, SortedMap<String, Long> figures) {}

    private static void mustAgree(SortedMap<String, Long> ours, SortedMap<String, Long> theirs) {
        if (!ours.equals(theirs)) {
            throw new IllegalStateException("They do not come to the same: vigie %s, duckdb %s".formatted(ours, theirs));
        }
        System.out.println("both: " + ours);
    }

    private static Work vigie(Path workspace, Path calls, Path practices) throws IOException, SQLException {
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
        return new Work((end - start) / 1e9, DuckDb.figuresOfLake(workspace.resolve("lake/vigie")));
    }

    private static void oneMoreDay(Path workspace, Path nextDay) {
        long start = System.nanoTime();
        run("ingest", "calls", nextDay.toString(), "--workspace", workspace.toString());
        long between = System.nanoTime();
        run("load", "--workspace", workspace.toString());
        System.out.printf(
                Locale.ROOT,
                "vigie: one more day: ingest %.2f s, load %.2f s%n",
                (between - start) / 1e9,
                (System.nanoTime() - between) / 1e9);
    }

    private static Work duckDb(Path output, Path calls, Path practices, int threads) throws IOException, SQLException {
        delete(output);
        long start = System.nanoTime();
        var figures = new DuckDb(threads, "4GB").run(calls, practices, output);
        return new Work((System.nanoTime() - start) / 1e9, figures);
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
