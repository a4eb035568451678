package fr.vigie.jobs.bench;

import fr.vigie.forecast.Counting;
import fr.vigie.forecast.Dispersion;
import fr.vigie.forecast.Score;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * One who knows the law of the simulated service and all that could be known before a day: the true rates up to then, the calendar, what
 * is announced (leave, campaigns, who joins and leaves), and how calls scatter. What nobody can know is averaged over: the epidemics by
 * {@link Winters}, the rest by leaving it out.
 */
final class Oracle {
    private static final int SEPTEMBER = 9;

    private final SimulatedService service;
    private final Map<Integer, View> views = new HashMap<>();

    Oracle(SimulatedService service) {
        this.service = service;
    }

    /** What it knows before a half-hour with which a day begins. */
    View before(int origin) {
        return views.computeIfAbsent(origin, View::new);
    }

    /** The distribution of a number of calls, by its mean and variance. */
    record Truth(double mean, double variance) {
        /** The mean quantile loss at {@link Score#levels}, in calls. */
        double loss(double came) {
            double excess = mean > 0 ? (variance - mean) / (mean * mean) : 0;
            var quantiles = new Dispersion(1, Math.max(0, excess))
                    .around(mean, Counting.CALLS)
                    .quantiles(Score.levels());
            double loss = 0;
            for (int q = 0; q < quantiles.length; q++) {
                double under = came - quantiles[q];
                loss += Math.max(Score.levels()[q] * under, (Score.levels()[q] - 1) * under);
            }
            return loss / quantiles.length;
        }
    }

    final class View {
        private final int origin;
        private final Stillness ahead;
        private final Winters winters;

        private View(int origin) {
            this.origin = origin;
            ahead = new Stillness(service, service.foreseen(origin), origin);
            winters = winters();
        }

        private Winters winters() {
            var present = service.date(origin);
            var september = LocalDate.of(present.getYear(), SEPTEMBER, 1);
            int from = service.indexOf(september.isAfter(present) ? september.minusYears(1) : september);
            var past = new Stillness(service, service.expected(), 0);
            var came = service.calls(p -> true);
            var days = new ArrayList<Winters.Day>();
            var variances = new HashMap<LocalDate, double[]>();
            for (int i = from; i < origin; ) {
                int until = past.endOfDay(i);
                double still = past.still(i, until, p -> true);
                if (still > 0) {
                    double sum = 0;
                    for (int j = i; j < until; j++) {
                        sum += came[j];
                    }
                    days.add(new Winters.Day(service.date(i), sum, still));
                    variances.put(service.date(i), new double[] {still, past.excess(i, until, p -> true)});
                }
                i = until;
            }
            return Winters.seenFrom(days, (date, mean) -> {
                var known = variances.get(date);
                return mean + known[1] * mean * mean / (known[0] * known[0]);
            });
        }

        /** The calls of some practices from one half-hour ahead to another, of the same day or at most a week. */
        Truth between(int from, int until, IntPredicate which) {
            var days = new ArrayList<Double>();
            for (int i = from; i < until; ) {
                int end = Math.min(until, ahead.endOfDay(i));
                days.add(ahead.still(i, end, which));
                i = end;
            }
            var still = days.stream().mapToDouble(d -> d).toArray();
            double sum = IntStream.range(0, still.length).mapToDouble(d -> still[d]).sum();
            if (sum == 0) {
                return new Truth(0, 0);
            }
            var seen = winters.meanAndVariance(service.date(from), still);
            double scatter = ahead.excess(from, until, which) * seen[0] * seen[0] / (sum * sum);
            return new Truth(seen[0], seen[0] + scatter + seen[1]);
        }
    }
}
