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
        var sections = new ArrayList<Section>();
        sections.add(AlertSection.overview(view, accounts, words));
        byManager(view, accounts, words)
                .forEach((manager, alerts) ->
                        sections.add(AlertSection.of("manager-" + sections.size(), manager, alerts, accounts, words)));
        sections.add(AccountSection.of(view, words));
        return new Document(
                        words,
                        words.text("subtitle"),
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

    /** Alerts by who looks after the practice, those that nobody looks after last. */
    private static Map<String, List<AccountAlert>> byManager(
            AccountsView view, Map<String, Account> accounts, Words words) {
        var nobody = words.text("manager.none");
        var groups = new TreeMap<String, List<AccountAlert>>(
                Comparator.<String>comparingInt(name -> name.equals(nobody) ? 1 : 0)
                        .thenComparing(Comparator.naturalOrder()));
        for (var alert : AlertSection.sorted(view.alerts())) {
            var account = accounts.get(alert.practiceId());
            var manager = account == null ? nobody : account.accountManager().orElse(nobody);
            groups.computeIfAbsent(manager, name -> new ArrayList<>()).add(alert);
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
                        words.text(
                                "fact.practices.remark",
                                words.count(view.accounts().size()))));
    }

    private static List<Fact> definitions(Words words) {
        return List.of(
                definition("alert", words),
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
