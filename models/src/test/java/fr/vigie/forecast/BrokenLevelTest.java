package fr.vigie.forecast;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A level that breaks thousandfold: what past errors teach then. */
class BrokenLevelTest {
    @ParameterizedTest
    @CsvSource({"1000000, 0", "0, 400", "30, 1000", "1e9, 1e6"})
    void theMeanStaysWithinItsOwnIntervals(double linear, double quadratic) {
        var dispersion = new Dispersion(linear, quadratic);
        for (var counting : Counting.values()) {
            for (double mean : new double[] {1, 8.4, 100, 1186, 50_000}) {
                var law = dispersion.around(mean, counting);
                assertTrue(law.quantile(0.1) <= mean, counting + " " + mean);
                assertTrue(law.quantile(0.9) >= mean, counting + " " + mean + " above " + law.quantile(0.9));
            }
        }
    }
}
