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
 * Models of R's package forecast on the M4 hold-outs, beside our own on the same series.
 *
 * <p>{@code stlf} is quick and forecasts all series of all hold-outs; the others take seconds a series and forecast 24, evenly
 * spread, of the last hold-out.
 */
final class RPeers {
    private static final int HOURS = 48;
    private static final int SUBSET = 24;
    private static final Path SCRIPT = Path.of("jobs/src/bench/r/forecast-peers.R");
    private static final List<String> SLOW = List.of("auto.arima", "dshw", "tbats");

    private RPeers() {}

    /** Runs them all, or tells how to get R. */
    static void run(SeriesTable whole) throws IOException {
        if (!isThere()) {
            System.out.println("R or its package forecast is not here: its models are not measured.\n"
                    + "Maybe apt-get install r-base-core r-cran-forecast.");
            return;
        }
        System.out.println("M4 hourly hold-outs, 48 hours ahead, R's package forecast");
        System.out.println("model            back series    OWA   sMAPE  MASE    s/series");
        for (int back : new int[] {48, 96, 168}) {
            for (var model : List.of("auto", "stlf")) {
                tell(model, back, whole, whole.without(back));
            }
        }
        var subset = subset(whole);
        tell("auto", HOURS, subset, subset.without(HOURS));
        for (var model : SLOW) {
            tell(model, HOURS, subset, subset.without(HOURS));
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

    private static void tell(String model, int back, SeriesTable whole, SeriesTable past) throws IOException {
        var path = model.equals("auto") ? ours(past) : peers(model, past);
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
                "%-16s %4d %6d %6.3f %7.2f %6.3f %9.3f%n",
                model,
                back,
                series,
                points.owa(),
                points.smape(),
                points.mase(),
                path.seconds() / series);
    }

    private static Paths ours(SeriesTable past) throws IOException {
        var run = ForecastRun.of(past, "auto", HOURS, "--season", "24,168", "--calendar", "none");
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
