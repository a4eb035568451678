package fr.vigie.jobs.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.zip.GZIPInputStream;

/**
 * Series by id and local time.
 *
 * @param series in the order of the file
 */
record SeriesTable(Map<String, TreeMap<LocalDateTime, Double>> series) {
    static SeriesTable read(Path file) throws IOException {
        var series = new LinkedHashMap<String, TreeMap<LocalDateTime, Double>>();
        try (var in = Files.newInputStream(file);
                var lines = new BufferedReader(new InputStreamReader(
                        file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in, StandardCharsets.UTF_8))) {
            lines.lines().skip(1).map(line -> line.split(",", -1)).filter(row -> !row[2].isEmpty()).forEach(row -> series
                    .computeIfAbsent(row[0], id -> new TreeMap<>())
                    .put(LocalDateTime.parse(row[1]), Double.valueOf(row[2])));
        }
        return new SeriesTable(series);
    }

    /** What of each series lies before the last points. */
    SeriesTable without(int last) {
        var shorter = new LinkedHashMap<String, TreeMap<LocalDateTime, Double>>();
        series.forEach((id, points) -> {
            var times = List.copyOf(points.keySet());
            shorter.put(id, new TreeMap<>(points.headMap(times.get(times.size() - last))));
        });
        return new SeriesTable(shorter);
    }

    SeriesTable where(BiPredicate<String, LocalDateTime> kept) {
        var some = new LinkedHashMap<String, TreeMap<LocalDateTime, Double>>();
        series.forEach((id, points) -> points.forEach((at, value) -> {
            if (kept.test(id, at)) {
                some.computeIfAbsent(id, i -> new TreeMap<>()).put(at, value);
            }
        }));
        return new SeriesTable(some);
    }

    double[] values(String id) {
        return series.get(id).values().stream().mapToDouble(Double::doubleValue).toArray();
    }

    void write(Path file) throws IOException {
        var lines = new ArrayList<String>();
        lines.add("unique_id,ds,y");
        series.forEach((id, points) -> points.forEach((at, value) -> lines.add(id + "," + at + "," + value)));
        Files.write(file, lines);
    }
}
