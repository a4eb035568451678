package fr.vigie.forecast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.vigie.series.Series;
import fr.vigie.series.Timeline;
import java.io.IOException;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExtendedAirlineTest {
    /** Of one season R estimates itself; of two it forecasts with coefficients found by its optimiser: the battery's file. */
    @Test
    void oneSeasonHasTheCoefficientsThatRFinds() throws IOException {
        var rows = ForecastModelTest.rows("reference-series.csv");
        int present = rows.size() - 12;
        var series = Series.on(Timeline.ofPeriods(Instant.EPOCH, 60, 4, 12, rows.size()));
        for (int i = 0; i < rows.size(); i++) {
            switch (rows.get(i)[1]) {
                case "known" -> series.known(i, Double.parseDouble(rows.get(i)[2]));
                case "closed" -> series.closed(i);
                default -> {}
            }
        }
        var z = OpenGrid.of(Drawn.alone(series.build()), present, 12).past().log();
        var expected = ForecastModelTest.rows("airline-one-season.csv").stream()
                .mapToDouble(row -> Double.parseDouble(row[1]))
                .toArray();
        assertArrayEquals(expected, ExtendedAirline.coefficients(z, ExtendedAirline.lags(12, 12)), 1e-4);
    }

    @Test
    void findsTheCoefficientsOfASeriesDrawnFromTheModel() {
        var random = new Random(4);
        int[] lags = ExtendedAirline.lags(24, 168);
        double[] b = {0.6, 0.4, 0.8};
        int n = 168 * 100;
        var z = new double[n];
        for (int i = 0; i < n; i++) {
            z[i] = 0.1 * random.nextGaussian();
        }
        for (int j = 0; j < lags.length; j++) {
            for (int t = n - 1; t >= lags[j]; t--) {
                z[t] -= b[j] * z[t - lags[j]];
            }
            for (int t = lags[j]; t < n; t++) {
                z[t] += z[t - lags[j]];
            }
        }
        var found = ExtendedAirline.coefficients(z, lags);
        for (int j = 0; j < lags.length; j++) {
            assertEquals(b[j], found[j], 0.04);
        }
    }
}
