package fr.vigie.jobs.staffing;

import fr.vigie.input.Shift;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who is on calls by the shifts planned. */
final class PlannedAgents implements Serializable {
    private static final long serialVersionUID = 1L;

    /** A stretch on calls. */
    private record Stretch(long from, long until, double part) implements Serializable {}

    private final ZoneId zone;
    private final Map<String, List<Stretch>> byTeam = new HashMap<>();
    private final Set<LocalDate> planned = new HashSet<>();

    /**
     * The shifts planned.
     *
     * @param zone the zone of business dates
     * @param shifts the shifts
     * @param teams the teams of each operator, in equal parts; an operator without any is on no team
     */
    PlannedAgents(ZoneId zone, List<Shift> shifts, Map<String, List<String>> teams) {
        this.zone = zone;
        // Parts of a person are added in a fixed order: a sum of doubles depends on it.
        for (var shift : OnCalls.of(shifts)) {
            planned.add(LocalDate.ofInstant(shift.startsAt(), zone));
            var own = teams.getOrDefault(shift.operatorId(), List.of());
            for (var team : own) {
                byTeam.computeIfAbsent(team, t -> new ArrayList<>())
                        .add(new Stretch(
                                shift.startsAt().toEpochMilli(), shift.endsAt().toEpochMilli(), 1.0 / own.size()));
            }
        }
    }

    /** The mean of a team's operators on calls in an interval, in whole ones; null on a day that is not planned yet. */
    @Nullable
    Integer at(String team, Instant start, int minutes) {
        if (!planned.contains(LocalDate.ofInstant(start, zone))) {
            return null;
        }
        long from = start.toEpochMilli();
        long until = from + minutes * 60_000L;
        double people = 0;
        for (var stretch : byTeam.getOrDefault(team, List.of())) {
            long overlap = Math.min(until, stretch.until()) - Math.max(from, stretch.from());
            people += overlap > 0 ? stretch.part() * overlap / (until - from) : 0;
        }
        return (int) Math.floor(people + 1e-9);
    }
}
