package fr.vigie.jobs.staffing;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;

import fr.vigie.capacity.CapacityMonth;
import fr.vigie.capacity.CapacitySimulation;
import fr.vigie.capacity.ClientChange;
import fr.vigie.capacity.Demand;
import fr.vigie.capacity.Member;
import fr.vigie.capacity.NeedCurve;
import fr.vigie.capacity.ReliefMonth;
import fr.vigie.capacity.Supply;
import fr.vigie.jobs.Stage;
import fr.vigie.jobs.StageRun;
import fr.vigie.jobs.error.UserError;
import fr.vigie.jobs.lake.CapacityRow;
import fr.vigie.jobs.lake.ForecastInUse;
import fr.vigie.jobs.lake.ForecastRow;
import fr.vigie.jobs.lake.PracticeRow;
import fr.vigie.jobs.lake.Table;
import fr.vigie.jobs.lake.Tables;
import fr.vigie.load.DayLoad;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;

/**
 * The forecast and the operators to whom to hire when. It keeps the promises that the need keeps, and is out of date when the
 * need is made anew.
 */
public final class CapacityJob implements Stage {
    private static final int WEEKS_OF_CLIENTS = 8;
    private static final double WEEKS_OF_A_MONTH = 365.2425 / 12 / 7;

    @Override
    public String noun() {
        return "capacity";
    }

    @Override
    public Class<? extends Record> configuration() {
        return CapacityConfig.class;
    }

    @Override
    public List<Table<?>> reads() {
        return List.of(
                Tables.STAFFING,
                Tables.FORECAST,
                Tables.CALL,
                Tables.LOAD,
                Tables.OPERATOR,
                Tables.PRACTICE,
                Tables.CONTRACT);
    }

    @Override
    public List<Table<?>> writes() {
        return List.of(Tables.CAPACITY);
    }

    @Override
    public void run(StageRun run) {
        if (run.read(Tables.STAFFING).where(asOf(run)).isEmpty()) {
            throw UserError.failed(
                    "There is no staffing of %s to plan capacity from.\nMaybe run 'vigie staffing' first, or name its date with --as-of."
                            .formatted(run.asOf()));
        }
        var config = run.config(CapacityConfig.class);
        var forecast = forecast(run, run.config(StaffingConfig.class));
        var members = headcount(run, config).members(firstMonth(run.asOf()).atDay(1));
        run.metric("operators", members.size());
        if (members.isEmpty() || forecast.stream().noneMatch(row -> row.mean() > 0)) {
            // Nobody is known to answer, or nobody calls: there is nothing to plan.
            replace(run, List.of());
            return;
        }
        var simulation = simulation(run, config, forecast, members);
        var plan = simulation.plan();
        replace(
                run,
                rows(
                        run.asOf(),
                        plan.months(),
                        simulation.instead(config.overflow().relief("overflow")),
                        simulation.instead(config.deflection().relief("deflection"))));
        run.metric("hires", plan.hires());
        run.metric(
                "months-over-risk",
                plan.months().stream()
                        .filter(month -> month.risk() > config.mostRisk())
                        .count());
    }

    private static void replace(StageRun run, List<CapacityRow> rows) {
        run.replaceAsOf(Tables.CAPACITY, run.spark().createDataset(rows, Tables.CAPACITY.encoder()));
    }

    private static Headcount headcount(StageRun run, CapacityConfig config) {
        return new Headcount(run.read(Tables.OPERATOR).collectAsList(), config.newcomerHours());
    }

    private static CapacitySimulation simulation(
            StageRun run, CapacityConfig config, List<ForecastRow> forecast, List<Member> members) {
        var staffing = run.config(StaffingConfig.class);
        var rules = Callers.of(run, staffing).rules(staffing, run.service());
        double redial = rules.redial();
        var attrition = headcount(run, config).attrition(config.prior(), watchedFrom(run), run.asOf());
        run.metric("attrition-first-year", 1 - attrition.mean().survival(12));
        var first = firstMonth(run.asOf());
        var hours = run.service()
                .openingHours(first.atDay(1), first.plusMonths(config.months()).atDay(1));
        var leaving = leaving(run);
        var byDay = ofThoseWhoStay(run, forecast, leaving);
        var monthly = new MonthlyCalls(byDay, yearBefore(run, redial > 0));
        var changes = new ArrayList<ClientChange>();
        // Whose day has come is in the forecast, as everybody who calls.
        config.clients().stream()
                .filter(client -> !client.from().isBefore(run.asOf()))
                .forEach(client -> changes.add(client.change()));
        changes.addAll(changes(run, leaving, byDay.lastKey(), redial > 0));
        try {
            var need = NeedCurve.of(
                            typicalWeek(forecast, run, rules, Contracts.of(run, staffing.pooling())),
                            rules.patienceSeconds(),
                            redial)
                    .longer(monthly.wholeWeek(first, config.months(), hours));
            run.metric("intervals-over-max-agents", need.intervalsOverMost());
            return new CapacitySimulation(
                    new Demand(
                            first,
                            monthly.of(first, config.months(), hours),
                            config.growthPerYear(),
                            config.growthDeviation(),
                            config.monthVariation(),
                            changes),
                    need,
                    new Supply(
                            members,
                            attrition,
                            config.hiring(),
                            rules.shrinkage().share(),
                            config.rosterFit()),
                    config.rules(staffing.hourlyCost()));
        } catch (IllegalArgumentException e) {
            throw UserError.failed(String.valueOf(e.getMessage()));
        }
    }

    /** The first month that begins on or after a day. */
    private static YearMonth firstMonth(LocalDate day) {
        return YearMonth.from(day.getDayOfMonth() == 1 ? day : day.plusMonths(1));
    }

    private static Column asOf(StageRun run) {
        return col("asOf").equalTo(lit(run.asOf()));
    }

    private static List<ForecastRow> forecast(StageRun run, StaffingConfig staffing) {
        return forecastOf(run, staffing, staffing.pooling().name().toLowerCase(Locale.ROOT)).collectAsList().stream()
                .sorted(Comparator.comparing(ForecastRow::id).thenComparing(ForecastRow::startsAt))
                .toList();
    }

    private static Dataset<ForecastRow> forecastOf(StageRun run, StaffingConfig staffing, String level) {
        return ForecastInUse.of(
                run.read(Tables.FORECAST).where(asOf(run).and(col("level").equalTo(lit(level)))),
                staffing.forecastModel());
    }

    /** A half-hour of the week of a team. */
    private record Slot(String team, int weekday, int minute, int minutes) implements Comparable<Slot> {
        @Override
        public int compareTo(Slot other) {
            return Comparator.comparing(Slot::team)
                    .thenComparingInt(Slot::weekday)
                    .thenComparingInt(Slot::minute)
                    .thenComparingInt(Slot::minutes)
                    .compare(this, other);
        }
    }

    /** The mean interval of each weekday and time of each team. */
    private static List<NeedCurve.Interval> typicalWeek(
            List<ForecastRow> forecast, StageRun run, StaffingRules rules, Contracts contracts) {
        var zone = run.service().zone();
        return forecast.stream()
                .collect(Collectors.groupingBy(
                        row -> new Slot(
                                row.id(),
                                row.localDate().getDayOfWeek().getValue(),
                                row.startsAt().atZone(zone).toLocalTime().toSecondOfDay() / 60,
                                row.intervalMinutes()),
                        TreeMap::new,
                        Collectors.toList()))
                .entrySet()
                .stream()
                .map(slot -> new NeedCurve.Interval(
                        slot.getKey().minutes(),
                        slot.getValue().stream()
                                .mapToDouble(row -> Math.max(0, row.mean()))
                                .average()
                                .orElse(0),
                        slot.getValue().stream()
                                .mapToDouble(ForecastRow::ahtSeconds)
                                .average()
                                .orElseThrow(),
                        contracts
                                .keptBeside(rules, slot.getKey().team(), lastDay(slot.getValue()))
                                .sizing()))
                .toList();
    }

    /** Whose contracts stand for what comes after: those valid at the end of the forecast. */
    private static LocalDate lastDay(List<ForecastRow> slot) {
        return slot.stream()
                .map(ForecastRow::localDate)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Calls by day of the year before the run's date. */
    private static Map<LocalDate, Double> yearBefore(StageRun run, boolean redialsApart) {
        var days = new TreeMap<LocalDate, Double>();
        run.read(Tables.LOAD)
                .where(network().and(since(run, run.asOf().minusYears(1))))
                .groupBy("localDate")
                .agg(sum(col(redialsApart ? "firstAttempts" : "offered")))
                .collectAsList()
                .forEach(row -> days.put(row.getAs(0), (double) row.getLong(1)));
        return days;
    }

    /** Practices whose last day as a client is known, by id. */
    private static Map<String, PracticeRow> leaving(StageRun run) {
        return run.read(Tables.PRACTICE).where(col("clientUntil").geq(lit(run.asOf()))).collectAsList().stream()
                .collect(Collectors.toMap(PracticeRow::practiceId, practice -> practice, (a, b) -> b, TreeMap::new));
    }

    /** The forecast calls of each day, without the last ones of practices that leave before the forecast ends. */
    private static TreeMap<LocalDate, Double> ofThoseWhoStay(
            StageRun run, List<ForecastRow> forecast, Map<String, PracticeRow> leaving) {
        var byDay = forecast.stream()
                .collect(Collectors.groupingBy(
                        ForecastRow::localDate, TreeMap::new, Collectors.summingDouble(ForecastRow::mean)));
        var last = byDay.lastKey();
        var soon = leaving.values().stream()
                .filter(practice -> !staysUntil(practice, last))
                .map(PracticeRow::practiceId)
                .toList();
        if (!soon.isEmpty()) {
            forecastOf(run, run.config(StaffingConfig.class), "practice")
                    .where(col("id").isin(soon.toArray()))
                    .collectAsList()
                    .forEach(row ->
                            byDay.computeIfPresent(row.localDate(), (day, calls) -> Math.max(0, calls - row.mean())));
        }
        return byDay;
    }

    private static boolean staysUntil(PracticeRow practice, LocalDate last) {
        return practice.clientUntil() == null || !practice.clientUntil().isBefore(last);
    }

    /** Of practices that leave after the forecast ends, the calls of the last weeks come no more. */
    private static List<ClientChange> changes(
            StageRun run, Map<String, PracticeRow> leaving, LocalDate last, boolean redialsApart) {
        if (leaving.isEmpty()) {
            return List.of();
        }
        var changes = new ArrayList<ClientChange>();
        run.read(Tables.LOAD)
                .where(col("level")
                        .equalTo(lit("practice"))
                        .and(since(run, run.asOf().minusWeeks(WEEKS_OF_CLIENTS))))
                .groupBy("id")
                .agg(sum(col(redialsApart ? "firstAttempts" : "offered")))
                .collectAsList()
                .forEach(row -> {
                    var practice = leaving.get(row.getString(0));
                    if (practice != null && practice.clientUntil() != null && staysUntil(practice, last)) {
                        changes.add(new ClientChange(
                                practice.name(),
                                practice.clientUntil().plusDays(1),
                                -row.getLong(1) * WEEKS_OF_A_MONTH / WEEKS_OF_CLIENTS));
                    }
                });
        changes.sort(Comparator.comparing(ClientChange::from).thenComparing(ClientChange::name));
        return changes;
    }

    /** The first day of the load: who left before may have been taken out of the operators' file. */
    private static LocalDate watchedFrom(StageRun run) {
        var first = run.read(Tables.LOAD)
                .where(network())
                .agg(min(col("localDate")))
                .collectAsList()
                .get(0);
        return first.isNullAt(0) ? run.asOf() : first.getAs(0);
    }

    private static Column network() {
        return col("level").equalTo(lit(DayLoad.NETWORK));
    }

    private static Column since(StageRun run, LocalDate from) {
        return col("localDate").geq(lit(from)).and(col("localDate").lt(lit(run.asOf())));
    }

    private static List<CapacityRow> rows(
            LocalDate asOf, List<CapacityMonth> plan, List<ReliefMonth> overflow, List<ReliefMonth> deflection) {
        return IntStream.range(0, plan.size())
                .mapToObj(i -> {
                    var month = plan.get(i);
                    return new CapacityRow(
                            asOf,
                            month.month().atDay(1),
                            month.calls(),
                            month.callsLow(),
                            month.callsHigh(),
                            month.hoursNeeded(),
                            month.hoursWithout(),
                            month.hours(),
                            month.hires(),
                            month.hireEuros(),
                            month.riskWithout(),
                            month.risk(),
                            overflow.get(i).share(),
                            overflow.get(i).euros(),
                            overflow.get(i).risk(),
                            deflection.get(i).share(),
                            deflection.get(i).euros(),
                            deflection.get(i).risk());
                })
                .toList();
    }
}
