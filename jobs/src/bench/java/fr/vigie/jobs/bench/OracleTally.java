package fr.vigie.jobs.bench;

import fr.vigie.forecast.Counting;
import fr.vigie.forecast.Evaluation;
import fr.vigie.forecast.HorizonBucket;
import fr.vigie.forecast.Rolling;
import fr.vigie.forecast.Widths;
import fr.vigie.series.Series;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Errors and losses of a model and of the oracle, over the last eight origins before the present. */
final class OracleTally {
    static final int SCORED = 8;

    /** What the oracle says before an origin, given by its number, of a half-hour or stretch. */
    interface Truths {
        Oracle.Truth at(int k, int i);
    }

    /** Shares within the intervals of 50, 80 and 95 %, by horizon, and how many intervals they are of. */
    private final Map<HorizonBucket, double[]> coverage = new EnumMap<>(HorizonBucket.class);

    private double calls;
    private double absolute;
    private double absoluteOfOracle;
    private double loss;
    private double lossOfOracle;

    static void header() {
        System.out.println("what                  model                       WAPE   oracle  pinball   oracle  above oracle  covered at 50, 80, 95 %");
    }

    void add(Series came, Rolling rolling, Widths widths, Truths truths) {
        for (var score : new Evaluation(came, rolling, Counting.CALLS, widths).scores(SCORED)) {
            calls += score.calls();
            absolute += score.calls() > 0 ? score.wape() * score.calls() : score.wape();
            loss += score.pinball() * score.intervals();
            var covered = coverage.computeIfAbsent(score.bucket(), bucket -> new double[4]);
            covered[0] += score.coverage50() * score.intervals();
            covered[1] += score.coverage80() * score.intervals();
            covered[2] += score.coverage95() * score.intervals();
            covered[3] += score.intervals();
        }
        int last = rolling.origins().length - 1;
        for (int k = last - SCORED; k < last; k++) {
            for (int h = 0; h < rolling.means()[k].length; h++) {
                int i = rolling.origins()[k] + h;
                if (came.isKnown(i)) {
                    var truth = truths.at(k, i);
                    absoluteOfOracle += Math.abs(came.value(i) - truth.mean());
                    lossOfOracle += truth.loss(came.value(i));
                }
            }
        }
    }

    void print(String what, String model) {
        System.out.printf(
                Locale.ROOT,
                "%-21s %-24s %5.2f %%  %5.2f %%  %7.0f  %7.0f  %+6.1f %%%s%n",
                what,
                model,
                100 * absolute / calls,
                100 * absoluteOfOracle / calls,
                loss,
                lossOfOracle,
                100 * (loss / lossOfOracle - 1),
                covered());
    }

    private String covered() {
        return coverage.entrySet().stream()
                .map(entry -> {
                    var c = entry.getValue();
                    return String.format(
                            Locale.ROOT,
                            "  %s %.3f %.3f %.3f",
                            entry.getKey().label(),
                            c[0] / c[3],
                            c[1] / c[3],
                            c[2] / c[3]);
                })
                .collect(Collectors.joining());
    }
}
