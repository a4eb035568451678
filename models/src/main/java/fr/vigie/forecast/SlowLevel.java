package fr.vigie.forecast;

import fr.vigie.calendar.SpecialDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.function.Predicate;

/**
 * The level of a busy line as its calls of the days so far suggest it: the factor between a day's calls and what weekday and special days
 * give for it.
 */
final class SlowLevel {
    /** Before most of a year has passed the level and the season cannot be told apart. */
    private static final int FEWEST_DAYS = 300;

    private final SlowEffects effects;
    private final DayLevel level;

    private SlowLevel(SlowEffects effects, DayLevel level) {
        this.effects = effects;
        this.level = level;
    }

    /**
     * Learns the level from whole days.
     *
     * @param occasions those of the outlook
     * @param clean how far each day is to be believed
     * @param end index of the first interval that is not known
     * @param expected what weekday and special days give for an interval, without {@link SlowEffects}
     * @return empty for a series without dates or of less than 300 days
     */
    static Optional<SlowLevel> learn(
            Outlook outlook, Occasions occasions, CleanDays clean, int end, IntToDoubleFunction expected) {
        var series = outlook.series();
        var timeline = series.timeline();
        int first = series.firstKnown();
        if (!timeline.hasDates() || first >= end || timeline.day(end - 1) - timeline.day(first) + 1 < FEWEST_DAYS) {
            return Optional.empty();
        }
        int today = timeline.day(end - 1);
        var effects = new SlowEffects(outlook, occasions, timeline.date(today).plusDays(1));
        var days = new ArrayList<DayLevel.Day>();
        for (int from = first; from < end; ) {
            int day = timeline.day(from);
            double came = 0;
            double usual = 0;
            int i = from;
            for (; i < end && timeline.day(i) == day; i++) {
                if (series.isKnown(i)) {
                    came += series.value(i);
                    usual += expected.applyAsDouble(i);
                }
            }
            var date = timeline.date(day);
            if (came > 0 && usual > 0 && outlook.almanac().kind(date) == SpecialDay.ORDINARY) {
                days.add(new DayLevel.Day(
                        day, StrictMath.log(came / usual), 1 / clean.weight(day), effects.on(date, effect -> true)));
            }
            from = i;
        }
        return days.isEmpty()
                ? Optional.empty()
                : Optional.of(new SlowLevel(
                        effects, DayLevel.after(days, effects.deviations(today - timeline.day(first) + 1))));
    }

    /** The factor of a day, as far as the level and some of the slow effects make it. */
    double factor(LocalDate day, Predicate<Effect> counted) {
        return level.factor(effects.on(day, counted));
    }

    /** What the slow effects alone make of a day. */
    double lift(LocalDate day) {
        return factor(day, effect -> true) / factor(day, effect -> false);
    }
}
