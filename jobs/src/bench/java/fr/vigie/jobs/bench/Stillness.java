package fr.vigie.jobs.bench;

import java.util.TreeMap;
import java.util.function.IntPredicate;

/** The expected calls of the simulated service were there no epidemics, and how calls scatter around them beyond Poisson. */
final class Stillness {
    private final SimulatedService service;
    private final double[][] rates;
    private final int first;

    /**
     * @param rates by practice and half-hour, epidemics included
     * @param first the half-hour with which they begin
     */
    Stillness(SimulatedService service, double[][] rates, int first) {
        this.service = service;
        this.first = first;
        this.rates = new double[rates.length][rates[0].length];
        for (int i = 0; i < rates[0].length; i++) {
            double lift = service.waves().lift(service.date(first + i));
            for (int p = 0; p < rates.length; p++) {
                this.rates[p][i] = rates[p][i] / (1 + lift);
            }
        }
    }

    /** The half-hour after the last one of a day. */
    int endOfDay(int i) {
        int end = i;
        while (end < first + rates[0].length && service.timeline().day(end) == service.timeline().day(i)) {
            end++;
        }
        return end;
    }

    /** Expected calls of some practices from one half-hour to another. */
    double still(int from, int until, IntPredicate which) {
        double sum = 0;
        for (int p = 0; p < rates.length; p++) {
            for (int i = from; i < until && which.test(p); i++) {
                sum += rates[p][i - first];
            }
        }
        return sum;
    }

    /** The variance of those calls beyond Poisson's; at most a week's. */
    double excess(int from, int until, IntPredicate which) {
        var timeline = service.timeline();
        double variance = 0;
        var days = new TreeMap<Integer, Double>();
        var halfHours = new double[until - from];
        for (int p = 0; p < rates.length; p++) {
            if (!which.test(p)) {
                continue;
            }
            var ownDays = new TreeMap<Integer, Double>();
            double week = 0;
            for (int i = from; i < until; i++) {
                double rate = rates[p][i - first];
                week += rate;
                halfHours[i - from] += rate;
                ownDays.merge(timeline.day(i), rate, Double::sum);
            }
            variance += square(Scatter.WEEK * week) + squares(Scatter.DAY, ownDays.values());
            ownDays.forEach((day, calls) -> days.merge(day, calls, Double::sum));
        }
        variance += squares(Scatter.NETWORK_DAY, days.values());
        for (double halfHour : halfHours) {
            variance += square(Scatter.NETWORK_HALF_HOUR * halfHour);
        }
        return variance;
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
