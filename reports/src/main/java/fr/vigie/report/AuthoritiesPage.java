package fr.vigie.report;

import fr.vigie.territory.Indicator;
import fr.vigie.territory.Mesh;
import fr.vigie.territory.Note;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The page of the health authorities: territories, and nothing smaller than what disclosure control lets through. */
public final class AuthoritiesPage {
    private static final double SHORT_OF_DOCTORS = 2.5;

    private AuthoritiesPage() {}

    /** A whole HTML document that loads nothing from anywhere. */
    public static String render(AuthoritiesView view, Locale locale) {
        var words = new Words(locale, "authorities");
        var figures = new Figures(view.figures());
        return new Document(
                        words,
                        words.text("subtitle"),
                        view.edition(),
                        facts(figures, words),
                        List.of(
                                MapSection.of(view, figures, words),
                                AccessSection.of(figures, words),
                                PanelSection.of(view, figures, words),
                                method(view, figures, words)),
                        definitions(words),
                        List.of(
                                words.text("unknown.need"),
                                words.text("unknown.clients"),
                                words.text("unknown.border"),
                                words.text("unknown.departures")))
                .html();
    }

    private static List<Fact> facts(Figures figures, Words words) {
        var facts = new ArrayList<Fact>();
        for (var department : figures.territories(Mesh.DEPARTMENT, List.of(Indicator.APL, Indicator.APL_PUBLISHED))) {
            var today = figures.of(department, Indicator.APL).or(() -> figures.of(department, Indicator.APL_PUBLISHED));
            if (today.isPresent() && today.get().value() != null && facts.size() < 3) {
                facts.add(new Fact(
                        words.text("fact.access", Territories.name(department, figures, words)),
                        words.decimal(today.get().value(), 2),
                        words.text(
                                "fact.access.remark", words.period(today.get().period()))));
            }
        }
        var epcis = figures.territories(Mesh.EPCI, List.of(Indicator.APL));
        var without = epcis.stream()
                .flatMap(epci -> figures.value(epci, Indicator.APL_WITHOUT_OVER_65).stream())
                .toList();
        if (!without.isEmpty()) {
            facts.add(new Fact(
                    words.text("fact.short"),
                    words.count((double) without.stream()
                            .filter(access -> access <= SHORT_OF_DOCTORS)
                            .count()),
                    words.text("fact.short.remark", without.size())));
        }
        return facts;
    }

    private static Section method(AuthoritiesView view, Figures figures, Words words) {
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Text(words.text("method.steps")));
        blocks.add(new Block.Text(words.text("method.vintage", vintage(figures, words))));
        blocks.add(new Block.Text(words.text(travel(view))));
        blocks.add(new Block.Text(words.text("method.disclosure")));
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

    private static String vintage(Figures figures, Words words) {
        var parts = new ArrayList<String>();
        for (var indicator : List.of(Indicator.APL, Indicator.APL_PUBLISHED, Indicator.PANEL_CALLS_PER_1000)) {
            var periods = figures.periods(indicator);
            if (!periods.isEmpty()) {
                parts.add(
                        words.text("method.period", words.name("indicator", indicator.key()), words.periods(periods)));
            }
        }
        return parts.isEmpty() ? words.text("method.no-figure") : String.join(" ; ", parts);
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
