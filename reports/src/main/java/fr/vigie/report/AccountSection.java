package fr.vigie.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Every practice, those with alerts first. */
final class AccountSection {
    private AccountSection() {}

    static Section of(AccountsView view, Words words) {
        if (view.accounts().isEmpty()) {
            return Section.empty("accounts", words);
        }
        var alerts =
                view.alerts().stream().collect(Collectors.groupingBy(AccountAlert::practiceId, Collectors.counting()));
        var rows = new ArrayList<List<Cell>>();
        view.accounts().stream()
                .sorted(Comparator.<Account>comparingLong(account -> -alerts.getOrDefault(account.practiceId(), 0L))
                        .thenComparing(Account::name)
                        .thenComparing(Account::practiceId))
                .forEach(account -> rows.add(row(account, alerts.getOrDefault(account.practiceId(), 0L), words)));
        return Section.of(
                "accounts",
                words,
                List.of(new Block.Table(new Grid(
                        words.text("accounts.table"),
                        List.of(
                                Grid.Column.words(words.text("column.practice")),
                                Grid.Column.number(words.text("column.alerts")),
                                Grid.Column.words(words.text("column.place")),
                                Grid.Column.words(words.text("column.specialty")),
                                Grid.Column.number(words.text("column.calls-a-week")),
                                Grid.Column.number(words.text("column.package")),
                                Grid.Column.words(words.text("column.promise")),
                                Grid.Column.date(words.text("column.client-since")),
                                Grid.Column.words(words.text("column.manager"))),
                        rows))));
    }

    private static List<Cell> row(Account account, long alerts, Words words) {
        var unknown = words.text("unknown");
        return List.of(
                (alerts > 0 ? Cell.strong(account.name()) : Cell.of(account.name())).remarked(account.practiceId()),
                alerts > 0 ? Cell.warning(words.count((double) alerts)) : Cell.of(""),
                Cell.of(account.place().orElse(unknown)),
                Cell.of(account.specialty()
                        .map(name -> words.name("specialty", name))
                        .orElse(unknown)),
                Cell.of(
                        account.weeklyCalls().isPresent()
                                ? words.mean(account.weeklyCalls().getAsDouble())
                                : unknown),
                Cell.of(
                        account.packageCalls().isPresent()
                                ? words.count(account.packageCalls().getAsInt())
                                : unknown),
                Cell.of(account.serviceLevel()
                        .map(promise -> words.text(
                                "promise", words.percent(promise.share(), 0), words.plain(promise.seconds())))
                        .orElse(unknown)),
                Cell.of(account.clientSince().map(words::date).orElse(unknown)),
                Cell.of(account.accountManager().orElse(words.text("manager.none"))));
    }
}
