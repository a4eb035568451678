package fr.vigie.scenario;

import fr.vigie.scenario.Plan.TeamDay;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/**
 * A time of every day in which no call is put through and operators, present and paid, work undisturbed. Some of those who
 * would have called then call later the same day, evenly over a while; the others do not call again.
 *
 * @param from its start on the service's clock
 * @param until its end, after the start
 * @param later the share of calls that come later, 0 to 1
 * @param withinMinutes over which time they come, minutes from the end on, at least 1
 */
public record ProtectedTime(LocalTime from, LocalTime until, double later, int withinMinutes) implements Change {
    public ProtectedTime {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException(
                    "The protected time %s-%s must end after it begins, before midnight.\nMaybe write %s."
                            .formatted(from, until, until.isBefore(from) ? until + "-" + from : "10:00-10:30"));
        }
        Check.share("share of calls that come later", later);
        Check.positive("time within which calls come later", withinMinutes);
    }

    @Override
    public Plan applyTo(Plan plan, Conditions conditions) {
        var others = new ArrayList<PlannedInterval>();
        double lost = 0;
        boolean any = false;
        for (var day : plan.teamDays()) {
            var closed = day.intervals().stream().filter(i -> isInside(day, i)).toList();
            any |= !closed.isEmpty();
            var displaced = new TeamDay(closed.isEmpty() ? day.intervals() : closed).streams();
            var after = closed.isEmpty() ? List.<PlannedInterval>of() : after(day);
            double coming = after.isEmpty() ? 0 : later;
            if (!closed.isEmpty()) {
                lost += (1 - coming)
                        * displaced.stream().mapToDouble(CallStream::calls).sum();
            }
            for (var interval : day.intervals()) {
                if (closed.contains(interval)) {
                    others.add(interval.protectedFromCalls(conditions.agentsNeeded(interval)));
                } else if (after.contains(interval)) {
                    others.add(interval.plus(displaced.stream()
                            .map(stream -> stream.times(coming / after.size()))
                            .toList()));
                } else {
                    others.add(interval);
                }
            }
        }
        if (!any) {
            throw new IllegalArgumentException(
                    "No line is open in the protected time %s-%s.\nMaybe take another time.".formatted(from, until));
        }
        return plan.with(others, plan.ledger().lost(lost));
    }

    private boolean isInside(TeamDay day, PlannedInterval interval) {
        var start = day.day().atTime(from);
        var end = day.day().atTime(until);
        if (!interval.startsAt().isBefore(end) || !interval.endsAt().isAfter(start)) {
            return false;
        }
        if (interval.startsAt().isBefore(start) || interval.endsAt().isAfter(end)) {
            throw new IllegalArgumentException(
                    "The protected time %s-%s must begin and end with intervals of %d minutes.\nMaybe set forecast.interval-minutes to 15."
                            .formatted(from, until, interval.minutes()));
        }
        return true;
    }

    private List<PlannedInterval> after(TeamDay day) {
        var end = day.day().atTime(until);
        return day.intervals().stream()
                .filter(interval -> !interval.startsAt().isBefore(end) && !interval.isProtected())
                .filter(interval -> Duration.between(end, interval.startsAt()).toMinutes() < withinMinutes)
                .toList();
    }
}
