package fr.vigie.jobs.staffing;

import fr.vigie.input.Activity;
import fr.vigie.input.Shift;
import fr.vigie.jobs.lake.ShiftsInUse;
import fr.vigie.roster.PlacedTeams;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who is on calls by the shifts planned, less the absences known. */
final class PlannedAgents implements Serializable {
    private static final long serialVersionUID = 1L;

    /** A stretch on calls. */
    private record Stretch(String operatorId, long from, long until) implements Serializable {}

    private final ZoneId zone;
    private final PlacedTeams teams;
    private final Map<LocalDate, List<Stretch>> byDay = new HashMap<>();
    private final Set<LocalDate> planned = new HashSet<>();

    /**
     * The shifts planned.
     *
     * @param zone the zone of business dates
     * @param shifts the shifts, absences among them; a day on which all planned are absent is planned, for nobody
     * @param teams the teams of each operator on a day
     */
    PlannedAgents(ZoneId zone, Collection<Shift> shifts, PlacedTeams teams) {
        this.zone = zone;
        this.teams = teams;
        shifts.stream()
                .filter(shift -> shift.activity() == Activity.CALLS)
                .forEach(shift -> planned.add(LocalDate.ofInstant(shift.startsAt(), zone)));
        OnCalls.of(ShiftsInUse.lessAbsences(shifts))
                .forEach(shift -> days(shift).forEach(day -> byDay.computeIfAbsent(day, d -> new ArrayList<>())
                        .add(new Stretch(
                                shift.operatorId(),
                                shift.startsAt().toEpochMilli(),
                                shift.endsAt().toEpochMilli()))));
    }

    private List<LocalDate> days(Shift shift) {
        var first = LocalDate.ofInstant(shift.startsAt(), zone);
        return first.datesUntil(LocalDate.ofInstant(shift.endsAt(), zone).plusDays(1))
                .toList();
    }

    /**
     * A team's operators on calls in an interval, on average and in whole ones ({@link fr.vigie.roster.AnsweredTeams#whole}); null on a day that is
     * not planned yet.
     */
    @Nullable
    Integer at(String team, Instant start, int minutes) {
        var day = LocalDate.ofInstant(start, zone);
        if (!planned.contains(day)) {
            return null;
        }
        long from = start.toEpochMilli();
        long until = from + minutes * 60_000L;
        var present = new HashMap<String, Double>();
        for (var stretch : byDay.getOrDefault(day, List.of())) {
            long overlap = Math.min(until, stretch.until()) - Math.max(from, stretch.from());
            if (overlap > 0) {
                present.merge(stretch.operatorId(), (double) overlap / (until - from), Double::sum);
            }
        }
        return teams.on(day).whole(team, present).getOrDefault(team, 0);
    }
}
