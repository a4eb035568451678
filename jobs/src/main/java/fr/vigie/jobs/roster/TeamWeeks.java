package fr.vigie.jobs.roster;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import fr.vigie.input.Operator;
import fr.vigie.jobs.config.ServiceConfig;
import fr.vigie.jobs.error.UserError;
import fr.vigie.jobs.lake.Lake;
import fr.vigie.jobs.lake.StaffingRow;
import fr.vigie.jobs.lake.Tables;
import fr.vigie.roster.Need;
import fr.vigie.staffing.Shrinkage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The teams of a week that was staffed, from the lake. */
final class TeamWeeks {
    private final Lake lake;
    private final ServiceConfig service;
    private final RosterConfig config;
    private final RosterJudge judge;

    TeamWeeks(Lake lake, ServiceConfig service, RosterConfig config, RosterJudge judge) {
        this.lake = lake;
        this.service = service;
        this.config = config;
        this.judge = judge;
    }

    /** Every team of a week, in order of its name. */
    List<TeamWeek> of(LocalDate week, List<Operator> operators) {
        var byGroup = staffing(week).stream()
                .collect(Collectors.groupingBy(StaffingRow::group, TreeMap::new, Collectors.toList()));
        Map<String, Double> hours = new HashMap<>();
        byGroup.forEach((group, rows) -> hours.put(
                group,
                rows.stream()
                        .mapToDouble(row -> row.agents() * row.intervalMinutes() / 60.0)
                        .sum()));
        var workforce = judge.workforce(week);
        var teams = new ArrayList<TeamWeek>();
        Teams.of(hours, workforce.employed(operators), workforce::contractHours)
                .forEach((group, members) -> teams.add(new TeamWeek(
                        group,
                        need(week, byGroup.getOrDefault(group, List.of())),
                        workforce.employees(members),
                        workforce.considerations(members))));
        return teams;
    }

    private Need need(LocalDate week, Collection<StaffingRow> rows) {
        var reserve = Shrinkage.of(config.reserve());
        var agents = new TreeMap<Instant, Integer>();
        rows.forEach(row -> agents.put(row.startsAt(), reserve.scheduled(row.agents())));
        return Need.of(week, service.zone(), rows.iterator().next().intervalMinutes(), agents);
    }

    /** The latest staffing of a week. */
    private List<StaffingRow> staffing(LocalDate week) {
        var rows = lake.read(Tables.STAFFING)
                .where(col("localDate").geq(lit(week)).and(col("localDate").lt(lit(week.plusWeeks(1)))))
                .collectAsList();
        var latest = rows.stream().map(StaffingRow::asOf).max(Comparator.naturalOrder());
        if (latest.isEmpty()) {
            throw UserError.failed(
                    "There is no staffing of the week of %s to replan for.\nMaybe run 'vigie staffing' first."
                            .formatted(week));
        }
        var known = rows.stream().filter(row -> row.asOf().equals(latest.get())).toList();
        OpenNeed.check(known, service);
        return known;
    }
}
