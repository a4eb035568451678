package fr.vigie.jobs.signals;

import fr.vigie.signal.Refusal;
import fr.vigie.signal.Saturation;
import fr.vigie.signal.Stress;
import fr.vigie.signal.Watch;
import fr.vigie.signal.WindDown;
import java.util.List;

/**
 * The signals and how sure they must be.
 *
 * @param refusal transfers refused
 * @param saturation requests without a slot
 * @param stress half-days closed late
 * @param windDown hours falling
 * @param falseDiscoveryRate the share of false alarms tolerated among the practices in alarm, above 0, at most 1
 * @param weeksKept readings of so many latest weeks are kept, at least 1
 * @param alertLimit open alerts above which {@code vigie signals} and {@code vigie run} exit with 3; 0: no limit
 */
public record SignalsConfig(
        Refusal refusal,
        Saturation saturation,
        Stress stress,
        WindDown windDown,
        double falseDiscoveryRate,
        int weeksKept,
        int alertLimit) {
    public SignalsConfig {
        if (weeksKept < 1) {
            throw new IllegalArgumentException(
                    "The weeks kept (%d) must be positive.\nMaybe set signals.weeks-kept: 26.".formatted(weeksKept));
        }
        if (alertLimit < 0) {
            throw new IllegalArgumentException(
                    "The alert limit (%d) must not be negative.\nMaybe set signals.alert-limit: 0, no limit."
                            .formatted(alertLimit));
        }
    }

    /** All of them over a network. */
    Watch watch() {
        return new Watch(List.of(refusal, saturation, stress, windDown), falseDiscoveryRate);
    }
}
