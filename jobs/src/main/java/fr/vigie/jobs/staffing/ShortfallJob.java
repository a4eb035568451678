package fr.vigie.jobs.staffing;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;

import fr.vigie.jobs.Stage;
import fr.vigie.jobs.StageRun;
import fr.vigie.jobs.lake.ForecastInUse;
import fr.vigie.jobs.lake.ForecastRow;
import fr.vigie.jobs.lake.ShortfallRow;
import fr.vigie.jobs.lake.Table;
import fr.vigie.jobs.lake.Tables;
import fr.vigie.load.DayLoad;
import fr.vigie.shortfall.ServiceModel;
import fr.vigie.staffing.ServiceLevel;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Why the last day with calls before a run's date was not answered as promised. It shares the block of the need. */
public final class ShortfallJob implements Stage {
    private static final int DAYS_BACK = 7;

    @Override
    public String noun() {
        return "shortfall";
    }

    @Override
    public String block() {
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
                Tables.CALL,
                Tables.LOAD,
                Tables.SHIFT,
                Tables.ROSTER_PUBLISHED,
                Tables.PRESENCE,
                Tables.OPERATOR);
    }

    @Override
    public List<Table<?>> writes() {
        return List.of(Tables.SHORTFALL);
    }

    @Override
    public void run(StageRun run) {
        var config = run.config(StaffingConfig.class);
        var service = run.service();
        var promised = service.serviceLevelTarget();
        var level = config.pooling().name().toLowerCase(Locale.ROOT);
        var day = lastDayWithCalls(run);
        var forecast = forecast(run, config, day, level);
        var load = run.read(Tables.LOAD)
                .where(col("level").equalTo(lit(level)).and(col("localDate").equalTo(lit(day))))
                .collectAsList();
        var callers = Callers.of(run, config);
        var model = new ServiceModel(
                ServiceLevel.offered(promised.seconds()), callers.patienceSeconds(), callers.redialProbability());
        var rows = new Shortfalls(run.asOf(), service.zone(), promised.share(), model)
                .of(
                        forecast,
                        load,
                        phoneTime(run, forecast.stream().map(ForecastRow::id).toList(), day));
        run.replaceAsOf(Tables.SHORTFALL, run.spark().createDataset(rows, Tables.SHORTFALL.encoder()));
        run.metric("intervals-forecast", forecast.size());
        rows.stream()
                .filter(row -> row.group().equals(DayLoad.NETWORK) && row.part().equals(Shortfalls.DAY))
                .forEach(row -> metrics(run, row));
    }

    private static void metrics(StageRun run, ShortfallRow row) {
        run.metric("promised", row.promised());
        run.metric("seen", row.seen());
    }

    /** Lines are closed on some days: yesterday of a Monday is Saturday. */
    private static LocalDate lastDayWithCalls(StageRun run) {
        var last = run.read(Tables.LOAD)
                .where(col("level")
                        .equalTo(lit(DayLoad.NETWORK))
                        .and(col("offered").gt(lit(0))))
                .where(col("localDate")
                        .lt(lit(run.asOf()))
                        .and(col("localDate").geq(lit(run.asOf().minusDays(DAYS_BACK)))))
                .agg(max(col("localDate")))
                .collectAsList()
                .get(0);
        return last.isNullAt(0) ? run.asOf().minusDays(1) : last.getAs(0);
    }

    /** The last forecast of the day that was made before it. */
    private static List<ForecastRow> forecast(StageRun run, StaffingConfig config, LocalDate day, String level) {
        var known = run.read(Tables.FORECAST)
                .where(col("level").equalTo(lit(level)))
                .where(col("localDate").equalTo(lit(day)).and(col("asOf").leq(lit(day))));
        var rows = ForecastInUse.of(known, config.forecastModel()).collectAsList();
        var latest = rows.stream().map(ForecastRow::asOf).max(Comparator.naturalOrder());
        return rows.stream()
                .filter(row -> latest.filter(row.asOf()::equals).isPresent())
                .toList();
    }

    private static PhoneTime phoneTime(StageRun run, List<String> teams, LocalDate day) {
        var zone = run.service().zone();
        var from = day.atStartOfDay(zone).toInstant();
        var until = day.plusDays(1).atStartOfDay(zone).toInstant();
        var shifts = run.shiftsAsBegan(day);
        var presence = run.read(Tables.PRESENCE)
                .where(col("endsAt").gt(lit(from)).and(col("startsAt").lt(lit(until))))
                .collectAsList();
        return new PhoneTime(shifts, presence, run.teamsAsBegan(teams, day));
    }
}
