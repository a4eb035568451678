package fr.vigie.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class QuantileScoresTest {
    private static QuantileScores drawn(NegativeBinomial law) {
        var scores = new QuantileScores();
        var random = new SplittableRandom(5);
        var quantiles = law.quantiles(Score.levels());
        double low = law.quantile(0.025);
        double high = law.quantile(0.975);
        for (int n = 0; n < 4000; n++) {
            scores.add(law.quantile(random.nextDouble()), law.mean(), quantiles, low, high);
        }
        return scores;
    }

    @Test
    void smallCountsCoverWhatTheyPromise() {
        for (var law : new NegativeBinomial[] {
            new NegativeBinomial(0.3, 0.35),
            new NegativeBinomial(0.5, 0.6),
            new NegativeBinomial(2, 3),
            new NegativeBinomial(9, 20),
            new NegativeBinomial(80, 400)
        }) {
            var scores = drawn(law);
            assertEquals(0.5, scores.coverage50(), 0.03, law.toString());
            assertEquals(0.8, scores.coverage80(), 0.03, law.toString());
            assertEquals(0.95, scores.coverage95(), 0.02, law.toString());
        }
    }

    @Test
    void aCountBetweenTheEndsIsCoveredAndOneBeyondIsNot() {
        var scores = new QuantileScores();
        double[] quantiles = {4.5, 5.5, 7.5, 10.5, 13.5, 16.5, 18.5};
        scores.add(14, 10.5, quantiles, 3.5, 20.5);
        assertEquals(0, scores.coverage50());
        assertEquals(1, scores.coverage80());
        assertEquals(1, scores.coverage95());
    }

    @Test
    void noCallWhereNoneIsExpectedIsCoveredAsByACertainZero() {
        var scores = new QuantileScores();
        scores.add(0, 0, new double[7], 0, 0);
        assertEquals(new Certain(0).covers(0, 0.5), scores.coverage50());
    }
}
