package fr.vigie.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CusumTest {
    @Test
    void followsTheExampleOfTheNistHandbook() {
        var cusum = Cusum.ZERO;
        int alarm = 0;
        var rows = reference("nist-cusum.csv");
        for (int i = 0; i < rows.size(); i++) {
            cusum = cusum.plus(rows.get(i)[0] - 325 - 0.3175);
            assertEquals(rows.get(i)[1], cusum.score(), 1e-9, "observation " + (i + 1));
            if (alarm == 0 && cusum.score() > 4.1959) {
                alarm = i + 1;
            }
        }
        assertEquals(20, rows.size());
        assertEquals(14, alarm);
        assertEquals(8, cusum.steps(), "it last stood at zero at observation 12");
    }

    @Test
    void alarmsAsOftenAsTheIntegralEquationsSay() {
        var random = new Random(11);
        for (var row : reference("cusum-arl.csv")) {
            double allowance = row[0];
            double limit = row[1];
            double shift = row[2];
            double arl = row[3];
            int runs = (int) (2_000_000 / arl) / 10 + 300;
            long steps = 0;
            for (int run = 0; run < runs; run++) {
                var cusum = Cusum.ZERO;
                while (cusum.score() <= limit) {
                    cusum = cusum.plus(random.nextGaussian() + shift - allowance);
                    steps++;
                }
            }
            // A run length is about exponential: four standard errors.
            assertEquals(
                    arl,
                    (double) steps / runs,
                    4 * arl / Math.sqrt(runs),
                    "limit %s, shift %s".formatted(limit, shift));
        }
    }

    @Test
    void thePValueBoundsHowOftenAnUndisturbedChartStandsThere() {
        var random = new Random(12);
        var cusum = Cusum.ZERO;
        int steps = 400_000;
        int above = 0;
        for (int i = 0; i < steps; i++) {
            cusum = cusum.plus(random.nextGaussian() - 0.5);
            above += cusum.score() >= 3 ? 1 : 0;
        }
        double share = (double) above / steps;
        assertTrue(share <= new Cusum(3, 1).pValue(), "stood at 3 or higher in " + share);
        assertTrue(share >= new Cusum(3, 1).pValue() / 5, "the bound is loose: " + share);
    }

    @Test
    void aCeilingHoldsTheScoreAndNotTheMemory() {
        var high = new Cusum(9, 4).atMost(6);
        assertEquals(new Cusum(6, 4), high);
        assertEquals(Cusum.ZERO, high.plus(-6));
    }

    private static List<double[]> reference(String name) {
        try (var in = CusumTest.class.getResourceAsStream(name)) {
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .skip(2)
                    .map(line -> List.of(line.split(",")).stream()
                            .mapToDouble(Double::parseDouble)
                            .toArray())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
