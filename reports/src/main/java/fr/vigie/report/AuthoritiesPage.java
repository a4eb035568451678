package fr.vigie.report;

import fr.vigie.territory.Indicator;
import fr.vigie.territory.Mesh;
import fr.vigie.territory.Note;
import fr.vigie.territory.Territory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** The page of the health authorities: territories, and nothing smaller than what disclosure control lets through. */
public final class AuthoritiesPage {
    private static final int DEPARTMENTS = 3;

    private AuthoritiesPage() {}

    /** A whole HTML document that loads nothing from anywhere. */
    public static String render(AuthoritiesView view, Locale locale) {
        var words = new Words(locale, "authorities");
        var figures = new Figures(view.figures());
        var names = new TerritoryNames(figures, view.sites(), words);
        var tables = new Territories(figures, names, words);
        return new Document(
                        words,
                        words.text("subtitle"),
                        identity(view, words),
                        view.edition(),
                        facts(figures, names, words),
                        List.of(
                                BreakingSection.of(view, figures, names, words),
                                MapSection.of(view, figures, words),
                                AccessSection.of(tables, figures, words),
                                PanelSection.of(tables, view, figures, words),
                                method(view, figures, words)),
                        definitions(words),
                        List.of(
                                words.text("unknown.need"),
                                words.text("unknown.clients"),
                                words.text("unknown.border"),
                                words.text("unknown.departures")))
                .html();
    }

    /** The panel's period, where there is a panel, and the day. */
    private static List<Fact> identity(AuthoritiesView view, Words words) {
        var panel = view.figures().stream().anyMatch(figure -> figure.indicator() == Indicator.PANEL_COVERAGE);
        var identity = view.edition().identity(words);
        return panel ? identity : identity.subList(1, 2);
    }

    private static List<Fact> facts(Figures figures, TerritoryNames names, Words words) {
        var facts = new ArrayList<Fact>();
        shortOfDoctors(figures, words).ifPresent(facts::add);
        figures.territories(Mesh.DEPARTMENT, List.of(Indicator.APL, Indicator.APL_PUBLISHED)).stream()
                .flatMap(department -> access(department, figures, names, words).stream())
                .limit(DEPARTMENTS)
                .forEach(facts::add);
        coverage(figures, words).ifPresent(facts::add);
        masked(figures, words).ifPresent(facts::add);
        return facts;
    }

    private static Optional<Fact> shortOfDoctors(Figures figures, Words words) {
        var epcis = figures.territories(Mesh.EPCI, List.of(Indicator.APL));
        return epcis.isEmpty()
                ? Optional.empty()
                : Optional.of(new Fact(
                        words.text("fact.short"),
                        words.text("out-of", BreakingSection.shortToday(figures), epcis.size()),
                        words.text(
                                "fact.short.remark",
                                epcis.stream()
                                        .flatMap(epci -> figures.value(epci, Indicator.APL_WITHOUT_OVER_65).stream())
                                        .filter(access -> access <= AccessClass.SHORT_OF_DOCTORS)
                                        .count())));
    }

    private static Optional<Fact> access(Territory department, Figures figures, TerritoryNames names, Words words) {
        var today = figures.of(department, Indicator.APL).or(() -> figures.of(department, Indicator.APL_PUBLISHED));
        return today.filter(figure -> figure.value() != null)
                .map(figure -> new Fact(
                        words.text("fact.access", names.of(department)),
                        Territories.text(figure.indicator(), Objects.requireNonNull(figure.value()), words),
                        words.text(
                                "fact.access.remark",
                                words.name("indicator", figure.indicator().key()),
                                words.period(figure.period()),
                                figures.value(department, Indicator.SHARE_LOW_APL)
                                        .or(() -> figures.value(department, Indicator.SHARE_LOW_APL_PUBLISHED))
                                        .map(words::percent)
                                        .orElse(words.text("masked")))));
    }

    /** Which share of the doctors the panel is, from the department where it is smallest to that where it is largest. */
    private static Optional<Fact> coverage(Figures figures, Words words) {
        var shares = figures.territories(Mesh.DEPARTMENT, List.of(Indicator.PANEL_COVERAGE)).stream()
                .flatMap(department -> figures.value(department, Indicator.PANEL_COVERAGE).stream())
                .mapToDouble(Double::doubleValue)
                .summaryStatistics();
        if (shares.getCount() == 0) {
            return Optional.empty();
        }
        var low = words.percent(shares.getMin(), 0);
        var high = words.percent(shares.getMax(), 0);
        return Optional.of(new Fact(
                words.text("fact.coverage"),
                low.equals(high) ? low : words.range(low, high),
                words.text("fact.coverage.remark", words.periods(figures.periods(Indicator.PANEL_COVERAGE)))));
    }

    private static Optional<Fact> masked(Figures figures, Words words) {
        var epcis = figures.territories(Mesh.EPCI, List.of(Indicator.PANEL_COVERAGE));
        return epcis.isEmpty()
                ? Optional.empty()
                : Optional.of(new Fact(
                        words.text("fact.masked"),
                        words.text(
                                "out-of",
                                epcis.stream()
                                        .filter(epci -> figures.value(epci, Indicator.PANEL_COVERAGE)
                                                .isEmpty())
                                        .count(),
                                epcis.size()),
                        words.text("fact.masked.remark")));
    }

    private static Section method(AuthoritiesView view, Figures figures, Words words) {
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Text(words.text("method.steps")));
        blocks.add(new Block.Text(words.text(
                "method.vintage",
                figures.vintage(
                        List.of(Indicator.APL, Indicator.APL_PUBLISHED, Indicator.PANEL_CALLS_PER_1000), words))));
        blocks.add(new Block.Text(words.text(travel(view))));
        blocks.add(new Block.Text(words.text("method.disclosure")));
        limits(view, words).map(Block.Text::new).ifPresent(blocks::add);
        if (!view.parameters().isEmpty()) {
            blocks.add(new Block.FoldedTable(new Grid(
                    words.text("method.parameters"),
                    List.of(
                            Grid.Column.words(words.text("column.parameter")),
                            Grid.Column.words(words.text("column.value"))),
                    view.parameters().stream()
                            .map(parameter -> List.of(Cell.of(parameter.name()), Cell.of(parameter.value())))
                            .toList())));
        }
        return Section.of("method", words, blocks);
    }

    /** How few are too few, where the run that made the figures says so. */
    private static Optional<String> limits(AuthoritiesView view, Words words) {
        var values = view.parameters().stream()
                .collect(Collectors.toMap(
                        AuthoritiesView.Parameter::name, AuthoritiesView.Parameter::value, (a, b) -> b));
        var units = values.get("disclosure.least-units");
        var persons = values.get("disclosure.least-persons");
        var dominance = values.get("disclosure.dominance");
        return units == null || persons == null || dominance == null
                ? Optional.empty()
                : Optional.of(
                        words.text("method.limits", units, persons, words.percent(Double.parseDouble(dominance), 0)));
    }

    private static String travel(AuthoritiesView view) {
        var estimated = view.figures().stream()
                .anyMatch(figure -> figure.note() != null && figure.note().contains(Note.TRAVEL_ESTIMATED.key()));
        var byRoad = view.figures().stream()
                .anyMatch(figure -> figure.note() != null && figure.note().contains(Note.TRAVEL_BY_ROAD.key()));
        return estimated ? "method.travel.estimated" : byRoad ? "method.travel.road" : "method.travel.unknown";
    }

    private static List<Fact> definitions(Words words) {
        var definitions = new ArrayList<Fact>();
        for (var term :
                List.of("accessibility", "without-65", "share", "risk", "panel", "coverage", "offered", "masked")) {
            definitions.add(new Fact(words.text("definition." + term), words.text("definition." + term + ".text"), ""));
        }
        return definitions;
    }
}
