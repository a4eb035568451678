package fr.vigie.jobs.bench;

import fr.vigie.forecast.PooledErrors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code vigie bench forecast [m4] [bank] [technion] [m4-hold-out] [weekly-hold-out] [r] [simulated]
 * [simulated-hold-out] [simulated-errors] [kind-errors] [scale]}: the accuracy of
 * {@code calc forecast} on real series, scored as the literature does. Without arguments the first three; the hold-outs are cut from what comes
 * before the scored part, and are what development may look at; {@code r} holds R's package forecast against us on them.
 * {@code simulated-errors} tells what the network's days err by on those,
 * {@code kind-errors} what the combination's members err by at series of a kind, pooled over the hold-outs,
 * {@code simulated} holds the stage's models against an oracle of the simulated service ({@code simulated-hold-out} against those of four others, which
 * development may look at), {@code scale} times the stage
 * on 250 and 2,500 practices.
 */
public final class ForecastBench {
    private static final Path DATA =
            Path.of(System.getProperty("vigie.data", "../shared/data"), "series");
    /** As an events file; days of rest by law and the election, and the eves on which work ends early. */
    private static final String HOLIDAYS_OF_ISRAEL =
            """
            event_id,starts_on,ends_on,kind,name
            1,1999-04-01,1999-04-01,holiday,Passover
            2,1999-04-07,1999-04-07,holiday,Seventh day of Passover
            3,1999-04-21,1999-04-21,holiday,Independence Day
            4,1999-05-17,1999-05-17,holiday,Election
            5,1999-05-21,1999-05-21,holiday,Shavuot
            6,1999-09-11,1999-09-12,holiday,New Year
            7,1999-09-20,1999-09-20,holiday,Day of Atonement
            8,1999-09-25,1999-09-25,holiday,Sukkot
            9,1999-03-31,1999-03-31,half-day,Eve of Passover
            10,1999-04-06,1999-04-06,half-day,Eve of the seventh day of Passover
            11,1999-04-20,1999-04-20,half-day,Remembrance Day
            12,1999-05-20,1999-05-20,half-day,Eve of Shavuot
            13,1999-09-10,1999-09-10,half-day,Eve of the New Year
            14,1999-09-19,1999-09-19,half-day,Eve of the Day of Atonement
            15,1999-09-24,1999-09-24,half-day,Eve of Sukkot
            """;

    /** Parts that need no series. */
    private static final List<String> DRAWN = List.of("simulated", "simulated-hold-out", "simulated-errors", "scale");

    private static final String BANK = "bank-calls-30min-2003-03-to-2003-09-21.csv";
    private static final String TECHNION = "technion-hourly-1999-01-09.csv";
    private static final LocalDateTime LAST_OF_BANK = LocalDateTime.of(2003, 9, 15, 0, 0);
    private static final int HALF_HOURS_OF_BANK = 145;
    private static final int HOURS_OF_TECHNION = 168;
    private static final int HOURS = 48;
    private static final int ORIGINS = 8;

    private record Contender(String model, String season) {}

    private ForecastBench() {}

    /** Runs the parts named; skips, visibly, what has no data here. */
    public static void main(String[] args) throws IOException {
        for (var part : args.length > 0 ? List.of(args) : List.of("m4", "bank", "technion")) {
            if (!DRAWN.contains(part) && !Files.exists(DATA)) {
                System.out.println("There are no series in " + DATA + ": " + part + " is not measured.");
                continue;
            }
            switch (part) {
                case "simulated" -> SimulatedForecast.run();
                case "simulated-hold-out" -> SimulatedForecast.runHeldOut();
                case "simulated-errors" -> SimulatedForecast.decompose();
                case "scale" -> ForecastScale.run();
                case "m4" -> m4(read("m4-hourly-train.csv.gz"), read("m4-hourly-test.csv.gz"));
                case "m4-hold-out" -> holdOuts();
                case "r" -> RPeers.run(read("m4-hourly-train.csv.gz"));
                case "bank" -> {
                    bank("last 8 weeks", 0, ORIGINS);
                    bank("the 8 weeks before", ORIGINS, ORIGINS);
                }
                case "technion" -> technion("last 16 weeks", 0, 2 * ORIGINS);
                case "kind-errors" -> kindErrors();
                case "weekly-hold-out" -> {
                    bank("5 weeks before the last 16", 2 * ORIGINS, 5);
                    technion("8 weeks before the last 16", 2 * ORIGINS, ORIGINS);
                }
                default -> throw new IllegalArgumentException("There is no part '" + part + "'.");
            }
        }
    }

    private static void kindErrors() throws IOException {
        PooledSeries.few();
        var some = new PooledErrors();
        PooledSeries.weekly(
                some, read(BANK), LAST_OF_BANK.minusWeeks(2 * ORIGINS), 5, HALF_HOURS_OF_BANK, Set.of());
        var technion = read(TECHNION);
        PooledSeries.weekly(
                some, technion, lastOf(technion).minusWeeks(2 * ORIGINS), ORIGINS, HOURS_OF_TECHNION, holidays());
        some.print("SOME");
        var many = new PooledErrors();
        var train = read("m4-hourly-train.csv.gz");
        for (int back : new int[] {48, 96, 168}) {
            PooledSeries.add(many, train.without(back), HOURS, Set.of());
        }
        many.print("MANY");
    }

    private static Set<LocalDate> holidays() {
        return HOLIDAYS_OF_ISRAEL
                .lines()
                .map(line -> line.split(","))
                .filter(row -> row[3].equals("holiday"))
                .flatMap(row -> LocalDate.parse(row[1])
                        .datesUntil(LocalDate.parse(row[2]).plusDays(1)))
                .collect(Collectors.toSet());
    }

    /** The last whole week's first midnight. */
    private static LocalDateTime lastOf(SeriesTable technion) {
        var end = technion.series().values().iterator().next().lastKey();
        return end.toLocalDate().plusDays(1).atStartOfDay().minusWeeks(1);
    }

    private static SeriesTable read(String name) throws IOException {
        return SeriesTable.read(DATA.resolve(name));
    }

    private static void holdOuts() throws IOException {
        var train = read("m4-hourly-train.csv.gz");
        for (int back : new int[] {48, 96, 168}) {
            m4(train.without(back), train);
        }
    }

    private static void m4(SeriesTable past, SeriesTable future) throws IOException {
        System.out.printf("M4 hourly, %d series, 48 hours ahead%n", past.series().size());
        System.out.println("model                         OWA   sMAPE  MASE   WQL     95 %   80 %   50 %   s/series");
        for (var contender : List.of(
                new Contender("auto", "24,168"),
                new Contender("seasonal-naive", "24"),
                new Contender("seasonal-naive", "24,168"),
                new Contender("mean-of-same-weekdays", "24,168"))) {
            var run = ForecastRun.of(
                    past, contender.model(), HOURS, "--season", contender.season(), "--calendar", "none");
            var points = new M4Points();
            var loss = new double[9];
            double total = 0;
            var covered = new int[3];
            int series = past.series().size();
            for (int s = 0; s < series; s++) {
                var rows = run.rows().subList(s * HOURS, (s + 1) * HOURS);
                var id = rows.get(0).id();
                var came = new double[HOURS];
                for (int h = 0; h < HOURS; h++) {
                    var row = rows.get(h);
                    double y = future.series().get(id).get(row.at());
                    came[h] = y;
                    total += Math.abs(y);
                    var deciles = row.deciles();
                    for (int d = 0; d < loss.length; d++) {
                        double level = (d + 1) / 10.0;
                        loss[d] += 2 * Math.max(level * (y - deciles[d]), (level - 1) * (y - deciles[d]));
                    }
                    covered[0] += row.covers(y, 95) ? 1 : 0;
                    covered[1] += row.covers(y, 80) ? 1 : 0;
                    covered[2] += row.covers(y, 50) ? 1 : 0;
                }
                points.add(
                        past.values(id),
                        came,
                        rows.stream().mapToDouble(ForecastRun.Row::mean).toArray());
            }
            double n = series * HOURS;
            double wql = 0;
            for (double one : loss) {
                wql += one / total / loss.length;
            }
            System.out.printf(
                    Locale.ROOT,
                    "%-28s %6.3f %6.2f %6.3f %7.4f %6.3f %6.3f %6.3f %7.3f%n",
                    contender.model() + " " + contender.season(),
                    points.owa(),
                    points.smape(),
                    points.mase(),
                    wql,
                    covered[0] / n,
                    covered[1] / n,
                    covered[2] / n,
                    run.processorSeconds() / series);
        }
    }

    private static void bank(String which, int weeksBack, int origins) throws IOException {
        weekly(
                "Bank calls by half-hours, 5 days ahead, " + which,
                read(BANK),
                LAST_OF_BANK.minusWeeks(weeksBack),
                origins,
                HALF_HOURS_OF_BANK,
                "--season",
                "29,145",
                "--calendar",
                "none");
    }

    private static void technion(String which, int weeksBack, int origins) throws IOException {
        var all = read(TECHNION);
        var events = Files.createDirectories(Path.of("target/bench")).resolve("holidays-of-israel-1999.csv");
        Files.writeString(events, HOLIDAYS_OF_ISRAEL);
        var last = lastOf(all).minusWeeks(weeksBack);
        weekly(
                "Technion calls by hours, 7 days ahead, " + which,
                all,
                last,
                origins,
                HOURS_OF_TECHNION,
                "--season",
                "24,168",
                "--calendar",
                "none",
                "--events",
                events.toString());
    }

    /** Weekly origins back from the last one. */
    private static void weekly(
            String title, SeriesTable all, LocalDateTime last, int origins, int horizon, String... options)
            throws IOException {
        System.out.println(title);
        System.out.println("model                     WAPE    day 1   95 %   80 %   50 %   s/forecast");
        for (var model : List.of("auto", "hour-of-week-regression", "mean-of-same-weekdays", "seasonal-naive")) {
            double[] errors = new double[2];
            double[] calls = new double[2];
            var covered = new int[3];
            int count = 0;
            double seconds = 0;
            for (int week = 0; week < origins; week++) {
                var origin = last.minusWeeks(week);
                var run = ForecastRun.of(all.where((id, at) -> at.isBefore(origin)), model, horizon, options);
                seconds += run.processorSeconds() / origins;
                for (var row : run.rows()) {
                    var came = all.series().get(row.id()).get(row.at());
                    if (came == null) {
                        continue;
                    }
                    for (int part = 0; part < (row.at().isBefore(origin.plusDays(1)) ? 2 : 1); part++) {
                        errors[part] += Math.abs(came - row.mean());
                        calls[part] += came;
                    }
                    count++;
                    covered[0] += row.covers(came, 95) ? 1 : 0;
                    covered[1] += row.covers(came, 80) ? 1 : 0;
                    covered[2] += row.covers(came, 50) ? 1 : 0;
                }
            }
            System.out.printf(
                    Locale.ROOT,
                    "%-24s %6.2f %% %6.2f %% %6.3f %6.3f %6.3f %7.3f%n",
                    model,
                    100 * errors[0] / calls[0],
                    100 * errors[1] / calls[1],
                    covered[0] / (double) count,
                    covered[1] / (double) count,
                    covered[2] / (double) count,
                    seconds);
        }
    }
}
