package fr.vigie.territory;

import java.util.OptionalDouble;

/**
 * How close a territory is to being short of doctors: the weighted mean of what is scarce, what is old and what is
 * strained, each from 0 to 1. An index to sort by, not a probability.
 *
 * <ul>
 *   <li>scarcity: 0 from the upper threshold of the APL on, 1 from the lower one down, straight between;
 *   <li>ageing: the part of the accessibility that leaves with the doctors older than 60, half of it counting as 1;
 *   <li>strain: the mean of the panel's no-slot and new-patient refusal rates, half of it counting as 1; left out where
 *       the panel cannot be shown.
 * </ul>
 *
 * <p>On the published APL of 2016 and 2018 in Hauts-de-France, today's level alone ranks the communes that will fall
 * below 2.5 very well (AUC 0.93), while the age of doctors says little about who will lose more than a tenth (0.58):
 * hence the weights.
 *
 * @param thresholds of the APL
 * @param scarcityWeight above 0
 * @param ageingWeight at least 0
 * @param strainWeight at least 0
 */
public record DesertRisk(AplThresholds thresholds, double scarcityWeight, double ageingWeight, double strainWeight) {
    private static final double HALF = 0.5;

    public DesertRisk {
        if (!(scarcityWeight > 0 && ageingWeight >= 0 && strainWeight >= 0)) {
            throw new IllegalArgumentException("The weights of the desert risk (%s, %s, %s) must not be negative.%n"
                            .formatted(scarcityWeight, ageingWeight, strainWeight)
                    + "Maybe 0.5, 0.3 and 0.2.");
        }
    }

    /**
     * The index.
     *
     * @param apl today's accessibility
     * @param aplWithoutOver60 what remains of it without the doctors older than 60
     * @param strain the mean of the panel's no-slot and new-patient refusal rates, 0 to 1
     * @return 0 to 1
     */
    public double of(double apl, double aplWithoutOver60, OptionalDouble strain) {
        double scarcity = part((thresholds.high() - apl) / (thresholds.high() - thresholds.low()));
        double ageing = apl == 0 ? 1 : part((apl - aplWithoutOver60) / apl / HALF);
        double weights = scarcityWeight + ageingWeight;
        double sum = scarcityWeight * scarcity + ageingWeight * ageing;
        if (strain.isPresent()) {
            weights += strainWeight;
            sum += strainWeight * part(strain.getAsDouble() / HALF);
        }
        return sum / weights;
    }

    private static double part(double value) {
        return Math.min(1, Math.max(0, value));
    }
}
