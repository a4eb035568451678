package fr.vigie.jobs.report;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import fr.vigie.calendar.OpeningHours;
import fr.vigie.forecast.DayEffect;
import fr.vigie.forecast.Footing;
import fr.vigie.forecast.Influence;
import fr.vigie.input.Operator;
import fr.vigie.jobs.Settings;
import fr.vigie.jobs.StageRun;
import fr.vigie.jobs.config.ServiceConfig;
import fr.vigie.jobs.lake.EffectRow;
import fr.vigie.jobs.lake.ForecastInUse;
import fr.vigie.jobs.lake.ForecastRow;
import fr.vigie.jobs.lake.ForecastTotalRow;
import fr.vigie.jobs.lake.LoadIntervals;
import fr.vigie.jobs.lake.LoadRow;
import fr.vigie.jobs.lake.RosterRow;
import fr.vigie.jobs.lake.ScenarioRow;
import fr.vigie.jobs.lake.Table;
import fr.vigie.jobs.lake.Tables;
import fr.vigie.report.CallerFigure;
import fr.vigie.report.Demand;
import fr.vigie.report.Edition;
import fr.vigie.report.ExpectedLoad;
import fr.vigie.report.ManagersPage;
import fr.vigie.report.ManagersView;
import fr.vigie.report.Need;
import fr.vigie.report.PastLoad;
import fr.vigie.report.PlaceEffect;
import fr.vigie.report.Places;
import fr.vigie.report.PracticeFooting;
import fr.vigie.report.PracticePromise;
import fr.vigie.report.ScenarioOutcome;
import fr.vigie.report.Score;
import fr.vigie.report.ServiceTarget;
import fr.vigie.report.ShiftPiece;
import fr.vigie.report.SideWorkInterval;
import fr.vigie.report.TeamAdherence;
import fr.vigie.report.TerritoryLoad;
import fr.vigie.staffing.ServiceLevelDefinition;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Encoders;
import org.jspecify.annotations.Nullable;

/** The managers' page: next week's load, need and roster, and how the last weeks went. */
public final class ManagersReport extends Report {
    private static final String NETWORK = "network";
    private static final String PRACTICE = "practice";
    private static final int HALF_HOUR = 30;
    private static final int FORTNIGHT = 14;

    @Override
    String audience() {
        return "managers";
    }

    @Override
    public List<Table<?>> reads() {
        return List.of(
                Tables.LOAD,
                Tables.FORECAST,
                Tables.FORECAST_TOTAL,
                Tables.BACKTEST,
                Tables.EFFECT,
                Tables.PRACTICE,
                Tables.COMMUNE,
                Tables.STAFFING,
                Tables.ROSTER,
                Tables.SCENARIO,
                Tables.ROSTER_PUBLISHED,
                Tables.SHIFT,
                Tables.PRESENCE,
                Tables.OPERATOR,
                Tables.SHORTFALL,
                Tables.CARE,
                Tables.CAPACITY,
                Tables.PROMISE,
                Tables.CALLERS,
                Tables.BACKLOG);
    }

    @Override
    public void run(StageRun run) {
        var lake = new LakeReader(run, this);
        var folder = new ReportFolder(run.reports(), audience());
        var view = view(run, lake);
        folder.csv("expected.csv", view.expected(), ExpectedLoad.class);
        folder.csv("effects.csv", view.effects(), DayEffect.class);
        folder.csv("footings.csv", view.footings(), PracticeFooting.class);
        folder.csv("place-effects.csv", view.places().effects(), PlaceEffect.class);
        folder.csv("territories.csv", view.places().territories(), TerritoryLoad.class);
        folder.csv("past.csv", view.past(), PastLoad.class);
        folder.csv("need.csv", view.needs(), Need.class);
        folder.csv("accuracy.csv", view.scores(), Score.class);
        folder.csv("roster.csv", view.roster(), ShiftPiece.class);
        folder.csv("scenarios.csv", view.scenarios(), ScenarioOutcome.class);
        folder.csv("adherence.csv", view.adherence(), TeamAdherence.class);
        folder.csv("promises.csv", view.grounds().promises(), PracticePromise.class);
        folder.csv("callers.csv", view.grounds().callers(), CallerFigure.class);
        folder.csv("work.csv", view.grounds().work(), SideWorkInterval.class);
        folder.pages((locale, translation) -> ManagersPage.render(view.translatedIn(translation), locale));
        run.metric("half-hours", view.expected().size());
    }

    private ManagersView view(StageRun run, LakeReader lake) {
        var service = run.service();
        var asOf = run.asOf();
        var week = asOf.with(TemporalAdjusters.nextOrSame(service.weekStart()));
        var from = asOf.with(TemporalAdjusters.previousOrSame(service.weekStart()))
                .minusWeeks(run.config(ReportConfig.class).weeks());
        var halfHours = new HalfHours(service.zone());
        var past = past(lake, service, halfHours, from, asOf);
        var forecasting = Settings.of(lake.configurationOf(Tables.FORECAST), "forecast");
        var model = forecasting.first("models");
        var forecast = forecast(lake, model, asOf, week);
        var expected = halfHours.expected(forecast);
        var explanations = explanations(lake, forecast, week);
        var totals = totals(lake, model, asOf, week);
        return new ManagersView(
                new Edition(
                        asOf,
                        past.isEmpty() ? from : past.get(0).day(),
                        asOf.minusDays(1),
                        lake.provenance(),
                        Optional.empty(),
                        List.of(
                                "expected.csv",
                                "effects.csv",
                                "footings.csv",
                                "place-effects.csv",
                                "territories.csv",
                                "past.csv",
                                "need.csv",
                                "accuracy.csv",
                                "roster.csv",
                                "scenarios.csv",
                                "adherence.csv",
                                "promises.csv",
                                "callers.csv",
                                "work.csv")),
                service.name(),
                target(service),
                week,
                forecasting.text("demand").filter("offered"::equals).isPresent()
                        ? Demand.OFFERED
                        : Demand.FIRST_ATTEMPTS,
                expected,
                ExpectedTotals.of(ofNetwork(totals), expected),
                effects(explanations),
                footings(lake, explanations),
                new Places(placeEffects(lake, forecast, asOf), territories(lake, totals)),
                past,
                needs(lake, halfHours, asOf, week),
                scores(lake, asOf),
                model,
                roster(lake, halfHours, service, week),
                PeopleReader.of(lake, asOf),
                scenarios(lake, asOf, week),
                adherence(lake, service, from, asOf),
                new GroundsReader(lake, asOf, halfHours).grounds());
    }

    private static ServiceTarget target(ServiceConfig service) {
        var promise = service.serviceLevelTarget();
        return new ServiceTarget(
                ServiceLevelDefinition.OFFERED,
                promise.share(),
                promise.seconds(),
                service.longWait().toMillis() / 1000.0);
    }

    private static List<PastLoad> past(
            LakeReader lake, ServiceConfig service, HalfHours halfHours, LocalDate from, LocalDate until) {
        var quarters = lake.read(Tables.LOAD)
                .where(col("level")
                        .equalTo(NETWORK)
                        .and(col("localDate").geq(lit(from)))
                        .and(col("localDate").lt(lit(until))));
        var hours = service.openingHours(from, until);
        return LoadIntervals.of(quarters, HALF_HOUR, service.zone()).collectAsList().stream()
                .filter(row -> row.offered() > 0 || isOpen(hours, row, halfHours))
                .map(row -> halfHours.past(row, ServiceLevelDefinition.OFFERED))
                .sorted(Comparator.comparing(PastLoad::day).thenComparingInt(PastLoad::minute))
                .toList();
    }

    private static boolean isOpen(OpeningHours hours, LoadRow row, HalfHours halfHours) {
        var minute = halfHours.minute(row.startsAt());
        return hours.isOpen(row.localDate(), minute) || hours.isOpen(row.localDate(), minute + HALF_HOUR / 2);
    }

    /** The latest forecast of the week, by the model that later stages take. */
    private static List<ForecastRow> forecast(LakeReader lake, Optional<String> model, LocalDate asOf, LocalDate week) {
        var ofWeek = lake.read(Tables.FORECAST)
                .where(col("level").equalTo(NETWORK))
                .where(col("localDate").geq(lit(week)).and(col("localDate").lt(lit(week.plusDays(7)))));
        return LakeReader.latest(
                model.map(name -> ForecastInUse.of(ofWeek, name)).orElse(ofWeek), asOf);
    }

    /** The latest forecast of the week's days and of the week itself, of the network and, the week, of practices, by that model. */
    private static List<ForecastTotalRow> totals(
            LakeReader lake, Optional<String> model, LocalDate asOf, LocalDate week) {
        var ofPractices = col("level").equalTo(PRACTICE).and(col("days").equalTo(7));
        var ofWeek = lake.read(Tables.FORECAST_TOTAL)
                .where(col("level").equalTo(NETWORK).or(ofPractices))
                .where(col("localDate").geq(lit(week)).and(col("localDate").lt(lit(week.plusDays(7)))));
        return LakeReader.latest(
                model.map(name -> ForecastInUse.totals(ofWeek, name)).orElse(ofWeek), asOf);
    }

    private static List<ForecastTotalRow> ofNetwork(List<ForecastTotalRow> totals) {
        return totals.stream().filter(row -> row.level().equals(NETWORK)).toList();
    }

    /** The week's calls by the intercommunal body of the practice's commune; nothing where no whole week is forecast. */
    private static List<TerritoryLoad> territories(LakeReader lake, List<ForecastTotalRow> totals) {
        var network = ofNetwork(totals).stream().filter(row -> row.days() == 7).findFirst();
        if (network.isEmpty()) {
            return List.of();
        }
        var bodies = new TreeMap<String, String>();
        lake.read(Tables.COMMUNE).collectAsList().forEach(commune -> {
            var name = commune.epciName() == null ? commune.epci() : commune.epciName();
            if (name != null) {
                bodies.put(commune.insee(), name);
            }
        });
        var territories = new TreeMap<String, String>();
        lake.read(Tables.PRACTICE)
                .collectAsList()
                .forEach(practice -> territories.put(practice.practiceId(), bodies.getOrDefault(practice.insee(), "")));
        return TerritoryLoads.of(
                totals.stream().filter(row -> row.level().equals(PRACTICE)).toList(), network.get(), territories);
    }

    private static List<Need> needs(LakeReader lake, HalfHours halfHours, LocalDate asOf, LocalDate week) {
        return halfHours.needs(LakeReader.latest(
                lake.read(Tables.STAFFING)
                        .where(col("localDate")
                                .geq(lit(week))
                                .and(col("localDate").lt(lit(week.plusDays(7))))),
                asOf));
    }

    /**
     * What the forecast shown says of the network's days of the week, and of practices without calls of their own; nothing where none is
     * shown.
     */
    private static List<EffectRow> explanations(LakeReader lake, List<ForecastRow> shown, LocalDate week) {
        if (shown.isEmpty()) {
            return List.of();
        }
        var ofWeek = col("level")
                .equalTo(NETWORK)
                .and(col("localDate").geq(lit(week)))
                .and(col("localDate").lt(lit(week.plusDays(7))));
        var footings = Arrays.stream(Footing.values()).map(Footing::label).toArray();
        return lake.read(Tables.EFFECT)
                .where(col("asOf").equalTo(lit(shown.get(0).asOf())))
                .where(ofWeek.or(col("effect").isin(footings)))
                .collectAsList();
    }

    /** Why days are not like their weekday. */
    private static List<DayEffect> effects(List<EffectRow> explanations) {
        return explanations.stream()
                .filter(row -> row.level().equals(NETWORK))
                .map(row -> new DayEffect(row.localDate(), Influence.labelled(row.effect()), row.ratio()))
                .sorted(Comparator.comparing(DayEffect::day).thenComparing(DayEffect::influence))
                .toList();
    }

    /** What the forecast shown says of groups and practices in the fortnight ahead of the page; nothing where none is shown. */
    private static List<PlaceEffect> placeEffects(LakeReader lake, List<ForecastRow> shown, LocalDate today) {
        if (shown.isEmpty()) {
            return List.of();
        }
        var names = lake.practiceNames();
        var asOf = shown.get(0).asOf();
        var footings = Arrays.stream(Footing.values()).map(Footing::label).toArray();
        return lake
                .read(Tables.EFFECT)
                .where(col("asOf").equalTo(lit(asOf)).and(col("level").notEqual(NETWORK)))
                .where(col("localDate").geq(lit(today)).and(col("localDate").lt(lit(today.plusDays(FORTNIGHT)))))
                .where(not(col("effect").isin(footings)))
                .collectAsList()
                .stream()
                .map(row -> new PlaceEffect(
                        row.level(),
                        row.id(),
                        names.getOrDefault(row.id(), row.id()),
                        row.localDate(),
                        Influence.labelled(row.effect()),
                        row.ratio()))
                .sorted(Comparator.comparing(PlaceEffect::level)
                        .thenComparing(PlaceEffect::place)
                        .thenComparing(PlaceEffect::day)
                        .thenComparing(PlaceEffect::influence))
                .toList();
    }

    private static List<PracticeFooting> footings(LakeReader lake, List<EffectRow> explanations) {
        var practices = explanations.stream()
                .filter(row -> !row.level().equals(NETWORK))
                .toList();
        if (practices.isEmpty()) {
            return List.of();
        }
        var names = lake.practiceNames();
        return practices.stream()
                .map(row -> new PracticeFooting(
                        row.id(), names.getOrDefault(row.id(), row.id()), Footing.labelled(row.effect())))
                .sorted(Comparator.comparing(PracticeFooting::footing).thenComparing(PracticeFooting::name))
                .toList();
    }

    /** The scores of the network, of groups, and of all practices together. */
    private static List<Score> scores(LakeReader lake, LocalDate asOf) {
        var shown = lake.read(Tables.BACKTEST)
                .where(col("level").notEqual(PRACTICE).or(col("id").equalTo("all")));
        return LakeReader.latest(shown, asOf).stream()
                .map(row -> new Score(
                        row.model(),
                        row.level(),
                        row.id(),
                        row.horizon(),
                        optional(row.wape()),
                        optional(row.mase()),
                        optional(row.smape()),
                        optional(row.pinball()),
                        optional(row.coverage50()),
                        optional(row.coverage80()),
                        optional(row.coverage95())))
                .sorted(Comparator.comparing(Score::level)
                        .thenComparing(Score::id)
                        .thenComparing(Score::horizon)
                        .thenComparing(Score::model))
                .toList();
    }

    private static List<ShiftPiece> roster(
            LakeReader lake, HalfHours halfHours, ServiceConfig service, LocalDate week) {
        var names = lake.read(Tables.OPERATOR).collectAsList().stream()
                .filter(operator -> operator.name() != null)
                .collect(Collectors.toMap(
                        Operator::operatorId,
                        operator -> Objects.requireNonNull(operator.name()),
                        (a, b) -> b,
                        TreeMap::new));
        return lake.read(Tables.ROSTER).where(col("week").equalTo(lit(week))).collectAsList().stream()
                .map(row -> piece(row, names.getOrDefault(row.operatorId(), row.operatorId()), halfHours, service))
                .sorted(Comparator.comparing(ShiftPiece::operator)
                        .thenComparing(ShiftPiece::day)
                        .thenComparingInt(ShiftPiece::from))
                .toList();
    }

    /** The past weeks' days and teams, those of too few people left out. */
    private static List<TeamAdherence> adherence(
            LakeReader lake, ServiceConfig service, LocalDate from, LocalDate until) {
        var inPeriod = col("startsAt")
                .geq(lit(from.atStartOfDay(service.zone()).toInstant()))
                .and(col("startsAt").lt(lit(until.atStartOfDay(service.zone()).toInstant())));
        return new TeamDays(service.zone(), from, until)
                .of(
                        lake.read(Tables.ROSTER_PUBLISHED)
                                .where(col("week").geq(lit(from.minusWeeks(1))))
                                .collectAsList(),
                        lake.read(Tables.SHIFT).where(inPeriod).collectAsList(),
                        lake.read(Tables.PRESENCE).where(inPeriod).collectAsList(),
                        lake.read(Tables.OPERATOR).collectAsList(),
                        lake.read(Tables.STAFFING)
                                .select("group")
                                .distinct()
                                .as(Encoders.STRING())
                                .collectAsList());
    }

    private static ShiftPiece piece(RosterRow row, String operator, HalfHours halfHours, ServiceConfig service) {
        var from = halfHours.minute(row.startsAt());
        var minutes = (int) Duration.between(row.startsAt(), row.endsAt()).toMinutes();
        return new ShiftPiece(
                operator, row.startsAt().atZone(service.zone()).toLocalDate(), from, from + minutes, row.activity());
    }

    /** The latest scenarios of the week, the week as it is first. */
    private static List<ScenarioOutcome> scenarios(LakeReader lake, LocalDate asOf, LocalDate week) {
        var ofWeek = lake.read(Tables.SCENARIO)
                .where(col("firstDay").geq(lit(week)).and(col("firstDay").lt(lit(week.plusDays(7)))));
        return LakeReader.latest(ofWeek, asOf).stream()
                .sorted(Comparator.comparing(
                                (ScenarioRow row) -> !row.scenario().equals(ScenarioRow.BASE))
                        .thenComparing(ScenarioRow::scenario))
                .map(ManagersReport::scenario)
                .toList();
    }

    private static ScenarioOutcome scenario(ScenarioRow row) {
        return new ScenarioOutcome(
                row.scenario(),
                row.changes(),
                optional(row.calls()),
                optional(row.handlingHours()),
                row.peakAgents() == null ? OptionalInt.empty() : OptionalInt.of(row.peakAgents()),
                optional(row.neededHours()),
                optional(row.meanWaitSeconds()),
                optional(row.serviceLevel()),
                optional(row.abandonment()),
                optional(row.occupancy()),
                optional(row.euros()),
                optional(row.revenueEuros()),
                row.note() == null ? "" : row.note());
    }

    private static OptionalDouble optional(@Nullable Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
