package fr.vigie.jobs.staffing;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import fr.vigie.calendar.OpeningHours;
import fr.vigie.input.Operator;
import fr.vigie.jobs.Stage;
import fr.vigie.jobs.StageRun;
import fr.vigie.jobs.error.UserError;
import fr.vigie.jobs.lake.ForecastInUse;
import fr.vigie.jobs.lake.ForecastRow;
import fr.vigie.jobs.lake.Table;
import fr.vigie.jobs.lake.Tables;
import fr.vigie.jobs.staffing.StaffingConfig.Pooling;
import fr.vigie.load.DayLoad;
import fr.vigie.staffing.RedialRate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.jspecify.annotations.Nullable;

/** The forecast to the operators that it needs, with all targets kept together. */
public final class StaffingJob implements Stage {
    private static final int WEEKS_OF_REDIALS = 52;
    private static final int WEEKS_OF_OPENINGS = 8;

    @Override
    public String noun() {
        return "staffing";
    }

    @Override
    public Class<? extends Record> configuration() {
        return StaffingConfig.class;
    }

    @Override
    public List<Table<?>> reads() {
        return List.of(
                Tables.FORECAST,
                Tables.FORECAST_UPDATE,
                Tables.LOAD,
                Tables.CALL,
                Tables.PRACTICE,
                Tables.OPERATOR,
                Tables.SHIFT,
                Tables.ROSTER_PUBLISHED);
    }

    @Override
    public List<Table<?>> writes() {
        return List.of(Tables.STAFFING);
    }

    @Override
    public void run(StageRun run) {
        var config = run.config(StaffingConfig.class);
        var planned = planned(run, config.pooling());
        double redial = redial(run, config.redial());
        var forecast = forecast(run, config);
        var rows = Staffings.of(
                forecast, config.rules(run.service(), redial), queues(run, config.pooling(), forecast), planned);
        run.replaceAsOf(Tables.STAFFING, rows);
        run.metric("redial-probability", redial);
        var outOfReach = run.read(Tables.STAFFING)
                .where(col("asOf").equalTo(lit(run.asOf())).and(col("binding").equalTo(lit(Staffings.MOST))));
        run.metric("intervals-out-of-reach", (double) outOfReach.count());
    }

    /** The probability of a redial: as configured, else as the network's load of the year before shows it. */
    static double redial(StageRun run, @Nullable Double configured) {
        if (configured != null) {
            return configured;
        }
        var lost = col("abandoned").plus(col("blocked"));
        var redials = col("offered").plus(col("blocked")).minus(col("firstAttempts"));
        var sums = run.read(Tables.LOAD)
                .where(col("level")
                        .equalTo(lit(DayLoad.NETWORK))
                        .and(col("localDate").lt(lit(run.asOf())))
                        .and(col("localDate").geq(lit(run.asOf().minusWeeks(WEEKS_OF_REDIALS)))))
                .agg(coalesce(sum(lost), lit(0L)), coalesce(sum(redials), lit(0L)))
                .collectAsList()
                .get(0);
        var rate = new RedialRate(sums.getLong(0), sums.getLong(1));
        run.metric("lost-calls", (double) rate.lost());
        run.metric("redials", (double) rate.redials());
        return rate.probability();
    }

    static Dataset<ForecastRow> forecast(StageRun run, StaffingConfig config) {
        var ofDate = run.read(Tables.FORECAST).where(col("asOf").equalTo(lit(run.asOf())));
        var models = ofDate.select("model").distinct().as(Encoders.STRING()).collectAsList().stream()
                .filter(model -> !model.equals(ForecastInUse.OVERRIDE))
                .sorted()
                .toList();
        if (models.isEmpty()) {
            throw UserError.failed(
                    "There is no forecast of %s to staff for.\nMaybe run 'vigie forecast' first, or name its date with --as-of."
                            .formatted(run.asOf()));
        }
        if (!models.contains(config.forecastModel())) {
            throw UserError.usage("The forecast of %s has no model '%s'; it has %s.\nMaybe set staffing.forecast-model."
                    .formatted(run.asOf(), config.forecastModel(), String.join(", ", models)));
        }
        var level = config.pooling().name().toLowerCase(Locale.ROOT);
        var atLevel = col("level").equalTo(lit(level));
        return ForecastInUse.of(
                ofDate.where(atLevel),
                config.forecastModel(),
                run.read(Tables.FORECAST_UPDATE)
                        .where(col("asOf").equalTo(lit(run.asOf())).and(atLevel)));
    }

    /** Who waited when the lines opened, in the weeks before. */
    private static OpeningQueues queues(StageRun run, Pooling pooling, Dataset<ForecastRow> forecast) {
        var from = run.asOf().minusWeeks(WEEKS_OF_OPENINGS);
        var service = run.service();
        var hours = new TreeMap<String, OpeningHours>();
        if (pooling == Pooling.NETWORK) {
            hours.put(DayLoad.NETWORK, service.openingHours(from, run.asOf()));
        } else {
            forecast.select("id")
                    .distinct()
                    .as(Encoders.STRING())
                    .collectAsList()
                    .forEach(group -> hours.put(group, service.openingHours(group, from, run.asOf())));
        }
        return OpeningQueues.of(
                run.readColumns(Tables.CALL)
                        .where(col("local_date")
                                .geq(lit(from))
                                .and(col("local_date").lt(lit(run.asOf())))),
                run.read(Tables.PRACTICE),
                hours,
                from.datesUntil(run.asOf()).toList(),
                service.zone(),
                service.queueOpensBefore(),
                forecast.select("intervalMinutes").as(Encoders.INT()).takeAsList(1).stream()
                        .findFirst()
                        .orElse(30));
    }

    /** Who is planned from the run's date on. */
    static PlannedAgents planned(StageRun run, Pooling pooling) {
        var zone = run.service().zone();
        var shifts = run.shifts(
                run.asOf().atStartOfDay(zone).toInstant(),
                run.asOf().plusYears(1).atStartOfDay(zone).toInstant());
        var teams = new TreeMap<String, List<String>>();
        for (var shift : shifts) {
            teams.put(shift.operatorId(), pooling == Pooling.NETWORK ? List.of(DayLoad.NETWORK) : List.of());
        }
        if (pooling == Pooling.GROUP) {
            skills(run.read(Tables.OPERATOR).collectAsList(), teams);
        }
        return new PlannedAgents(zone, shifts, teams);
    }

    static void skills(List<Operator> operators, Map<String, List<String>> teams) {
        for (var operator : operators) {
            if (operator.skills() != null) {
                teams.put(operator.operatorId(), operator.groupsAnswered());
            }
        }
    }
}
