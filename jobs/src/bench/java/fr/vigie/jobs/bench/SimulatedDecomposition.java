package fr.vigie.jobs.bench;

import fr.vigie.calendar.SpecialDay;
import fr.vigie.forecast.ForecastModel;
import fr.vigie.forecast.Totals;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Of what the errors of a model's network days are made beyond what the oracle must err: how far the model's means lie from the
 * oracle's, on the logarithm, by origin (level), by weekday, on special days and otherwise.
 */
final class SimulatedDecomposition {
    private static final int TEACHING = 4;

    private record Day(int origin, LocalDate date, double mean, Oracle.Truth known, double truth, double came) {
        double oracle() {
            return known.mean();
        }

        /** The loss of the model's mean, were it as sure as the oracle. */
        double lossWithWidthsOfOracle() {
            double scale = mean / known.mean();
            return new Oracle.Truth(mean, known.variance() * scale * scale).loss(came);
        }

        double error() {
            return Math.log(mean / oracle());
        }
    }

    private final SimulatedService service;
    private final Oracle oracle;

    SimulatedDecomposition(SimulatedService service, Oracle oracle) {
        this.service = service;
        this.oracle = oracle;
    }

    void run(ForecastModel model) {
        var came = service.whole(p -> true);
        int[] origins = service.origins(TEACHING + OracleTally.SCORED);
        var totals = Totals.of(came, service.network(model, origins), 1, SimulatedService.FROM);
        var days = new ArrayList<Day>();
        int last = origins.length - 1;
        for (int k = last - OracleTally.SCORED; k < last; k++) {
            for (int h = 0; h < totals.rolling().means()[k].length; h++) {
                int s = totals.rolling().origins()[k] + h;
                if (totals.series().isKnown(s)) {
                    var date = SimulatedService.FROM.plusDays(s);
                    int from = service.indexOf(date);
                    int until = service.indexOf(date.plusDays(1));
                    double truth = 0;
                    for (var rates : service.expected()) {
                        for (int i = from; i < until; i++) {
                            truth += rates[i];
                        }
                    }
                    days.add(new Day(
                            k,
                            date,
                            totals.rolling().means()[k][h],
                            oracle.before(origins[k]).between(from, until, p -> true),
                            truth,
                            totals.series().value(s)));
                }
            }
        }
        print(model.name(), days);
    }

    private void print(String name, List<Day> days) {
        double bias = days.stream().mapToDouble(Day::error).average().orElseThrow();
        System.out.printf(Locale.ROOT, "%s: root mean square of log(model/oracle) %.2f %%, bias %+.2f %%, oracle/truth rms %.2f%%%n", name,
                100 * Math.sqrt(days.stream().mapToDouble(d -> d.error() * d.error()).average().orElseThrow()), 100 * bias,
                100 * Math.sqrt(days.stream().mapToDouble(d -> Math.pow(Math.log(d.oracle() / d.truth), 2)).average().orElseThrow()));
        double least = days.stream().mapToDouble(d -> d.known.loss(d.came)).sum();
        double ofMeans = days.stream().mapToDouble(Day::lossWithWidthsOfOracle).sum();
        System.out.printf(Locale.ROOT, "   pinball above the oracle's, by the means alone: %+.1f %%%n", 100 * (ofMeans / least - 1));
        var byOrigin = new TreeMap<String, List<Double>>();
        var byWeekday = new TreeMap<String, List<Double>>();
        for (var day : days) {
            boolean special = service.almanac().kind(day.date) != SpecialDay.ORDINARY;
            var label = (special ? "special" : day.date.getDayOfWeek().toString().substring(0, 3))
                    + (service.almanac().isSchoolHoliday(day.date) ? " school" : "");
            byOrigin.computeIfAbsent("" + service.date(origins()[day.origin]), k -> new ArrayList<>()).add(day.error());
            byWeekday.computeIfAbsent(label, k -> new ArrayList<>()).add(day.error());
        }
        print(byOrigin);
        print(byWeekday);
    }

    private int[] origins() {
        return service.origins(TEACHING + OracleTally.SCORED);
    }

    private static void print(Map<String, List<Double>> errors) {
        errors.forEach((key, own) -> System.out.printf(Locale.ROOT, "   %s %+.1f%%", key,
                100 * own.stream().mapToDouble(e -> e).average().orElseThrow()));
        System.out.println();
    }
}
