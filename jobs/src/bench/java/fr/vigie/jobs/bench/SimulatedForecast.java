package fr.vigie.jobs.bench;

import fr.vigie.forecast.Auto;
import fr.vigie.forecast.ForecastModel;
import fr.vigie.forecast.HourOfWeekRegression;
import fr.vigie.forecast.MeanOfSameWeekdays;
import fr.vigie.forecast.SeasonalNaive;
import fr.vigie.forecast.Totals;
import fr.vigie.forecast.Widths;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Forecasts of the simulated service, fourteen days ahead, against an oracle. Who comes and leaves is told apart as the stage
 * does when it scores itself, on the day after the last one known.
 */
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

    /** The sum of its groups. */
    private void network(List<ForecastModel> models) {
        var came = service.whole(p -> true);
        int[] origins = service.origins(TEACHING + OracleTally.SCORED);
        for (var model : models) {
            var rolling = service.network(model, origins);
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
        var tally = new OracleTally();
        for (var group : service.groups()) {
            var paths = group.paths(model, origins, service.horizon()).parts().iterator();
            for (var practice : group.practices()) {
                int p = service.practice(practice);
                var weeks = Totals.of(service.whole(q -> q == p), paths.next(), 7, SimulatedService.FROM);
                tally.add(weeks.series(), weeks.rolling(), Widths.DISPERSION, stretches(7, origins, q -> q == p));
            }
        }
        tally.print("practices, weeks", model.name());
    }
}
