package fr.vigie.jobs.forecast;

import fr.vigie.jobs.Settings;

/**
 * What planners corrected: the forecast of a date that later stages took.
 *
 * @param model its model
 * @param demand which calls it expected
 */
record Corrected(String model, ForecastConfig.Demand demand) {
    /**
     * That of a stage configured so: the first of its models.
     *
     * @param then how it was configured
     * @param now in place of what is not known
     */
    static Corrected of(Settings then, ForecastConfig now) {
        return new Corrected(
                then.first("models").orElse(now.models().get(0)),
                then.text("demand").map(ForecastConfig.Demand::named).orElse(now.demand()));
    }
}
