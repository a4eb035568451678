package fr.vigie.jobs.roster;

import fr.vigie.input.Operator;
import fr.vigie.input.Shift;
import fr.vigie.jobs.error.Suggestion;
import fr.vigie.jobs.error.UserError;
import fr.vigie.roster.Away;
import fr.vigie.roster.Employee;
import fr.vigie.roster.Replan;
import fr.vigie.roster.Replanning;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Mends a published roster with the least change when somebody cannot come. */
final class Mending {
    private final RosterJudge judge;
    private final TeamWeeks teams;
    private final ZoneId zone;

    Mending(RosterJudge judge, TeamWeeks teams, ZoneId zone) {
        this.judge = judge;
        this.teams = teams;
        this.zone = zone;
    }

    /**
     * The first day of the one week that absences are of.
     *
     * @throws UserError where they are of several, or one is over
     */
    LocalDate weekOf(List<Away> away, Instant now) {
        var weeks = away.stream()
                .flatMap(absence -> Stream.of(
                        judge.week(absence.from()), judge.week(absence.until().minusNanos(1))))
                .collect(Collectors.toCollection(TreeSet::new));
        if (weeks.size() != 1) {
            throw UserError.usage("The absences are of several weeks: %s.\nMaybe replan one week after the other."
                    .formatted(weeks.stream().map(LocalDate::toString).collect(Collectors.joining(", "))));
        }
        for (var absence : away) {
            if (!absence.until().isAfter(now)) {
                throw UserError.usage(
                        "The absence of %s is over at %s.\nMaybe name the moment from which on pieces may change with --at."
                                .formatted(
                                        absence.operatorId(), now.atZone(zone).toLocalDateTime()));
            }
        }
        return weeks.first();
    }

    private static void refuseUnknown(Away absence, List<Operator> operators, List<Shift> published) {
        var known = Stream.concat(
                        operators.stream().map(Operator::operatorId),
                        published.stream().map(Shift::operatorId))
                .collect(Collectors.toCollection(TreeSet::new));
        if (!known.contains(absence.operatorId())) {
            throw UserError.usage("There is no operator '%s'.%s"
                    .formatted(absence.operatorId(), Suggestion.of(absence.operatorId(), known)));
        }
    }

    /**
     * The mended roster.
     *
     * @param week the first day of the week
     * @param published what was published of it
     * @param placed the team of those of whom that names it
     * @param away who cannot come
     * @param now from when on pieces may change
     * @param worthMinutes what a changed piece must save, in weighed minutes
     */
    Replan plan(
            LocalDate week,
            List<Shift> published,
            Map<String, String> placed,
            List<Away> away,
            Instant now,
            int worthMinutes) {
        var operators = judge.operators();
        away.forEach(absence -> refuseUnknown(absence, operators, published));
        var around = judge.around(week);
        var replanning = new Replanning(judge.check(), worthMinutes);
        var left = new ArrayList<>(published);
        var all = new ArrayList<Shift>();
        var changes = new ArrayList<Replan.Change>();
        int[] missing = new int[3];
        var lost = new HashSet<>(away);
        for (var team : teams.of(week, operators, placed)) {
            var members = team.employees().stream().map(Employee::operatorId).collect(Collectors.toSet());
            var ours = away.stream()
                    .filter(absence -> members.contains(absence.operatorId()))
                    .toList();
            if (ours.isEmpty()) {
                continue;
            }
            var pieces = left.stream()
                    .filter(piece -> members.contains(piece.operatorId()))
                    .toList();
            left.removeAll(new HashSet<>(pieces));
            lost.removeAll(new HashSet<>(ours));
            var plan = replanning.plan(team.need(), team.employees(), pieces, around, ours, now);
            all.addAll(plan.pieces());
            changes.addAll(plan.changes());
            missing[0] += plan.missingBefore();
            missing[1] += plan.missingWithout();
            missing[2] += plan.missingAfter();
        }
        if (!lost.isEmpty()) {
            throw UserError.failed("%s is on no team in the week of %s.\nMaybe add a skill in the operators file."
                    .formatted(lost.iterator().next().operatorId(), week));
        }
        all.addAll(left);
        return new Replan(
                RosterRows.inOrder(all.stream()),
                changes.stream()
                        .sorted(Comparator.comparing(Replan.Change::day).thenComparing(Replan.Change::operatorId))
                        .toList(),
                missing[0],
                missing[1],
                missing[2]);
    }
}
