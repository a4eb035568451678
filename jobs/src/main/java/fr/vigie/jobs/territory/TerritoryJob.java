package fr.vigie.jobs.territory;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.min;

import fr.vigie.input.Commune;
import fr.vigie.input.Supply;
import fr.vigie.jobs.Stage;
import fr.vigie.jobs.StageRun;
import fr.vigie.jobs.lake.Table;
import fr.vigie.jobs.lake.Tables;
import fr.vigie.jobs.lake.TerritoryRow;
import fr.vigie.jobs.spark.RecordEncoder;
import fr.vigie.privacy.Suppression;
import fr.vigie.territory.AccessFigures;
import fr.vigie.territory.Apl;
import fr.vigie.territory.DesertRisk;
import fr.vigie.territory.Figure;
import fr.vigie.territory.PanelFigures;
import fr.vigie.territory.Territory;
import fr.vigie.territory.TravelTimes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;

/**
 * Communes, all doctors and the calls of agreed practices to territorial figures.
 *
 * <p>Nothing leaves this stage that did not pass disclosure control; it reads neither the operators' observations nor
 * anybody's messages, words, or age.
 */
public final class TerritoryJob implements Stage {
    @Override
    public String noun() {
        return "territory";
    }

    @Override
    public Class<? extends Record> configuration() {
        return TerritoryConfig.class;
    }

    @Override
    public List<Table<?>> reads() {
        return List.of(
                Tables.COMMUNE,
                Tables.SUPPLY,
                Tables.TRAVEL,
                Tables.PRACTICE,
                Tables.PRACTITIONER,
                Tables.INSTRUCTION,
                Tables.CALL);
    }

    @Override
    public List<Table<?>> writes() {
        return List.of(Tables.TERRITORY);
    }

    @Override
    public void run(StageRun run) {
        var config = run.config(TerritoryConfig.class);
        var communes = run.read(Tables.COMMUNE).collectAsList().stream()
                .sorted(Comparator.comparing(Commune::insee))
                .toList();
        var supply = supply(run, config.specialty());
        var suppression = new Suppression(config.disclosure());
        var figures = new ArrayList<Figure>(AccessFigures.published(communes, config.thresholds()));
        var panel = panel(run, config, communes, supply, suppression);
        panel.ifPresent(of -> figures.addAll(of.figures()));
        if (!supply.isEmpty()) {
            figures.addAll(access(
                    run,
                    config,
                    communes,
                    supply,
                    panel.map(PanelFigures::strain).orElse(Map.of())));
        }
        var rows = figures.stream()
                .map(figure -> Territories.row(run.asOf(), figure))
                .toList();
        run.replaceAsOf(
                Tables.TERRITORY,
                run.spark().createDataset(rows, Tables.TERRITORY.encoder()).coalesce(1));
        run.metric("communes", communes.size());
        run.metric("masked", (double) rows.stream().filter(TerritoryRow::masked).count());
    }

    private static List<Figure> access(
            StageRun run,
            TerritoryConfig config,
            List<Commune> communes,
            List<Supply> supply,
            Map<Territory, Double> strain) {
        var travel = run.read(Tables.TRAVEL).collectAsList();
        var times = travel.isEmpty()
                ? TravelTimes.estimated(communes, config.greatCircle(), config.reachMinutes())
                : TravelTimes.given(communes, travel);
        var apl = new Apl(config.decay().within(config.reachMinutes()), config.consultationsPerFte());
        var risk = new DesertRisk(
                config.thresholds(),
                config.risk().scarcity(),
                config.risk().ageing(),
                config.risk().strain());
        return new AccessFigures(
                        config.thresholds(),
                        new Suppression(config.disclosure()),
                        String.valueOf(supply.get(0).year()),
                        times.source())
                .of(apl.of(communes, supply, times.trips()), supply, risk, strain);
    }

    /** The specialty's doctors of the last year that is known before the run's date. */
    private static List<Supply> supply(StageRun run, String specialty) {
        int thisYear = run.asOf().minusDays(1).getYear();
        var known = run.read(Tables.SUPPLY)
                .filter(col("specialty").equalTo(specialty).and(col("year").leq(thisYear)))
                .collectAsList();
        int last = known.stream().mapToInt(Supply::year).max().orElse(thisYear);
        return known.stream()
                .filter(row -> row.year() == last)
                .sorted(Comparator.comparing(Supply::insee))
                .toList();
    }

    private static Optional<PanelFigures> panel(
            StageRun run,
            TerritoryConfig config,
            List<Commune> communes,
            List<Supply> supply,
            Suppression suppression) {
        var calls = run.read(Tables.CALL);
        var first = calls.agg(min(col("localDate"))).collectAsList().get(0);
        if (first.isNullAt(0) || !first.<LocalDate>getAs(0).isBefore(run.asOf())) {
            return Optional.empty();
        }
        var period = Period.of(run.asOf(), config.panelMonths(), first.getAs(0));
        var panel = Panel.of(run.read(Tables.PRACTICE).collectAsList(), config.specialty(), period);
        var byInsee = new LinkedHashMap<String, Commune>();
        communes.forEach(commune -> byInsee.put(commune.insee(), commune));
        var anonymous = panel.anonymous(
                Territories.ofPractices(calls, panel.ids(), period).collectAsList(),
                doctors(run),
                restrictions(run),
                period.until().atStartOfDay(run.service().zone()).toInstant(),
                byInsee);
        run.metric("panel", anonymous.size());
        return Optional.of(
                new PanelFigures(anonymous, communes, supply, suppression, period.toString(), period.days()));
    }

    private static List<Doctor> doctors(StageRun run) {
        return select(run.read(Tables.PRACTITIONER), Doctor.class).stream()
                .sorted(Comparator.comparing(Doctor::practiceId).thenComparing(Doctor::practitionerId))
                .toList();
    }

    private static List<Restriction> restrictions(StageRun run) {
        return select(run.read(Tables.INSTRUCTION), Restriction.class);
    }

    /** The rows without the columns that this stage has no business with. */
    private static <R extends Record> List<R> select(Dataset<?> rows, Class<R> part) {
        var columns = Arrays.stream(part.getRecordComponents())
                .map(component -> col(component.getName()))
                .toArray(Column[]::new);
        return rows.select(columns).as(RecordEncoder.of(part)).collectAsList();
    }
}
