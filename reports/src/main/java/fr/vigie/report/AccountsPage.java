package fr.vigie.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The page of the account staff: the practices that changed, and all the others. For their eyes only. */
public final class AccountsPage {
    private AccountsPage() {}

    /** A whole HTML document that loads nothing from anywhere. */
    public static String render(AccountsView view, Locale locale) {
        var words = new Words(locale, "accounts");
        var accounts = view.accounts().stream()
                .collect(Collectors.toMap(Account::practiceId, Function.identity(), (a, b) -> b, TreeMap::new));
        var say = new AlertWords(words, accounts);
        var alerts = CallOrder.of(view.alerts(), accounts);
        var sections = new ArrayList<Section>();
        sections.add(AlertSection.of(alerts, say, words));
        byManager(alerts, say, words)
                .forEach((manager, cards) -> sections.add(new Section(
                        "manager-" + sections.size(), words.text("manager.heading", manager, cards.size()), cards)));
        sections.add(AccountSection.of(view, words));
        return new Document(
                        words,
                        words.text("subtitle"),
                        view.edition().identity(words),
                        view.edition(),
                        facts(view, words),
                        sections,
                        definitions(words),
                        List.of(
                                words.text("unknown.cause"),
                                words.text("unknown.agendas"),
                                words.text("unknown.small")))
                .html();
    }

    /** The alerts' cards by who looks after the practice, those that nobody looks after last. */
    private static Map<String, List<Block>> byManager(List<AccountAlert> alerts, AlertWords say, Words words) {
        var nobody = words.text("manager.none");
        var groups =
                new TreeMap<String, List<Block>>(Comparator.<String>comparingInt(name -> name.equals(nobody) ? 1 : 0)
                        .thenComparing(Comparator.naturalOrder()));
        for (var k = 0; k < alerts.size(); k++) {
            groups.computeIfAbsent(say.manager(alerts.get(k)), name -> new ArrayList<>())
                    .add(AlertCard.of(AlertCard.anchor(k), alerts.get(k), say, words));
        }
        return groups;
    }

    private static List<Fact> facts(AccountsView view, Words words) {
        var week = view.edition().asOf().minusDays(7);
        var practices =
                view.alerts().stream().map(AccountAlert::practiceId).distinct().count();
        return List.of(
                new Fact(
                        words.text("fact.alerts"),
                        words.count(view.alerts().size()),
                        words.text(
                                "fact.alerts.remark",
                                view.alerts().stream()
                                        .filter(alert -> alert.state().equals("acknowledged"))
                                        .count())),
                new Fact(
                        words.text("fact.new"),
                        words.count((double) view.alerts().stream()
                                .filter(alert -> !alert.openedOn().isBefore(week))
                                .count()),
                        words.text("fact.new.remark")),
                new Fact(
                        words.text("fact.practices"),
                        words.count((double) practices),
                        words.text("fact.practices.remark", view.accounts().size())));
    }

    private static List<Fact> definitions(Words words) {
        return List.of(
                definition("alert", words),
                definition("order", words),
                definition("probability", words),
                definition("rate", words),
                definition("baseline", words),
                definition("peers", words),
                definition("offered", words),
                definition("use", words));
    }

    private static Fact definition(String term, Words words) {
        return new Fact(words.text("definition." + term), words.text("definition." + term + ".text"), "");
    }
}
