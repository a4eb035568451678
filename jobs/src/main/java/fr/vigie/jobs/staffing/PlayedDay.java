package fr.vigie.jobs.staffing;

import fr.vigie.jobs.lake.ForecastRow;
import fr.vigie.queue.CallKind;
import fr.vigie.queue.Exponential;
import fr.vigie.queue.LoadInterval;
import fr.vigie.queue.StaffedInterval;
import java.util.List;
import java.util.Objects;

/**
 * A day sized by playing it call by call, where neither formula holds: callers' patience is far from exponential. Redials come
 * when they were seen to come, and calls take as long as those of their
 * own interval. The search begins below what the formulas ask for.
 *
 * @param load its intervals, of the same length
 * @param backlog callers who wait when the lines open
 * @param rules with the laws that callers follow
 */
record PlayedDay(List<LoadInterval> load, int backlog, StaffingRules rules) {
    /** A roster is made for a week within these days; farther ones, which playing would take long for, keep to the formulas. */
    private static final int DAYS = 14;

    private static final int REPLICATIONS = 100;

    /** Whether a stretch has to be played: callers are not as the formulas suppose, and its roster is made soon. */
    static boolean isDue(List<ForecastRow> stretch, StaffingRules rules) {
        var first = stretch.get(0);
        return rules.laws() != null
                && first.localDate().isBefore(first.asOf().plusDays(DAYS))
                && stretch.stream().anyMatch(interval -> interval.mean() > 0);
    }

    /** The least agents that keep all targets. */
    List<StaffedInterval> size(long seed) {
        var laws = Objects.requireNonNull(rules.laws());
        var calls = new CallKind(
                load.stream().map(LoadInterval::callsPerHour).toList(),
                backlog,
                new Exponential(1),
                load.stream().map(LoadInterval::ahtSeconds).toList(),
                laws.patience(),
                laws.redials());
        var day = rules.day();
        return day.simulated(day.below(day.size(load, backlog)), load.get(0).seconds(), calls, REPLICATIONS, seed);
    }
}
