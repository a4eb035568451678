package fr.vigie.jobs.cli;

import fr.vigie.jobs.roster.TeamConflicts;
import fr.vigie.roster.Conflict;
import fr.vigie.roster.Demand;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/** Why a roster misses something, in words. */
final class ConflictWords {
    private final Locale language;
    private final ResourceBundle words;

    ConflictWords(Locale language) {
        this.language = language;
        this.words = ResourceBundle.getBundle(
                "fr.vigie.jobs.cli.conflicts",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** A team's conflicts, each with what contradicts what, the hours and the least to give up. */
    List<String> lines(TeamConflicts team) {
        var lines = new ArrayList<String>();
        lines.add(team.under() == 0 ? say("covered", team.team()) : say("missing", team.team(), team.under()));
        for (var conflict : team.conflicts()) {
            lines.add(say("conflict"));
            conflict.demands().forEach(demand -> lines.add("  - " + demand(demand)));
            if (!conflict.hours().isEmpty()) {
                lines.add(say("hours"));
                conflict.hours().forEach(gap -> lines.add("  - " + gap(gap, team)));
            }
            lines.add(relief(conflict));
        }
        if (team.under() > 0 && team.conflicts().isEmpty()) {
            lines.add(say("unproven"));
        }
        return lines;
    }

    /** The same for programs. */
    Map<String, ?> fields(TeamConflicts team) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("team", team.team());
        fields.put("quarters_under", team.under());
        fields.put("conflicts", team.conflicts().stream().map(this::fields).toList());
        return fields;
    }

    private Map<String, ?> fields(Conflict conflict) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("demands", conflict.demands().stream().map(this::demand).toList());
        fields.put(
                "hours",
                conflict.hours().stream()
                        .map(gap -> Map.of(
                                "from", gap.from().toString(),
                                "until", gap.until().toString(),
                                "quarters", gap.quarters()))
                        .toList());
        fields.put(
                "reliefs",
                conflict.reliefs().stream()
                        .map(relief -> Map.of("demand", demand(relief.demand()), "quarters_under", relief.missing()))
                        .toList());
        return fields;
    }

    private String relief(Conflict conflict) {
        if (conflict.reliefs().isEmpty()) {
            return say("any");
        }
        var least = conflict.reliefs().get(0);
        return say(least.missing() == 0 ? "cured" : "relieved", demand(least.demand()), least.missing());
    }

    private String demand(Demand demand) {
        if (demand instanceof Demand.NeedOf need) {
            return say("need-of", day(need.day()));
        } else if (demand instanceof Demand.Leave leave) {
            return say("leave", leave.operatorId(), day(leave.day()));
        } else if (demand instanceof Demand.Fixed fixed) {
            return say("fixed", fixed.operatorId(), day(fixed.day()));
        } else if (demand instanceof Demand.RestBefore rest) {
            return say("rest-before", rest.operatorId());
        } else if (demand instanceof Demand.HoursOwed hours) {
            return say("hours-owed", hours.operatorId());
        } else if (demand instanceof Demand.TwelveWeeks) {
            return say("twelve-weeks");
        } else if (demand instanceof Demand.YearlyOvertime overtime) {
            return say("yearly-overtime", overtime.hours(), overtime.article());
        } else if (demand instanceof Demand.FixedWork fixed) {
            return say("fixed-work", day(fixed.day()));
        } else if (demand instanceof Demand.PaidBreaks) {
            return say("paid-breaks");
        }
        return say("contract-hours");
    }

    private String gap(Conflict.Gap gap, TeamConflicts team) {
        var from = gap.from().atZone(team.zone());
        var clock = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
        return say(
                gap.quarters() == 1 ? "gap-of-one" : "gap",
                day(from.toLocalDate()),
                clock.format(from),
                clock.format(gap.until().atZone(team.zone())),
                gap.quarters());
    }

    private String day(LocalDate day) {
        return DateTimeFormatter.ofPattern(words.getString("day"), language).format(day);
    }

    private String say(String key, Object... arguments) {
        return words.getString(key).formatted(arguments);
    }
}
