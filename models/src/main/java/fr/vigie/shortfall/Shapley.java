package fr.vigie.shortfall;

import java.util.function.IntToDoubleFunction;

/**
 * What each player adds to what all reach together: the mean of its marginal contributions over all orders of joining.
 *
 * <p>L. S. Shapley, "A Value for n-Person Games" (1953), by enumeration of all coalitions. The values add up to what all
 * reach less what none does (to rounding), players that are alike get the same, one that never changes anything gets 0.
 */
public final class Shapley {
    private static final int MOST_PLAYERS = 20;

    private Shapley() {}

    /**
     * The value of each player.
     *
     * @param players how many, 1 to 20
     * @param worth of a coalition, in which bit i stands for player i; asked once for each
     * @return a value a player, in the unit of the worth
     */
    public static double[] values(int players, IntToDoubleFunction worth) {
        if (players < 1 || players > MOST_PLAYERS) {
            throw new IllegalArgumentException("The players (%d) must be between 1 and %d.\nMaybe group some of them."
                    .formatted(players, MOST_PLAYERS));
        }
        var worths = new double[1 << players];
        for (int coalition = 0; coalition < worths.length; coalition++) {
            worths[coalition] = worth.applyAsDouble(coalition);
        }
        var weights = weights(players);
        var values = new double[players];
        for (int player = 0; player < players; player++) {
            int bit = 1 << player;
            for (int without = 0; without < worths.length; without++) {
                if ((without & bit) == 0) {
                    values[player] += weights[Integer.bitCount(without)] * (worths[without | bit] - worths[without]);
                }
            }
        }
        return values;
    }

    /** The share of orders in which just those of a coalition of each size come before a player: s! (n - s - 1)! / n!. */
    private static double[] weights(int players) {
        var weights = new double[players];
        weights[0] = 1.0 / players;
        for (int size = 1; size < players; size++) {
            weights[size] = weights[size - 1] * size / (players - size);
        }
        return weights;
    }
}
