package fr.vigie.forecast;

import java.util.Arrays;

/**
 * Multiple seasonal-trend decomposition (Bandara, Hyndman and Bergmeir 2021, arXiv:2107.13462) on logarithms, with a
 * stationary autoregression on the remainder.
 *
 * <p>Day and week are taken apart in two rounds of {@link SeasonalTrend}, smoothed over 11 days and 15 weeks. Ahead, the
 * last day and the last week repeat themselves, the trend stays where it ended, and the remainder fades by
 * {@link YuleWalker}, whose order is at most 10 log10(length). Components and remainder are those of {@code mstl} of R's
 * package forecast, which leaves out a season of which there are no more than two, as happens here.
 */
public record Mstl() implements RegularModel {
    private static final int MOST_WEEKS = 26;
    private static final int DAY_WINDOW = 11;
    private static final int WEEK_WINDOW = 15;
    private static final int ROUNDS = 2;

    @Override
    public int needs(int day, int week, int horizon) {
        return 2 * week + 1;
    }

    @Override
    public double[] path(RegularSeries whole, int horizon) {
        var past = whole.last(MOST_WEEKS * whole.week());
        return past.exp(ahead(past.log(), past.day(), past.week(), horizon));
    }

    private static double[] ahead(double[] z, int day, int week, int horizon) {
        int n = z.length;
        var periods = day == week ? new int[] {week} : new int[] {day, week};
        var seasons = new double[periods.length][n];
        var trend = new double[n];
        var rest = z.clone();
        for (int round = 0; round < (periods.length == 1 ? 1 : ROUNDS); round++) {
            for (int k = 0; k < periods.length; k++) {
                if (periods[k] < 2) {
                    continue;
                }
                add(rest, seasons[k], 1);
                var parts = SeasonalTrend.of(rest, periods[k], k == 0 ? DAY_WINDOW : WEEK_WINDOW);
                seasons[k] = parts.season();
                trend = parts.trend();
                add(rest, seasons[k], -1);
            }
        }
        add(rest, trend, -1);
        var path = YuleWalker.of(rest, (int) (10 * Math.log10(n))).ahead(rest, horizon);
        for (int h = 0; h < horizon; h++) {
            path[h] += trend[n - 1];
            for (int k = 0; k < periods.length; k++) {
                path[h] += seasons[k][n - periods[k] + h % periods[k]];
            }
        }
        return path;
    }

    private static void add(double[] sum, double[] other, int sign) {
        Arrays.setAll(sum, i -> sum[i] + sign * other[i]);
    }
}
