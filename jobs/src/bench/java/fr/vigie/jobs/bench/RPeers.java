package fr.vigie.jobs.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Models of R's package forecast beside our own, on the same series: the last hold-out of the M4 training part. The slowest
 * forecast 24 of them, evenly spread.
 */
final class RPeers {
    private static final int HOURS = 48;
    private static final int SUBSET = 24;
    private static final Path SCRIPT = Path.of("jobs/src/bench/r/forecast-peers.R");
    private static final List<String> OURS = List.of("auto", "double-seasonal-holt-winters");
    private static final List<String> ALL = List.of("stlf", "stlf-arima", "auto.arima", "snaive");
    private static final List<String> SLOW = List.of("dshw", "tbats");

    private RPeers() {}

    /** Runs them all, or tells how to get R. */
    static void run(SeriesTable whole) throws IOException {
        if (!isThere()) {
            System.out.println("R or its package forecast is not here: its models are not measured.\n"
                    + "Maybe apt-get install r-base-core r-cran-forecast.");
            return;
        }
        System.out.println("M4 hourly, 48 hours at the end of training, R's package forecast");
        System.out.println("model                        series    OWA   sMAPE  MASE    s/series");
        for (var model : OURS) {
            tell(model, whole, ours(model, whole.without(HOURS)));
        }
        for (var model : ALL) {
            tell(model, whole, peers(model, whole.without(HOURS)));
        }
        var subset = subset(whole);
        for (var model : OURS) {
            tell(model, subset, ours(model, subset.without(HOURS)));
        }
        for (var model : SLOW) {
            tell(model, subset, peers(model, subset.without(HOURS)));
        }
    }

    private static SeriesTable subset(SeriesTable whole) {
        var ids = List.copyOf(whole.series().keySet());
        var some = new ArrayList<String>();
        for (int i = 0; i < SUBSET; i++) {
            some.add(ids.get(i * ids.size() / SUBSET));
        }
        return whole.where((id, at) -> some.contains(id));
    }

    private static boolean isThere() throws IOException {
        boolean hasR = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "Rscript")));
        return hasR && run(List.of("Rscript", "-e", "library(forecast)")) == 0;
    }

    private static int run(List<String> command) throws IOException {
        var log = Files.createDirectories(Path.of("target/bench")).resolve("r.log");
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start()
                    .waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The benchmark was interrupted.", e);
        }
    }

    /** Means by series, and the processor time of them all. */
    private record Paths(Map<String, double[]> means, double seconds) {}

    private static void tell(String model, SeriesTable whole, Paths path) {
        var past = whole.without(HOURS);
        var points = new M4Points();
        path.means().forEach((id, means) -> {
            var all = whole.values(id);
            var known = past.values(id);
            var came = new double[HOURS];
            System.arraycopy(all, known.length, came, 0, HOURS);
            points.add(known, came, means);
        });
        int series = path.means().size();
        System.out.printf(
                Locale.ROOT,
                "%-28s %6d %6.3f %7.2f %6.3f %9.3f%n",
                model,
                series,
                points.owa(),
                points.smape(),
                points.mase(),
                path.seconds() / series);
    }

    private static Paths ours(String model, SeriesTable past) throws IOException {
        var run = ForecastRun.of(past, model, HOURS, "--season", "24,168", "--calendar", "none");
        return new Paths(
                run.rows().stream()
                        .collect(Collectors.groupingBy(
                                ForecastRun.Row::id,
                                Collectors.collectingAndThen(Collectors.toList(), rows -> rows.stream()
                                        .mapToDouble(ForecastRun.Row::mean)
                                        .toArray()))),
                run.processorSeconds());
    }

    private static Paths peers(String model, SeriesTable past) throws IOException {
        var folder = Files.createDirectories(Path.of("target/bench"));
        var input = folder.resolve("series.csv");
        var output = folder.resolve("r-" + model + ".csv");
        past.write(input);
        Files.deleteIfExists(output);
        int code = run(List.of("Rscript", SCRIPT.toString(), model, "" + HOURS, input.toString(), output.toString()));
        if (code != 0) {
            throw new IllegalStateException(model + " failed in R; target/bench/r.log says why.");
        }
        var rows = Files.readAllLines(output).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
        var means = rows.stream()
                .collect(Collectors.groupingBy(
                        row -> row[0],
                        Collectors.collectingAndThen(Collectors.toList(), own -> own.stream()
                                .mapToDouble(row -> Double.parseDouble(row[2]))
                                .toArray())));
        double seconds = rows.stream()
                .filter(row -> row[1].equals("0"))
                .mapToDouble(row -> Double.parseDouble(row[3]))
                .sum();
        return new Paths(means, seconds);
    }
}
