package fr.vigie.jobs.report;

import fr.vigie.input.Commune;
import fr.vigie.jobs.Settings;
import fr.vigie.jobs.StageRun;
import fr.vigie.jobs.lake.Table;
import fr.vigie.jobs.lake.Tables;
import fr.vigie.jobs.lake.TerritoryRow;
import fr.vigie.report.AuthoritiesPage;
import fr.vigie.report.AuthoritiesView;
import fr.vigie.report.AuthoritiesView.Parameter;
import fr.vigie.report.Edition;
import fr.vigie.report.Site;
import fr.vigie.territory.Figure;
import fr.vigie.territory.Indicator;
import fr.vigie.territory.Mesh;
import fr.vigie.territory.Territory;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The page of the health authorities. It reads the figures that disclosure control let through and where communes lie,
 * and no other table.
 */
public final class AuthoritiesReport extends Report {
    private static final String BETWEEN = "/";

    @Override
    String audience() {
        return "authorities";
    }

    @Override
    public List<Table<?>> reads() {
        return List.of(Tables.TERRITORY, Tables.COMMUNE);
    }

    @Override
    public void run(StageRun run) {
        var lake = new LakeReader(run, this);
        var folder = new ReportFolder(run.reports(), audience());
        var rows = latest(run, lake);
        var figures = rows.stream().map(AuthoritiesReport::figure).toList();
        var sites = lake.read(Tables.COMMUNE).collectAsList().stream()
                .flatMap(commune -> site(commune).stream())
                .sorted(Comparator.comparing(Site::commune))
                .toList();
        var parameters = Settings.of(lake.configurationOf(Tables.TERRITORY), "territory").all().entrySet().stream()
                .map(setting -> new Parameter(setting.getKey(), setting.getValue()))
                .toList();
        folder.csv("territory.csv", rows, TerritoryRow.class);
        folder.pages((locale, translation) -> AuthoritiesPage.render(
                new AuthoritiesView(edition(run, lake, rows, translation), figures, sites, parameters), locale));
        run.metric("figures", figures.size());
    }

    private static Edition edition(StageRun run, LakeReader lake, List<TerritoryRow> rows, String translation) {
        var days = rows.stream()
                .map(TerritoryRow::period)
                .filter(period -> period.contains(BETWEEN))
                .flatMap(AuthoritiesReport::ends)
                .sorted()
                .toList();
        var last = run.asOf().minusDays(1);
        return new Edition(
                run.asOf(),
                days.isEmpty() ? last : days.get(0),
                days.isEmpty() ? last : days.get(days.size() - 1),
                lake.provenance(),
                Optional.of(translation),
                List.of("territory.csv"));
    }

    /** First and last day of a half-open period. */
    private static Stream<LocalDate> ends(String period) {
        var at = period.indexOf(BETWEEN);
        return Stream.of(
                LocalDate.parse(period.substring(0, at)),
                LocalDate.parse(period.substring(at + 1)).minusDays(1));
    }

    private static List<TerritoryRow> latest(StageRun run, LakeReader lake) {
        return lake.latest(Tables.TERRITORY, run.asOf()).stream()
                .sorted(Comparator.comparing(TerritoryRow::mesh)
                        .thenComparing(TerritoryRow::id)
                        .thenComparing(TerritoryRow::indicator)
                        .thenComparing(TerritoryRow::period))
                .toList();
    }

    private static Figure figure(TerritoryRow row) {
        return new Figure(
                new Territory(Mesh.valueOf(row.mesh().toUpperCase(Locale.ROOT)), row.id()),
                row.name(),
                row.period(),
                Indicator.valueOf(row.indicator().toUpperCase(Locale.ROOT)),
                row.value(),
                row.low(),
                row.high(),
                row.units(),
                row.persons(),
                row.masked(),
                row.note());
    }

    private static Optional<Site> site(Commune commune) {
        if (commune.lat() == null || commune.lon() == null) {
            return Optional.empty();
        }
        return Optional.of(new Site(
                new Territory(Mesh.COMMUNE, commune.insee()),
                commune.name(),
                Arrays.stream(Mesh.values())
                        .filter(mesh -> mesh != Mesh.COMMUNE)
                        .flatMap(mesh -> mesh.of(commune).map(id -> new Territory(mesh, id)).stream())
                        .toList(),
                commune.lat(),
                commune.lon(),
                commune.population()));
    }
}
