package fr.vigie.roster;

import fr.vigie.calendar.OpeningHours;
import fr.vigie.input.Activity;
import fr.vigie.input.Shift;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Finds who is to answer calls while nobody can call.
 *
 * @param hours the opening hours of every team: a line is open where one of them is
 * @param zone the zone of clock times
 */
public record OpenLines(List<OpeningHours> hours, ZoneId zone) {
    static final String RULE = "calls-only-while-lines-are-open";

    public OpenLines {
        hours = List.copyOf(hours);
    }

    /** The pieces on calls that lie outside opening hours, in whole or in part. */
    public List<Violation> violations(Collection<Shift> pieces) {
        return pieces.stream()
                .filter(piece -> piece.activity() == Activity.CALLS && closedMinutes(piece) > 0)
                .map(piece -> new Violation(
                        RULE,
                        PlanRules.ARTICLE,
                        piece.operatorId(),
                        LocalDate.ofInstant(piece.startsAt(), zone),
                        "%s on calls while lines are closed".formatted(Rule.hours(closedMinutes(piece)))))
                .toList();
    }

    private long closedMinutes(Shift piece) {
        long minutes = Duration.between(piece.startsAt(), piece.endsAt()).toMinutes();
        return LongStream.range(0, minutes)
                .filter(minute -> !isOpen(piece.startsAt().plusSeconds(60 * minute)))
                .count();
    }

    private boolean isOpen(Instant moment) {
        var local = moment.atZone(zone);
        int minute = local.getHour() * 60 + local.getMinute();
        return hours.stream().anyMatch(open -> open.isOpen(local.toLocalDate(), minute));
    }
}
