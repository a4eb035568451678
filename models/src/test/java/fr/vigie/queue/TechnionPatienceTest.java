package fr.vigie.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Patience from the 64,425 calls of a bank's call centre that were answered or hung up (Technion, January and February 1999). */
class TechnionPatienceTest {
    private static final Path FILE =
            Path.of(System.getProperty("vigie.data", "../../shared/data"), "calls", "technion-1999-01-02.csv.gz");

    private double[] waits = {};
    private boolean[] hungUp = {};

    @BeforeEach
    void readsTheCalls() throws IOException {
        assumeTrue(Files.exists(FILE), FILE + " is not there");
        try (var in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(FILE)), StandardCharsets.UTF_8))) {
            var calls = in.lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .filter(cells -> !cells[6].equals("PHANTOM"))
                    .toList();
            waits = calls.stream()
                    .mapToDouble(cells -> Double.parseDouble(cells[5]))
                    .toArray();
            hungUp = new boolean[waits.length];
            for (int i = 0; i < hungUp.length; i++) {
                hungUp[i] = calls.get(i)[6].equals("HANG");
            }
        }
        assertEquals(64_425, waits.length);
    }

    @Test
    void theExponentialMeanIsAllWaitingOverThoseWhoHungUp() {
        // 2,055,369 s until an answer and 448,000 s until hanging up, by 10,203 callers.
        var mean = new PatienceFit(waits, hungUp).exponential(0.95);
        assertEquals(2_503_369 / 10_203.0, mean.seconds(), 1e-9);
        assertTrue(mean.low() > 240 && mean.high() < 251, mean.toString());
    }

    @Test
    void patienceIsNotExponentialAndItsHazardSaysSo() {
        var fit = new PatienceFit(waits, hungUp);
        var survival = fit.survival();
        var hazard = fit.hazard(0, 5, 10, 20, 30, 45, 60, 90, 120, 180, 240, 300);
        var exponential = fit.exponential(0.95).law();
        double worst = 0;
        for (double t : new double[] {5, 10, 20, 30, 45, 60, 90, 120, 180, 240, 300}) {
            double seen = survival.survival(t);
            worst = Math.max(worst, Math.abs(seen - exponential.survival(t)));
            assertEquals(seen, hazard.survival(t), 0.01, "at " + t);
        }
        assertTrue(worst > 0.03, "the exponential law is off by " + worst);
        // Callers who hang up at once are many; those who stay are patient.
        assertTrue(survival.survival(5) < exponential.survival(5), "at once");
        assertTrue(survival.quantile(0.5) > 170, "median " + survival.quantile(0.5));
    }
}
