package fr.vigie.jobs.care;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import fr.vigie.care.TeamDays;
import fr.vigie.input.PresenceState;
import fr.vigie.jobs.Stage;
import fr.vigie.jobs.StageRun;
import fr.vigie.jobs.lake.CareRow;
import fr.vigie.jobs.lake.Table;
import fr.vigie.jobs.lake.Tables;
import java.util.List;

/** Calls and presence to how worn out the teams' days were. */
public final class CareJob implements Stage {

    @Override
    public String noun() {
        return "care";
    }

    @Override
    public Class<? extends Record> configuration() {
        return CareConfig.class;
    }

    @Override
    public List<Table<?>> reads() {
        return List.of(Tables.CALL, Tables.PRESENCE, Tables.OPERATOR);
    }

    @Override
    public List<Table<?>> writes() {
        return List.of(Tables.CARE);
    }

    @Override
    public void run(StageRun run) {
        var config = run.config(CareConfig.class);
        var zone = run.service().zone();
        var from = run.asOf().minusWeeks(config.weeks());
        var calls = run.read(Tables.CALL)
                .where(col("localDate").geq(lit(from)).and(col("localDate").lt(lit(run.asOf()))))
                .where(col("operatorId").isNotNull().and(col("answeredAt").isNotNull()))
                .collectAsList();
        var ready = run
                .read(Tables.PRESENCE)
                .where(col("startsAt")
                        .geq(lit(from.atStartOfDay(zone).toInstant()))
                        .and(col("startsAt")
                                .lt(lit(run.asOf().atStartOfDay(zone).toInstant()))))
                .collectAsList()
                .stream()
                .filter(seen -> seen.state() == PresenceState.AVAILABLE)
                .toList();
        var teams = new Teams(run.read(Tables.OPERATOR).collectAsList());
        var rows = new CareDays(run.asOf(), teams, new TeamDays(zone, config.rules())).of(calls, ready);
        run.replaceAsOf(Tables.CARE, run.spark().createDataset(rows, Tables.CARE.encoder()));
        run.metric(
                "teams-withheld",
                rows.stream()
                        .filter(row -> row.hour() == null && row.occupancy() == null)
                        .map(CareRow::team)
                        .count());
    }
}
