package fr.vigie.jobs.bench;

import fr.vigie.forecast.Auto;
import fr.vigie.forecast.FamilyProfile;
import fr.vigie.forecast.ForecastModel;
import fr.vigie.forecast.HourOfWeekRegression;
import fr.vigie.forecast.MeanOfSameWeekdays;
import fr.vigie.forecast.Pool;
import fr.vigie.forecast.Rolling;
import fr.vigie.forecast.SeasonalNaive;
import fr.vigie.forecast.Totals;
import fr.vigie.forecast.Widths;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Forecasts of the simulated service, fourteen days ahead, against an oracle. */
final class SimulatedForecast {
    /** Origins before the scored ones, as in the stage. */
    private static final int TEACHING = 4;
    /** The service whose figures are told. */
    private static final int SCORED = 1;
    /** Those that development may look at. */
    private static final int[] HELD_OUT = {2, 3, 4, 5};

    private final SimulatedService service;
    private final Oracle oracle;

    private SimulatedForecast(int seed) {
        service = new SimulatedService(seed);
        oracle = new Oracle(service);
    }

    static void run() {
        var bench = new SimulatedForecast(SCORED);
        OracleTally.header();
        bench.network(
                List.of(new Auto(), new HourOfWeekRegression(), new MeanOfSameWeekdays(), new SeasonalNaive()));
        bench.practiceWeeks();
        new SimulatedUpdate(bench.service).run();
    }

    static void runHeldOut() {
        for (int seed : HELD_OUT) {
            var bench = new SimulatedForecast(seed);
            System.out.println("seed " + seed);
            OracleTally.header();
            bench.network(List.of(new Auto(), new HourOfWeekRegression()));
            bench.practiceWeeks();
        }
    }

    static void decompose() {
        for (int seed : HELD_OUT) {
            var bench = new SimulatedForecast(seed);
            System.out.println("seed " + seed);
            OracleTally.header();
            bench.network(List.of(new Auto(), new HourOfWeekRegression()));
            new SimulatedDecomposition(bench.service, bench.oracle).run(new HourOfWeekRegression());
        }
    }

    private List<Rolling> groups(ForecastModel model, int[] origins) {
        return IntStream.range(0, SimulatedService.GROUPS)
                .mapToObj(group -> Rolling.walk(model, service.group(group), origins, service.horizon()))
                .toList();
    }

    /** The sum of its groups as in the stage, but from all their calls: it does not tell apart who comes and leaves. */
    private void network(List<ForecastModel> models) {
        var came = service.whole(p -> true);
        int[] origins = service.origins(TEACHING + OracleTally.SCORED);
        for (var model : models) {
            var rolling = Rolling.sumOf(groups(model, origins));
            var fine = new OracleTally();
            fine.add(came, rolling, model.widths(came, service.present()), (k, i) -> oracle.before(origins[k])
                    .between(i, i + 1, p -> true));
            fine.print("network, half-hours", model.name());
            var totals = Totals.of(came, rolling, 1, SimulatedService.FROM);
            var coarse = new OracleTally();
            coarse.add(totals.series(), totals.rolling(), Widths.DISPERSION, stretches(1, origins, p -> true));
            coarse.print("network, days", model.name());
        }
    }

    private OracleTally.Truths stretches(int days, int[] origins, IntPredicate which) {
        return (k, stretch) -> oracle.before(origins[k])
                .between(
                        service.indexOf(SimulatedService.FROM.plusDays((long) days * stretch)),
                        service.indexOf(SimulatedService.FROM.plusDays(days * (stretch + 1L))),
                        which);
    }

    private void practiceWeeks() {
        var model = new HourOfWeekRegression();
        int[] origins = service.origins(TEACHING + OracleTally.SCORED);
        var groups = groups(model, origins);
        var tally = new OracleTally();
        for (int g = 0; g < SimulatedService.GROUPS; g++) {
            int[] own = service.practices(g);
            var alone = Arrays.stream(own).mapToObj(service::practice).toList();
            var family = FamilyProfile.of(service.group(g).series(), alone);
            var pool = Pool.of(
                    service.group(g),
                    alone.stream()
                            .map(outlook -> new Pool.Part(outlook.in(family), i -> true, false))
                            .toList());
            var scaled = pool.together(groups.get(g), pool.alone(model, origins, service.horizon()))
                    .parts();
            for (int c = 0; c < own.length; c++) {
                int p = own[c];
                var weeks = Totals.of(service.whole(q -> q == p), scaled.get(c), 7, SimulatedService.FROM);
                tally.add(weeks.series(), weeks.rolling(), Widths.DISPERSION, stretches(7, origins, q -> q == p));
            }
        }
        tally.print("practices, weeks", model.name());
    }
}
