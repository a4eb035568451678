package fr.vigie.forecast;

/**
 * The mean of the last known counts of the same slot of the week, public holidays and half-days left out: what planners do by
 * hand, and hard to beat beyond two or three days (Taylor 2008, Management Science 54).
 *
 * @param weeks how many weeks are averaged, at least 1
 */
public record MeanOfSameWeekdays(int weeks) implements ForecastModel {
    /** The usual six weeks. */
    public MeanOfSameWeekdays() {
        this(6);
    }

    public MeanOfSameWeekdays {
        if (weeks < 1) {
            throw new IllegalArgumentException("The weeks to average (%d) must be at least 1.".formatted(weeks));
        }
    }

    @Override
    public Walk walk(Outlook outlook) {
        var timeline = outlook.series().timeline();
        return (origin, horizon) -> SameSlots.mean(
                outlook,
                origin,
                horizon,
                weeks,
                day -> !timeline.hasDates()
                        || !outlook.almanac().kind(timeline.date(day)).isHoliday());
    }
}
