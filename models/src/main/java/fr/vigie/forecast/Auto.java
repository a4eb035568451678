package fr.vigie.forecast;

/**
 * A combination of all models: {@link Combination} where there are calls enough in an interval, {@link WeightedMean} where
 * there are few or the history is short. No single winner is picked on one window.
 */
public record Auto() implements ForecastModel {
    @Override
    public Walk walk(Outlook outlook) {
        var paths = new Combination.Paths(outlook);
        return (origin, horizon) -> Combination.of(outlook, origin, horizon, paths)
                .map(Combination::path)
                .orElseGet(() -> WeightedMean.means(outlook, origin, horizon));
    }
}
