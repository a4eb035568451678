package fr.vigie.jobs.report;

import fr.vigie.input.Operator;
import fr.vigie.input.Presence;
import fr.vigie.input.Shift;
import fr.vigie.jobs.lake.PublishedRosterRow;
import fr.vigie.jobs.lake.ShiftsInUse;
import fr.vigie.load.DayLoad;
import fr.vigie.report.TeamAdherence;
import fr.vigie.roster.Adherence;
import fr.vigie.roster.AnsweredTeams;
import fr.vigie.roster.PlannedAndWorked;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/**
 * Planned against worked by day and team, as planned when the day began: the last version of its week published before, and the
 * stored shifts of weeks of which none was.
 *
 * @param zone the zone of days
 * @param from the first day
 * @param until the day after the last
 */
record TeamDays(ZoneId zone, LocalDate from, LocalDate until) {
    private static final String NETWORK = DayLoad.NETWORK;
    private static final String SEVERAL = "several";

    /** Days and teams in order; those of too few people are left out. */
    List<TeamAdherence> of(
            Collection<PublishedRosterRow> published,
            Collection<Shift> shifts,
            Collection<Presence> seen,
            Collection<Operator> operators,
            Collection<String> groups) {
        var answered = groups.isEmpty() ? AnsweredTeams.network() : AnsweredTeams.of(groups, operators);
        var teams = new TreeMap<String, String>();
        operators.forEach(operator -> teams.put(operator.operatorId(), team(operator, answered)));
        var days = new PlannedAndWorked(zone, operator -> teams.getOrDefault(operator, NETWORK))
                .of(
                        planned(published, shifts),
                        seen.stream()
                                .filter(presence -> isWithin(presence.startsAt()))
                                .toList());
        return days.stream()
                .filter(day -> day.people() >= TeamAdherence.FEWEST)
                .map(TeamDays::minutes)
                .toList();
    }

    private List<Shift> planned(Collection<PublishedRosterRow> published, Collection<Shift> shifts) {
        return from.datesUntil(until)
                .flatMap(day -> ShiftsInUse.asDayBegan(shifts, published, zone, day).stream()
                        .filter(piece -> date(piece.startsAt()).equals(day)))
                .toList();
    }

    /** The only team that somebody answers for, or several; the network's where nobody says. */
    private static String team(Operator operator, AnsweredTeams answered) {
        var own = answered.of(operator.operatorId());
        if (own.size() == 1) {
            return own.get(0);
        }
        return operator.skills() == null ? NETWORK : SEVERAL;
    }

    private static TeamAdherence minutes(Adherence day) {
        return new TeamAdherence(
                day.day(),
                day.team(),
                day.people(),
                minutes(day.planned()),
                minutes(day.asPlanned()),
                day.share(),
                minutes(day.late()),
                minutes(day.leftEarly()),
                minutes(day.away()),
                minutes(day.absent()),
                minutes(day.unplanned()));
    }

    private static long minutes(long seconds) {
        return Math.round(seconds / 60.0);
    }

    private boolean isWithin(Instant moment) {
        var day = date(moment);
        return !day.isBefore(from) && day.isBefore(until);
    }

    private LocalDate date(Instant moment) {
        return LocalDate.ofInstant(moment, zone);
    }
}
