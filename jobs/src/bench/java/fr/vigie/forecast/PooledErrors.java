package fr.vigie.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What the members of the combination err by at series of a kind, relative to each other: pooled over series and origins by the geometric
 * mean, as in {@link KindErrors}.
 */
public final class PooledErrors {
    /** By stage: of each series that errs at all, the logarithms of the members' errors less their mean. */
    private final List<List<double[]>> relative = new ArrayList<>();

    /** Adds what they err by at the past origins of a series; one that cannot be combined, or is told without error, adds nothing. */
    public void add(Outlook outlook, int present, int horizon) {
        Combination.memberErrors(outlook, present, horizon).ifPresent(stages -> {
            for (int stage = 0; stage < stages.length; stage++) {
                if (relative.size() == stage) {
                    relative.add(new ArrayList<>());
                }
                if (Arrays.stream(stages[stage]).allMatch(error -> error > 0)) {
                    relative.get(stage).add(centred(stages[stage]));
                }
            }
        });
    }

    private static double[] centred(double[] errors) {
        var logarithms = Arrays.stream(errors).map(Math::log).toArray();
        double mean = Arrays.stream(logarithms).average().orElseThrow();
        return Arrays.stream(logarithms).map(each -> each - mean).toArray();
    }

    /** One line for each stage of the horizon that was reached. */
    public void print(String kind) {
        for (int stage = 0; stage < relative.size(); stage++) {
            var all = relative.get(stage);
            if (!all.isEmpty()) {
                var pooled = new double[all.get(0).length];
                all.forEach(each -> Arrays.setAll(pooled, m -> pooled[m] + each[m] / all.size()));
                System.out.printf(
                        Locale.ROOT,
                        "%-5s stage %d, %4d series: %s%n",
                        kind,
                        stage + 1,
                        all.size(),
                        Arrays.stream(pooled)
                                .mapToObj(each -> String.format(Locale.ROOT, "%.2f", Math.exp(each)))
                                .collect(Collectors.joining(", ")));
            }
        }
    }
}
