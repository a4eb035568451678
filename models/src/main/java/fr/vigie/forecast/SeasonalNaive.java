package fr.vigie.forecast;

/** The last known count of the same slot of the week; where there is none, what the profile expects. */
public record SeasonalNaive() implements ForecastModel {
    @Override
    public Walk walk(Outlook outlook) {
        return (origin, horizon) -> SameSlots.mean(outlook, origin, horizon, 1, day -> true);
    }
}
