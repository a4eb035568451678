package fr.vigie.jobs.bench;

import fr.vigie.forecast.Counting;
import fr.vigie.forecast.Dispersion;
import fr.vigie.forecast.Score;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** One who knows the rates of the simulated service and how its calls scatter, and what nobody can know ahead: its waves. */
final class Oracle {
    private final SimulatedService service;

    Oracle(SimulatedService service) {
        this.service = service;
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

    /** Every half-hour. */
    Truth[] halfHours(IntPredicate which) {
        return IntStream.range(0, service.present())
                .mapToObj(i -> between(i, i + 1, which))
                .toArray(Truth[]::new);
    }

    /** Every stretch of that many days, from the first one on. */
    Truth[] stretches(int days, IntPredicate which) {
        long stretches = (SimulatedService.UNTIL.toEpochDay() - SimulatedService.FROM.toEpochDay()) / days;
        return IntStream.range(0, (int) stretches)
                .mapToObj(k -> between(
                        service.indexOf(SimulatedService.FROM.plusDays((long) days * k)),
                        service.indexOf(SimulatedService.FROM.plusDays((long) days * (k + 1))),
                        which))
                .toArray(Truth[]::new);
    }

    /** The calls of some practices from one half-hour to another, at most a week. */
    private Truth between(int from, int until, IntPredicate which) {
        var timeline = service.timeline();
        double mean = 0;
        double variance = 0;
        var days = new TreeMap<Integer, Double>();
        var halfHours = new double[until - from];
        for (int p = 0; p < service.expected().length; p++) {
            if (!which.test(p)) {
                continue;
            }
            var rate = service.expected()[p];
            var ownDays = new TreeMap<Integer, Double>();
            double week = 0;
            for (int i = from; i < until; i++) {
                week += rate[i];
                halfHours[i - from] += rate[i];
                ownDays.merge(timeline.day(i), rate[i], Double::sum);
            }
            mean += week;
            variance += square(Scatter.WEEK * week) + squares(Scatter.DAY, ownDays.values());
            ownDays.forEach((day, calls) -> days.merge(day, calls, Double::sum));
        }
        variance += squares(Scatter.NETWORK_DAY, days.values());
        for (double halfHour : halfHours) {
            variance += square(Scatter.NETWORK_HALF_HOUR * halfHour);
        }
        return new Truth(mean, variance + mean);
    }

    private static double squares(double variation, Iterable<Double> calls) {
        double sum = 0;
        for (double each : calls) {
            sum += square(variation * each);
        }
        return sum;
    }

    private static double square(double value) {
        return value * value;
    }
}
