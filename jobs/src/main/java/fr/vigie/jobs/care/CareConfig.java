package fr.vigie.jobs.care;

import fr.vigie.care.CareRules;
import java.time.Duration;

/**
 * What wears operators out.
 *
 * @param weeks weeks of calls that are looked back on, 1 to 52
 * @param pause an idle time of at least this is a pause
 * @param ceiling the occupancy above which an hour is too busy for a team
 * @param fewest teams of fewer operators are withheld
 */
public record CareConfig(int weeks, Duration pause, double ceiling, int fewest) {
    public CareConfig {
        if (weeks < 1 || weeks > 52) {
            throw new IllegalArgumentException(
                    "The weeks (%d) must be between 1 and 52.\nMaybe set care.weeks to 4.".formatted(weeks));
        }
        new CareRules(pause, ceiling, fewest);
    }

    CareRules rules() {
        return new CareRules(pause, ceiling, fewest);
    }
}
