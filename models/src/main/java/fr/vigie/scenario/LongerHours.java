package fr.vigie.scenario;

import fr.vigie.scenario.Plan.TeamDay;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines that open earlier or close later on the days on which they are open. Calls of the hours added come evenly over
 * them, of all kinds as on the rest of the day; as many operators are there as the promises need.
 *
 * @param from opening on the service's clock
 * @param until closing; midnight: at the end of the day
 * @param further calls that did not come before, as a share of the day's, zero or more
 * @param moved the share of the day's calls that come in the added hours instead, 0 to 1
 */
public record LongerHours(LocalTime from, LocalTime until, double further, double moved) implements Change {
    public LongerHours {
        if (!until.equals(LocalTime.MIDNIGHT) && !from.isBefore(until)) {
            throw new IllegalArgumentException("The hours %s-%s must end after they begin.\nMaybe write %s-%s."
                    .formatted(from, until, until, from));
        }
        Check.notNegative("share of further calls", further);
        Check.share("share of calls that move", moved);
    }

    @Override
    public Plan applyTo(Plan plan, Conditions conditions) {
        var others = new ArrayList<PlannedInterval>();
        boolean any = false;
        for (var day : plan.teamDays()) {
            var added = added(day);
            any |= !added.isEmpty();
            if (added.isEmpty()) {
                others.addAll(day.intervals());
                continue;
            }
            var coming = day.streams().stream()
                    .map(stream -> stream.times((further + moved) / added.size()))
                    .toList();
            day.intervals().forEach(interval -> others.add(interval.map(stream -> stream.times(1 - moved))));
            added.forEach(interval -> others.add(interval.with(coming)));
        }
        if (!any) {
            throw new IllegalArgumentException(
                    "The hours %s-%s are not longer than those of the plan.\nMaybe write hours beyond %s-%s."
                            .formatted(
                                    from,
                                    until,
                                    plan.intervals().get(0).startsAt().toLocalTime(),
                                    plan.teamDays().get(0).last().endsAt().toLocalTime()));
        }
        return plan.with(others, plan.ledger());
    }

    private List<PlannedInterval> added(TeamDay day) {
        var added = new ArrayList<PlannedInterval>();
        var first = day.first();
        var last = day.last();
        var opens = day.day().atTime(from);
        var closes = until.equals(LocalTime.MIDNIGHT)
                ? day.day().plusDays(1).atStartOfDay()
                : day.day().atTime(until);
        for (var at = first.startsAt().minusMinutes(first.minutes());
                !at.isBefore(opens);
                at = at.minusMinutes(first.minutes())) {
            added.add(empty(first, at));
        }
        for (var at = last.endsAt();
                !at.plusMinutes(last.minutes()).isAfter(closes);
                at = at.plusMinutes(last.minutes())) {
            added.add(empty(last, at));
        }
        return added;
    }

    private static PlannedInterval empty(PlannedInterval like, LocalDateTime start) {
        return new PlannedInterval(like.team(), start, like.minutes(), List.of(), like.patienceSeconds(), null);
    }
}
