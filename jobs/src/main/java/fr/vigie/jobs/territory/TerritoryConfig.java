package fr.vigie.jobs.territory;

import fr.vigie.privacy.DisclosureRules;
import fr.vigie.territory.AplThresholds;
import fr.vigie.territory.Decay;
import fr.vigie.territory.GreatCircle;
import java.time.Duration;

/**
 * What territorial figures are made of.
 *
 * @param specialty whose accessibility and whose practices, as in the files of supply and practices
 * @param decay how much a doctor counts at a distance in minutes
 * @param reach beyond that, nobody goes
 * @param consultationsPerFte consultations a year of a full-time doctor
 * @param thresholds of the medical zoning
 * @param greatCircle the estimate where no travel times are given
 * @param panelMonths the panel's figures cover so many whole months before the run's date
 * @param disclosure when a figure is confidential
 * @param risk what makes the desert risk
 */
public record TerritoryConfig(
        String specialty,
        Decay decay,
        Duration reach,
        double consultationsPerFte,
        AplThresholds thresholds,
        GreatCircle greatCircle,
        int panelMonths,
        DisclosureRules disclosure,
        RiskWeights risk) {

    /**
     * The weights of the desert risk.
     *
     * @param scarcity of today's accessibility
     * @param ageing of what leaves with the older doctors
     * @param strain of the panel's rates
     */
    public record RiskWeights(double scarcity, double ageing, double strain) {}

    public TerritoryConfig {
        if (reach.isNegative() || reach.isZero()) {
            throw new IllegalArgumentException(
                    "The reach (%s) must be positive.%nMaybe set territory.reach to 20m.".formatted(reach));
        }
        if (panelMonths < 1) {
            throw new IllegalArgumentException(
                    "The panel's months (%d) must be positive.%nMaybe set territory.panel-months to 3."
                            .formatted(panelMonths));
        }
    }

    double reachMinutes() {
        return reach.toSeconds() / 60.0;
    }
}
