package fr.vigie.jobs.bench;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import fr.vigie.jobs.StageRun;
import fr.vigie.jobs.config.Block;
import fr.vigie.jobs.config.ServiceConfig;
import fr.vigie.jobs.config.VigieConfig;
import fr.vigie.jobs.forecast.ForecastConfig;
import fr.vigie.jobs.forecast.ForecastJob;
import fr.vigie.jobs.lake.Lake;
import fr.vigie.jobs.lake.LoadRow;
import fr.vigie.jobs.lake.PracticeRow;
import fr.vigie.jobs.lake.Tables;
import fr.vigie.jobs.spark.Sessions;
import fr.vigie.simulate.Intensity;
import fr.vigie.simulate.Service;
import fr.vigie.simulate.ServicePlan;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;

/**
 * The time of the stage on 250 and 2,500 practices: two years of load drawn from the simulator's rates, by quarters of an
 * hour, in groups of about sixty practices.
 */
final class ForecastScale {
    private static final LocalDate FROM = LocalDate.of(2024, 4, 1);
    private static final LocalDate UNTIL = LocalDate.of(2026, 3, 30);
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final int GROUP_SIZE = 62;
    private static final int OPENS = 28;
    private static final int CLOSES = 76;
    /** Quarters are counted from six o'clock on. */
    private static final int FIRST_QUARTER = 24;

    /** Tasks run in this process: they need not be sent what is here. */
    private static volatile Intensity rates = new Service(ServicePlan.defaults(1, FROM, UNTIL)).intensity();

    private ForecastScale() {}

    static void run() throws IOException {
        System.out.println("practices  models                                      load rows  forecast rows  seconds  processor s");
        for (int practices : new int[] {250, 2500}) {
            var folder = Files.createTempDirectory("vigie-scale");
            try (var spark = Sessions.local(
                    "vigie-scale", Map.of("type", "hadoop", "warehouse", folder.toString()))) {
                rates = new Service(ServicePlan.defaults(1, FROM, UNTIL).withPractices(practices)).intensity();
                var lake = new Lake(spark);
                int groups = practices / GROUP_SIZE;
                lake.replace(Tables.LOAD, load(lake, practices, groups), "load");
                lake.replace(
                        Tables.PRACTICE,
                        spark.createDataset(practices(practices, groups), Tables.PRACTICE.encoder()),
                        "practices");
                for (var models : List.of(
                        "hour-of-week-regression, mean-of-same-weekdays, seasonal-naive",
                        "auto, hour-of-week-regression, mean-of-same-weekdays, seasonal-naive")) {
                    measure(lake, practices, models);
                }
            }
        }
    }

    private static void measure(Lake lake, int practices, String models) throws IOException {
        var config = VigieConfig.parse(
                "forecast: {models: [" + models + "]}",
                "the benchmark",
                List.of(new Block("service", ServiceConfig.class), new Block("forecast", ForecastConfig.class)));
        long wall = System.nanoTime();
        long processor = processorNanos();
        new ForecastJob().run(new StageRun(lake, config, UNTIL, "bench", Files.createTempDirectory("vigie-reports")));
        System.out.printf(
                Locale.ROOT,
                "%9d  %-42s %,10d  %,13d  %7.1f  %11.1f%n",
                practices,
                models.startsWith("auto") ? "auto and the three" : "the three",
                lake.read(Tables.LOAD).count(),
                lake.read(Tables.FORECAST).count(),
                (System.nanoTime() - wall) / 1e9,
                (processorNanos() - processor) / 1e9);
    }

    private static long processorNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static List<PracticeRow> practices(int practices, int groups) {
        return IntStream.range(0, practices)
                .mapToObj(p -> new PracticeRow(
                        id(p), id(p), "62000", null, null, null, "G" + p % groups, null, null, null, List.of()))
                .toList();
    }

    private static String id(int practice) {
        return "P%05d".formatted(practice);
    }

    private static Dataset<LoadRow> load(Lake lake, int practices, int groups) {
        var indices = lake.spark()
                .createDataset(IntStream.range(0, practices).boxed().toList(), Encoders.INT())
                .repartition(8);
        var own = indices.flatMap((FlatMapFunction<Integer, LoadRow>) ForecastScale::rows, Tables.LOAD.encoder());
        lake.replace(Tables.LOAD, own, "practices");
        var stored = lake.read(Tables.LOAD);
        var groupRows = summed(
                stored, lit("group"), expr("concat('G', cast(cast(substring(id, 2) as int) % " + groups + " as string))"));
        var network = summed(groupRows, lit("network"), lit("network"));
        return stored.union(groupRows).union(network);
    }

    private static Dataset<LoadRow> summed(Dataset<LoadRow> rows, Column level, Column id) {
        var keys = Set.of("level", "id", "intervalMinutes", "startsAt", "localDate");
        var names = Arrays.stream(LoadRow.class.getRecordComponents())
                .map(part -> part.getName())
                .toList();
        var sums = names.stream()
                .filter(name -> !keys.contains(name))
                .map(name -> sum(col(name)).cast(rows.schema().apply(name).dataType()).as(name))
                .toArray(Column[]::new);
        return rows.groupBy(
                        level.as("level"), id.as("id"), col("intervalMinutes"), col("startsAt"), col("localDate"))
                .agg(sums[0], Arrays.copyOfRange(sums, 1, sums.length))
                .select(names.stream().map(name -> col(name)).toArray(Column[]::new))
                .as(Tables.LOAD.encoder());
    }

    private static Iterator<LoadRow> rows(int practice) {
        var random = new SplittableRandom(practice);
        var rows = new ArrayList<LoadRow>();
        for (var day = FROM; day.isBefore(UNTIL); day = day.plusDays(1)) {
            for (int quarter = OPENS; quarter < CLOSES && day.getDayOfWeek() != DayOfWeek.SUNDAY; quarter++) {
                double mean = rates.expected(practice, day, quarter - FIRST_QUARTER);
                int calls = 0;
                double limit = Math.exp(-mean);
                for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
                    calls++;
                }
                if (calls > 0) {
                    var at = day.atTime(quarter / 4, quarter % 4 * 15).atZone(PARIS).toInstant();
                    rows.add(new LoadRow(
                            "practice", id(practice), 15, at, day, calls, calls, calls, calls, 0, 0, 0, 0, 0, 0, 0, 0,
                            0, 0, 0, calls, 65.0 * calls, 0, 0, 0, 0, 1));
                }
            }
        }
        return rows.iterator();
    }
}
