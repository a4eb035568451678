package fr.vigie.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The page of the managers: next week's load, the people it takes, and how the last weeks went. */
public final class ManagersPage {
    private ManagersPage() {}

    /** A whole HTML document that loads nothing from anywhere. */
    public static String render(ManagersView view, Locale locale) {
        var words = new Words(locale, "managers");
        var history = new History(view.past(), view.week().getDayOfWeek());
        var sections = List.of(
                LoadSection.of(view, words),
                PlacesSection.of(view, words),
                NeedSection.of(view, words),
                PromiseSection.of(view, words),
                RosterSection.of(view, words),
                BacklogSection.of(view, words),
                MissedSection.of(view, words),
                ScenarioSection.of(view, words),
                PeakSection.of(view, history, words),
                AccuracySection.of(view, words),
                ServiceSection.of(view, history, words),
                AdherenceSection.of(view, words),
                HandlingSection.of(history, words),
                CallersSection.of(view, words),
                CareSection.of(view, history, words),
                CapacitySection.of(view, words));
        return new Document(
                        words,
                        words.text("subtitle", view.scope(), words.date(view.week())),
                        view.edition().identity(words),
                        view.edition(),
                        ManagersFacts.of(view, history, words),
                        sections,
                        definitions(view, words),
                        unknowns(words))
                .html();
    }

    private static List<Fact> definitions(ManagersView view, Words words) {
        var target = view.target();
        var definitions = new ArrayList<Fact>();
        for (var term : List.of("offered", "waiting", "handling", "scheduled", "intervals", "errors")) {
            definitions.add(new Fact(words.text("definition." + term), words.text("definition." + term + ".text"), ""));
        }
        definitions.add(
                1,
                new Fact(
                        words.text("definition.expected"),
                        words.text("definition.expected." + view.demand().name().toLowerCase(Locale.ROOT)),
                        ""));
        definitions.add(
                1,
                new Fact(
                        words.text("definition.service-level"),
                        words.text(
                                "definition.service-level."
                                        + target.definition().name().toLowerCase(Locale.ROOT),
                                words.plain(target.withinSeconds())),
                        ""));
        return definitions;
    }

    private static List<String> unknowns(Words words) {
        return List.of(
                words.text("unknown.events"),
                words.text("unknown.patience"),
                words.text("unknown.sums"),
                words.text("unknown.presence"));
    }
}
