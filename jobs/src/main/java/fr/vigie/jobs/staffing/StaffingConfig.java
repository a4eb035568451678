package fr.vigie.jobs.staffing;

import fr.vigie.jobs.config.ServiceConfig;
import fr.vigie.staffing.ErlangX;
import fr.vigie.staffing.ServiceLevel;
import fr.vigie.staffing.ServiceLevelDefinition;
import fr.vigie.staffing.Shrinkage;
import fr.vigie.staffing.Sizing;
import fr.vigie.staffing.Target;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What operators and callers are promised beside the service level, which stands in the {@code service} block.
 *
 * @param pooling who answers whom
 * @param forecastModel the model of the forecast that is sized
 * @param patience the mean patience of callers; null: as the calls show it
 * @param redial the probability that a caller who was lost calls again; from 0 to below 1; null: as the calls show it;
 *     0 where the forecast counts redials
 * @param usualPatience what counts where too few callers were lost to tell
 * @param usualRedial likewise
 * @param fewestLost so many callers must have been lost in the weeks before to tell, 1 or more
 * @param probability how likely all targets are kept, by the forecast's quantiles; null: with the calls of its mean
 * @param maxAsa answered callers have waited this long on average at most
 * @param maxAbandonment at most this share of callers hangs up
 * @param maxLongWait at most this share of callers waits longer than the service's long wait
 * @param maxOccupancy operators are busy at most this share of their time
 * @param minAgents never fewer on the phone while lines are open
 * @param maxAgents never more
 * @param shrinkage the share of paid time off the phone by cause
 * @param hourlyCost euros of a paid hour, charges included, zero or more
 */
public record StaffingConfig(
        Pooling pooling,
        String forecastModel,
        @Nullable Duration patience,
        @Nullable Double redial,
        Duration usualPatience,
        double usualRedial,
        int fewestLost,
        @Nullable Double probability,
        Duration maxAsa,
        double maxAbandonment,
        double maxLongWait,
        double maxOccupancy,
        int minAgents,
        int maxAgents,
        Map<String, Double> shrinkage,
        double hourlyCost) {

    /** Who answers whom. */
    public enum Pooling {
        /** One team answers all groups. */
        NETWORK,
        /** Each group has its own team. */
        GROUP
    }

    public StaffingConfig {
        shrinkage = Map.copyOf(shrinkage);
        if (probability != null && !(probability > 0 && probability < 1)) {
            throw new IllegalArgumentException(
                    "The probability (%s) must be above 0 and below 1.\nMaybe set staffing.probability to 0.8."
                            .formatted(probability));
        }
        new Shrinkage(new TreeMap<>(shrinkage));
        if (!(hourlyCost >= 0 && hourlyCost < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "The cost of an hour (%s) must be zero or more.\nMaybe set staffing.hourly-cost to 22."
                            .formatted(hourlyCost));
        }
        new ErlangX(
                1, 1, (patience == null ? usualPatience : patience).toMillis() / 1000.0, redial == null ? 0 : redial);
        new ErlangX(1, 1, usualPatience.toMillis() / 1000.0, usualRedial);
        if ((redial != null && redial == 1) || usualRedial == 1) {
            throw new IllegalArgumentException(
                    "The probability of a redial (1) must be below 1: nobody would ever give up.\nMaybe set staffing.redial to 0.4.");
        }
        if (fewestLost < 1) {
            throw new IllegalArgumentException(
                    "The fewest lost callers (%d) must be positive.\nMaybe set staffing.fewest-lost to 100."
                            .formatted(fewestLost));
        }
        new Sizing(
                List.of(
                        new Target.SpeedOfAnswer(maxAsa.toMillis() / 1000.0),
                        new Target.Abandonment(maxAbandonment),
                        new Target.LongWait(maxLongWait, 0),
                        new Target.Occupancy(maxOccupancy)),
                minAgents,
                maxAgents);
    }

    /** What is promised to callers of a service of that mean patience, of whom that share calls again when lost. */
    StaffingRules rules(ServiceConfig service, double patienceSeconds, double redialProbability) {
        var promised = service.serviceLevelTarget();
        var measure = new ServiceLevel(
                promised.seconds(), ServiceLevelDefinition.OFFERED, ServiceLevel.DEFAULT_SHORT_SECONDS);
        var targets = List.<Target>of(
                new Target.Answered(promised.share(), measure),
                new Target.SpeedOfAnswer(maxAsa.toMillis() / 1000.0),
                new Target.Abandonment(maxAbandonment),
                new Target.LongWait(maxLongWait, service.longWait().toMillis() / 1000.0),
                new Target.Occupancy(maxOccupancy));
        return new StaffingRules(
                new Sizing(targets, minAgents, maxAgents),
                measure,
                new Shrinkage(new TreeMap<>(shrinkage)),
                patienceSeconds,
                redialProbability,
                probability,
                null);
    }
}
