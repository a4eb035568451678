package fr.vigie.care;

import java.time.Duration;

/**
 * What wears operators out, and what protects them from being singled out.
 *
 * @param pause an idle time of at least this between two calls is a pause, positive
 * @param ceiling the occupancy above which an hour is too busy, above 0 and below 1
 * @param fewest fewer operators than this are no team to speak of, at least 2
 */
public record CareRules(Duration pause, double ceiling, int fewest) {
    public CareRules {
        if (pause.isNegative() || pause.isZero()) {
            throw new IllegalArgumentException("The pause (%s) must be positive.\nMaybe 60s.".formatted(pause));
        }
        if (!(ceiling > 0 && ceiling < 1)) {
            throw new IllegalArgumentException(
                    "The occupancy ceiling (%s) must be above 0 and below 1.\nMaybe 0.88.".formatted(ceiling));
        }
        if (fewest < 2) {
            throw new IllegalArgumentException(
                    "The fewest operators of a team (%d) must be at least 2: the figures of one are a person's.\nMaybe 3."
                            .formatted(fewest));
        }
    }
}
