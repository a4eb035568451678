package fr.vigie.report;

import fr.vigie.report.chart.Sparkline;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Alerts: all of them in a table, and those of an account manager with their evidence. */
final class AlertSection {
    private AlertSection() {}

    /** The open ones first, the latest first. */
    static List<AccountAlert> sorted(List<AccountAlert> alerts) {
        return alerts.stream()
                .sorted(Comparator.<AccountAlert>comparingInt(
                                alert -> alert.state().equals("open") ? 0 : 1)
                        .thenComparing(AccountAlert::openedOn, Comparator.reverseOrder())
                        .thenComparing(AccountAlert::alertId))
                .toList();
    }

    static Section overview(AccountsView view, Map<String, Account> accounts, Words words) {
        if (view.alerts().isEmpty()) {
            return Section.of(
                    "alerts",
                    words,
                    List.of(new Block.Note(words.text("confidential")), new Block.Note(words.text("alerts.empty"))));
        }
        var rows = new ArrayList<List<Cell>>();
        for (var alert : sorted(view.alerts())) {
            var account = accounts.get(alert.practiceId());
            rows.add(List.of(
                    Cell.strong(name(alert, accounts)),
                    Cell.of(words.name("signal", alert.kind())),
                    Cell.of(alert.since().map(words::date).orElse(words.text("unknown"))),
                    Cell.of(percent(alert.rate(), words)),
                    Cell.of(percent(alert.baseline(), words)),
                    Cell.of(words.name("state", alert.state())),
                    Cell.of(
                            account == null
                                    ? words.text("manager.none")
                                    : account.accountManager().orElse(words.text("manager.none")))));
        }
        return Section.of(
                "alerts",
                words,
                List.of(
                        new Block.Note(words.text("confidential")),
                        new Block.Table(new Grid(
                                words.text("alerts.table"),
                                List.of(
                                        Grid.Column.words(words.text("column.practice")),
                                        Grid.Column.words(words.text("column.signal")),
                                        Grid.Column.date(words.text("column.since")),
                                        Grid.Column.number(words.text("column.rate")),
                                        Grid.Column.number(words.text("column.baseline")),
                                        Grid.Column.words(words.text("column.state")),
                                        Grid.Column.words(words.text("column.manager"))),
                                rows))));
    }

    static Section of(
            String id, String manager, List<AccountAlert> alerts, Map<String, Account> accounts, Words words) {
        var cards = IntStream.range(0, alerts.size())
                .<Block>mapToObj(k -> card(id + "-" + k, alerts.get(k), accounts, words))
                .toList();
        return new Section(id, words.text("manager.heading", manager, alerts.size()), cards);
    }

    private static Block card(String id, AccountAlert alert, Map<String, Account> accounts, Words words) {
        var signal = words.name("signal", alert.kind());
        return new Block.Card(
                words.text("card.heading", name(alert, accounts), signal),
                words.text("card.state", words.name("state", alert.state()), alert.alertId(), alert.practiceId()),
                alert.sentence(),
                evidence(alert, words),
                alert.readings().size() < 2 ? "" : sparkline(id, alert, words).svg(),
                words.text("card.sparkline"),
                words.list("excuses", alert.kind()),
                words.list("actions", alert.kind()));
    }

    private static List<Fact> evidence(AccountAlert alert, Words words) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(
                words.text("card.rate"),
                alert.rate().isPresent()
                        ? words.text(
                                "card.rate.value",
                                words.percent(alert.rate().getAsDouble()),
                                words.count(alert.numerator()),
                                words.count(alert.denominator()))
                        : words.text("unknown"),
                ""));
        facts.add(new Fact(words.text("card.baseline"), percent(alert.baseline(), words), ""));
        facts.add(new Fact(words.text("card.peers"), percent(alert.peerRate(), words), ""));
        facts.add(new Fact(
                words.text("card.since"), alert.since().map(words::date).orElse(words.text("unknown")), ""));
        facts.add(new Fact(words.text("card.opened"), words.date(alert.openedOn()), ""));
        facts.add(new Fact(words.text("card.owner"), alert.owner().orElse(words.text("card.owner.none")), ""));
        return facts;
    }

    private static Sparkline sparkline(String id, AccountAlert alert, Words words) {
        var readings = alert.readings();
        var since = alert.since();
        var turn = since.isEmpty()
                ? OptionalInt.empty()
                : IntStream.range(0, readings.size())
                        .filter(k -> !readings.get(k).asOf().isBefore(since.get()))
                        .findFirst();
        var last = readings.get(readings.size() - 1);
        return new Sparkline(
                id,
                words.text("card.sparkline"),
                words.text(
                        "card.sparkline.description",
                        readings.size(),
                        words.date(readings.get(0).asOf()),
                        words.date(last.asOf()),
                        percent(last.rate(), words),
                        percent(alert.baseline(), words)),
                readings.stream().map(AccountAlert.Reading::rate).toList(),
                alert.baseline(),
                turn);
    }

    private static String name(AccountAlert alert, Map<String, Account> accounts) {
        var account = accounts.get(alert.practiceId());
        return account == null ? alert.practiceId() : account.name();
    }

    private static String percent(OptionalDouble share, Words words) {
        return share.isPresent() ? words.percent(share.getAsDouble()) : words.text("unknown");
    }
}
