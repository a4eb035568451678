package fr.vigie.shortfall;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShapleyTest {
    /** One left glove, two right ones; a pair is worth 1 (a textbook's example). */
    @Test
    void splitsThePriceOfGloves() {
        var values = Shapley.values(3, who -> (who & 1) != 0 && (who & 6) != 0 ? 1 : 0);
        assertArrayEquals(new double[] {2.0 / 3, 1.0 / 6, 1.0 / 6}, values, 1e-15);
    }

    /** A runway: each player needs it as long as its own, and pays for the stretches it shares (1, 2 and 4 units). */
    @Test
    void sharesARunwayByItsStretches() {
        double[] lengths = {1, 2, 4};
        var values = Shapley.values(3, who -> IntStream.range(0, 3)
                .filter(i -> (who & 1 << i) != 0)
                .mapToDouble(i -> lengths[i])
                .max()
                .orElse(0));
        assertArrayEquals(new double[] {1.0 / 3, 1.0 / 3 + 0.5, 1.0 / 3 + 0.5 + 2}, values, 1e-15);
    }

    @Test
    void addsUpWhateverTheGame() {
        for (int seed = 0; seed < 200; seed++) {
            var worths = randomGame(5, seed);
            var values = Shapley.values(5, who -> worths[who]);
            assertEquals(worths[31] - worths[0], Arrays.stream(values).sum(), 1e-12, "game " + seed);
        }
    }

    @Test
    void givesPlayersWhoAreAlikeTheSame() {
        var worths = randomGame(5, 7);
        // Players 1 and 3 are alike: what matters is how many of them are there.
        var values = Shapley.values(5, who -> {
            int alike = Integer.bitCount(who & 0b01010);
            return worths[who & 0b10101 | (alike >= 1 ? 0b00010 : 0) | (alike == 2 ? 0b01000 : 0)];
        });
        assertEquals(values[1], values[3], 1e-14);
        assertTrue(Math.abs(values[1]) > 1e-6, "a game in which they count for nothing tells nothing");
    }

    @Test
    void givesNothingToAPlayerWhoChangesNothing() {
        var worths = randomGame(5, 11);
        assertEquals(0, Shapley.values(5, who -> worths[who & 0b11011])[2]);
    }

    @Test
    void refusesGamesOfNobodyAndOfACrowd() {
        assertThrows(IllegalArgumentException.class, () -> Shapley.values(0, who -> 0));
        assertThrows(IllegalArgumentException.class, () -> Shapley.values(21, who -> 0));
    }

    private static double[] randomGame(int players, long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom")
                .create(seed)
                .doubles(1 << players, -1, 1)
                .toArray();
    }
}
