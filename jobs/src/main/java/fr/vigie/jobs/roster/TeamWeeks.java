package fr.vigie.jobs.roster;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import fr.vigie.input.Operator;
import fr.vigie.jobs.config.ServiceConfig;
import fr.vigie.jobs.error.UserError;
import fr.vigie.jobs.lake.Lake;
import fr.vigie.jobs.lake.StaffingRow;
import fr.vigie.jobs.lake.Tables;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The teams of a week that was staffed, from the lake. */
final class TeamWeeks {
    private final Lake lake;
    private final ServiceConfig service;
    private final RosterJudge judge;

    TeamWeeks(Lake lake, ServiceConfig service, RosterJudge judge) {
        this.lake = lake;
        this.service = service;
        this.judge = judge;
    }

    /**
     * Every team of a week, in order of its name.
     *
     * @param placed the team of those of whom a roster names it
     */
    List<TeamWeek> of(LocalDate week, List<Operator> operators, Map<String, String> placed) {
        return TeamWeek.all(staffing(week), judge.workforce(week), operators, placed);
    }

    /** The groups with calls whose skill nobody employed in a week has, in order. */
    List<String> unanswered(LocalDate week, List<Operator> operators) {
        return Rosters.unanswered(staffing(week), judge.workforce(week).employed(operators));
    }

    /** The latest staffing of a week. */
    private List<StaffingRow> staffing(LocalDate week) {
        var rows = lake.read(Tables.STAFFING)
                .where(col("localDate").geq(lit(week)).and(col("localDate").lt(lit(week.plusWeeks(1)))))
                .collectAsList();
        var latest = rows.stream().map(StaffingRow::asOf).max(Comparator.naturalOrder());
        if (latest.isEmpty()) {
            throw UserError.failed(
                    "There is no staffing of the week of %s.\nMaybe run 'vigie staffing' first.".formatted(week));
        }
        var known = rows.stream().filter(row -> row.asOf().equals(latest.get())).toList();
        OpenNeed.check(known, service);
        return known;
    }
}
