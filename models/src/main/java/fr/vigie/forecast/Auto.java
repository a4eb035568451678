package fr.vigie.forecast;

import fr.vigie.series.Series;

/**
 * A combination of all models: {@link Combination} where there are calls enough in an interval, {@link WeightedMean} where
 * there are few or the history is short. No single winner is picked on one window.
 *
 * <p>On a walk the weights come from the errors at the origins before; at the first one, from past origins of the series'
 * own. The parts of a whole, whose calls are few, are left to the regression that is shrunk towards their family.
 */
public record Auto() implements ForecastModel {
    @Override
    public Walk walk(Outlook outlook) {
        var paths = new Combination.Paths(outlook);
        return (origin, horizon) -> Combination.of(outlook, origin, horizon, paths)
                .map(Combination::path)
                .orElseGet(() -> WeightedMean.means(outlook, origin, horizon));
    }

    @Override
    public ForecastModel ofParts() {
        return new HourOfWeekRegression();
    }

    @Override
    public Widths widths(Series series, int present) {
        return Combination.suits(series, present) ? Widths.BACKTESTED : Widths.DISPERSION;
    }
}
