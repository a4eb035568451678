package fr.vigie.forecast;

/**
 * A model of regular series: it needs values at equal distances and knows no calendar.
 *
 * <p>Any other series is brought into that form by {@link OpenGrid}. With less history than the model needs, planners'
 * mean of the same weekdays stands in.
 */
public sealed interface RegularModel extends ForecastModel
        permits SeasonalAutoregression,
                HourOfWeekAutoregression,
                NearestWindows,
                DoubleSeasonalHoltWinters,
                MedianOfSameSlots,
                ExtendedAirline,
                Mstl,
                DynamicHarmonicRegression,
                SingularValueProfiles {
    /**
     * The next values of a series.
     *
     * @param past at least as long as {@link #needs} tells
     * @param horizon how many
     */
    double[] path(RegularSeries past, int horizon);

    /** How many values the model needs for that horizon. */
    int needs(int day, int week, int horizon);

    @Override
    default Walk walk(Outlook outlook) {
        var standIn = new MeanOfSameWeekdays().walk(outlook);
        return (origin, horizon) -> {
            var grid = OpenGrid.of(outlook, origin, horizon);
            return grid.past().length() < needs(grid.past().day(), grid.past().week(), grid.ahead())
                    ? standIn.means(origin, horizon)
                    : grid.spread(path(grid.past(), grid.ahead()));
        };
    }
}
