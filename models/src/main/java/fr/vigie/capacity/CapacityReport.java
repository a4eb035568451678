package fr.vigie.capacity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Sums paths up by month. */
final class CapacityReport {
    private static final double ROUNDING = 1e-6;

    private final Demand demand;
    private final NeedCurve need;
    private final CapacityRules rules;
    private final double[][] calls;
    private final double[][] needed;

    CapacityReport(Demand demand, NeedCurve need, CapacityRules rules, double[][] calls, double[][] needed) {
        this.demand = demand;
        this.need = need;
        this.rules = rules;
        this.calls = calls;
        this.needed = needed;
    }

    CapacityPlan plan(int[] hires, double[][] without, double[][] with, double[] paid) {
        return new CapacityPlan(IntStream.range(0, hires.length)
                .mapToObj(m -> {
                    var sorted = sorted(calls, m);
                    return new CapacityMonth(
                            demand.month(m),
                            mean(calls, m),
                            quantile(sorted, 0.1),
                            quantile(sorted, 0.9),
                            mean(needed, m),
                            mean(without, m),
                            mean(with, m),
                            hires[m],
                            paid[m] * rules.hourlyCost(),
                            risk(without, m),
                            risk(with, m));
                })
                .toList());
    }

    List<ReliefMonth> instead(Relief relief, double[][] without) {
        var months = new ArrayList<ReliefMonth>();
        for (int m = 0; m < demand.months(); m++) {
            double weeks = PersonHours.weeks(demand, m);
            var tooMany = new double[calls.length];
            for (int path = 0; path < tooMany.length; path++) {
                double served = weeks * need.calls(without[path][m] / weeks);
                tooMany[path] = calls[path][m] == 0 || without[path][m] >= needed[path][m] - ROUNDING
                        ? 0
                        : Math.max(0, 1 - served / calls[path][m]);
            }
            Arrays.sort(tooMany);
            double share = Math.min(relief.mostShare(), leastShare(tooMany));
            double mean = mean(calls, m);
            long under = Arrays.stream(tooMany).filter(excess -> excess > share).count();
            months.add(new ReliefMonth(
                    demand.month(m),
                    share,
                    share * mean,
                    share == 0 ? 0 : relief.eurosPerMonth() + share * mean * relief.eurosPerCall(),
                    (double) under / tooMany.length));
        }
        return months;
    }

    /** The least share that leaves no more paths under target than may be. */
    private double leastShare(double[] sortedExcess) {
        int mayFail = (int) Math.floor(rules.mostRisk() * sortedExcess.length + ROUNDING);
        return sortedExcess[Math.max(0, sortedExcess.length - 1 - mayFail)];
    }

    /** The share of paths that fall under target in a month with those useful hours. */
    double risk(double[][] hours, int month) {
        int under = 0;
        for (int path = 0; path < hours.length; path++) {
            under += hours[path][month] < needed[path][month] - ROUNDING ? 1 : 0;
        }
        return (double) under / hours.length;
    }

    /** The mean hours that a month misses with the hours of one more. */
    double missing(double[][] hours, double[][] ofOne, int month) {
        double missing = 0;
        for (int path = 0; path < hours.length; path++) {
            missing += Math.max(0, needed[path][month] - hours[path][month] - ofOne[path][month]);
        }
        return missing / hours.length;
    }

    private static double mean(double[][] values, int month) {
        return Arrays.stream(values).mapToDouble(path -> path[month]).average().orElseThrow();
    }

    private static double[] sorted(double[][] values, int month) {
        return Arrays.stream(values).mapToDouble(path -> path[month]).sorted().toArray();
    }

    private static double quantile(double[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
    }
}
