package fr.vigie.jobs.staffing;

import fr.vigie.input.Presence;
import fr.vigie.input.PresenceState;
import fr.vigie.input.Shift;
import fr.vigie.roster.AnsweredTeams;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who was rostered for calls on a day, who came, and who was ready. A person of several teams counts for each in equal parts.
 *
 * @param shifts the day's shifts; those on calls are kept
 * @param presence what the phone system saw of the day; none where it tells nothing
 * @param teams the teams of each operator
 */
record PhoneTime(List<Shift> shifts, List<Presence> presence, AnsweredTeams teams) {
    PhoneTime {
        // Parts of a person are added in a fixed order: a sum of doubles depends on it.
        shifts = OnCalls.of(shifts);
        presence = presence.stream()
                .sorted(Comparator.comparing(Presence::startsAt).thenComparing(Presence::operatorId))
                .toList();
    }

    /**
     * Operators of a team in an interval, each on average over it.
     *
     * @param rostered for calls
     * @param absent those of them who did not come
     * @param offPhone who came and was not ready, less who was ready without a roster
     */
    record Seats(double rostered, double absent, double offPhone) {}

    /** Whether the phone system told anything of the day. */
    boolean isPresenceKnown() {
        return !presence.isEmpty();
    }

    /** The operators of a team from one moment to another. */
    Seats of(String team, Instant from, Instant until) {
        double length = until.toEpochMilli() - from.toEpochMilli();
        var came = came();
        double rostered = 0;
        double absent = 0;
        for (var shift : shifts) {
            double part = teams.part(shift.operatorId(), team)
                    * overlap(shift.startsAt(), shift.endsAt(), from, until)
                    / length;
            rostered += part;
            absent += isPresenceKnown() && !came.contains(shift.operatorId()) ? part : 0;
        }
        if (!isPresenceKnown()) {
            return new Seats(rostered, 0, 0);
        }
        double ready = 0;
        for (var seen : presence) {
            if (seen.state() == PresenceState.AVAILABLE) {
                ready += teams.part(seen.operatorId(), team)
                        * overlap(seen.startsAt(), seen.endsAt(), from, until)
                        / length;
            }
        }
        return new Seats(rostered, absent, rostered - absent - ready);
    }

    private Set<String> came() {
        return presence.stream()
                .filter(seen -> seen.state() != PresenceState.AWAY)
                .map(Presence::operatorId)
                .collect(Collectors.toSet());
    }

    private static double overlap(Instant start, Instant end, Instant from, Instant until) {
        return Math.max(
                0,
                Math.min(end.toEpochMilli(), until.toEpochMilli())
                        - Math.max(start.toEpochMilli(), from.toEpochMilli()));
    }
}
