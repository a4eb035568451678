package fr.vigie.signal;

/**
 * How a rate is watched: a cumulative sum of log likelihood ratios between the practice's own baseline p and a rate
 * whose odds are {@code oddsRatio} times higher, for {@link BetaBinomial} counts.
 *
 * <p>The baseline is the mean of the practice's earlier comparable weeks, each worth n / (1 + (n-1) r) events, shrunk
 * towards the rate of its peers, which stand for {@code peerWeight} events.
 *
 * @param oddsRatio the change looked for, in odds, above 1; 3.5 is from 5 to 16 % or from 30 to 60 %
 * @param overdispersion the correlation r of the events of a week, above 0 and below 1
 * @param peerWeight the peers' weight in the baseline, in events, above 0
 * @param learningWeeks comparable weeks before the first reading, at least 1
 * @param learningEvents events (denominator) before the first reading, at least 1
 * @param gate events (denominator) that a deviation must have behind it before it may alarm, at least 20
 * @param threshold the score of an alarm, above 0
 */
public record RateChart(
        double oddsRatio,
        double overdispersion,
        double peerWeight,
        int learningWeeks,
        int learningEvents,
        int gate,
        double threshold) {

    /** Below one in a hundred and above nine in ten a baseline of a year's events cannot be told from the limit. */
    private static final double LEAST_BASELINE = 0.01;

    private static final double GREATEST_BASELINE = 0.9;

    public RateChart {
        if (!(oddsRatio > 1)) {
            throw new IllegalArgumentException(
                    "The odds ratio (%s) must be above 1.\nMaybe set odds-ratio: 3.".formatted(oddsRatio));
        }
        if (!(overdispersion > 0 && overdispersion < 1)) {
            throw new IllegalArgumentException(
                    "The overdispersion (%s) must lie between 0 and 1.\nMaybe set overdispersion: 0.05."
                            .formatted(overdispersion));
        }
        if (!(peerWeight > 0)) {
            throw new IllegalArgumentException(
                    "The peers' weight (%s) must be positive.\nMaybe set peer-weight: 40.".formatted(peerWeight));
        }
        if (learningWeeks < 1 || learningEvents < 1) {
            throw new IllegalArgumentException(
                    "The learning weeks (%d) and events (%d) must be positive.\nMaybe set learning-weeks: 13 and learning-events: 60."
                            .formatted(learningWeeks, learningEvents));
        }
        if (gate < 20) {
            throw new IllegalArgumentException(
                    "The gate (%d events) must be at least 20: fewer say nothing.\nMaybe set gate: 20."
                            .formatted(gate));
        }
        if (!(threshold > 0)) {
            throw new IllegalArgumentException(
                    "The threshold (%s) must be positive.\nMaybe set threshold: 6.5.".formatted(threshold));
        }
    }

    /** What a week's events are worth, given that they resemble each other. */
    Count effective(Count week) {
        return week.denominator() <= 1 ? week : week.times(1 / (1 + (week.denominator() - 1) * overdispersion));
    }

    /** The rate to be expected. */
    double baseline(Count own, double peers) {
        double mean = (own.numerator() + peerWeight * peers) / (own.denominator() + peerWeight);
        return within(mean);
    }

    /** The same rate with its odds multiplied. */
    double lifted(double baseline, double factor) {
        double odds = factor * baseline / (1 - baseline);
        return within(odds / (1 + odds));
    }

    private static double within(double rate) {
        return Math.min(GREATEST_BASELINE, Math.max(LEAST_BASELINE, rate));
    }

    /** The week's log likelihood ratio for the change against the baseline. */
    double increment(Count week, double baseline) {
        double odds = oddsRatio * baseline / (1 - baseline);
        int k = (int) week.numerator();
        int n = (int) week.denominator();
        return new BetaBinomial(odds / (1 + odds), overdispersion).logLikelihood(k, n)
                - new BetaBinomial(baseline, overdispersion).logLikelihood(k, n);
    }
}
