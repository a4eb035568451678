package fr.vigie.jobs.bench;

import com.sun.management.OperatingSystemMXBean;
import fr.vigie.jobs.cli.Vigie;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * What {@code vigie calc forecast} made of a file, and what it cost.
 *
 * @param rows in the order of the output
 * @param processorSeconds of all threads of the process
 */
record ForecastRun(List<Row> rows, double processorSeconds) {
    /** Levels of the intervals asked for: deciles, and what coverage is told of. */
    static final int[] LEVELS = {20, 40, 50, 60, 80, 95};

    /**
     * An interval of time.
     *
     * @param low by level
     * @param high by level
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Row(String id, LocalDateTime at, double mean, double[] low, double[] high) {
        boolean covers(double y, int level) {
            int i = List.of(20, 40, 50, 60, 80, 95).indexOf(level);
            return low[i] <= y && y <= high[i];
        }

        /** Nine deciles. */
        double[] deciles() {
            return new double[] {low[4], low[3], low[1], low[0], mean, high[0], high[1], high[3], high[4]};
        }
    }

    static ForecastRun of(SeriesTable past, String model, int horizon, String... more) throws IOException {
        var folder = Files.createDirectories(Path.of("target/bench"));
        var input = folder.resolve("series.csv");
        var output = folder.resolve("forecast.csv");
        past.write(input);
        var command = new ArrayList<>(List.of("calc", "forecast", "--input", input.toString(), "--output"));
        command.addAll(List.of(output.toString(), "--horizon", "" + horizon, "--model", model));
        command.addAll(List.of("--level", "20,40,50,60,80,95"));
        command.addAll(List.of(more));
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long start = system.getProcessCpuTime();
        if (Vigie.run(command.toArray(String[]::new)) != 0) {
            throw new IllegalStateException("This command failed: " + String.join(" ", command));
        }
        double seconds = (system.getProcessCpuTime() - start) / 1e9;
        return new ForecastRun(
                Files.readAllLines(output).stream().skip(1).map(ForecastRun::row).toList(), seconds);
    }

    private static Row row(String line) {
        var fields = line.split(",", -1);
        var low = new double[LEVELS.length];
        var high = new double[LEVELS.length];
        for (int i = 0; i < LEVELS.length; i++) {
            low[i] = Double.parseDouble(fields[3 + 2 * i]);
            high[i] = Double.parseDouble(fields[4 + 2 * i]);
        }
        return new Row(fields[0], LocalDateTime.parse(fields[1]), Double.parseDouble(fields[2]), low, high);
    }
}
