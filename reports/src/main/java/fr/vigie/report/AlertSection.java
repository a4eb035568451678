package fr.vigie.report;

import fr.vigie.report.AccountAlert.Reading;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** All alerts: whom to call first and why, then every one in a line. */
final class AlertSection {
    private static final int FIRST = 3;

    private AlertSection() {}

    /**
     * The chapter.
     *
     * @param alerts in the order in which to call
     */
    static Section of(List<AccountAlert> alerts, AlertWords say, Words words) {
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Note(words.text("confidential")));
        if (alerts.isEmpty()) {
            blocks.add(new Block.Note(words.text("alerts.empty")));
        } else {
            var first = first(alerts, say, words);
            blocks.add(new Block.Text(words.text(first.isEmpty() ? "first.none" : "first")));
            if (!first.isEmpty()) {
                blocks.add(new Block.Points(first));
            }
            blocks.add(new Block.Table(table(alerts, say, words)));
        }
        return Section.of("alerts", words, blocks);
    }

    /** The practices to call first, each with its reasons. */
    private static List<String> first(List<AccountAlert> alerts, AlertWords say, Words words) {
        var waiting = alerts.stream().filter(CallOrder::isWaiting).toList();
        return waiting.stream()
                .collect(Collectors.groupingBy(AccountAlert::practiceId, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .limit(FIRST)
                .map(own -> words.text(
                        "first.practice",
                        say.practice(own.get(0)),
                        say.manager(own.get(0)),
                        own.stream()
                                .map(alert -> reason(alert, alert.latest().orElseThrow(), say, words))
                                .collect(Collectors.joining(words.text("first.and")))))
                .toList();
    }

    /** What stands today, in half a sentence. */
    private static String reason(AccountAlert alert, Reading now, AlertWords say, Words words) {
        return words.text(
                words.key("reason", alert.kind()),
                say.signal(alert),
                say.percent(now.rate()),
                say.counted(alert, now),
                say.since(now),
                say.percent(now.baseline()));
    }

    private static Grid table(List<AccountAlert> alerts, AlertWords say, Words words) {
        var unknown = words.text("unknown");
        var rows = new ArrayList<List<Cell>>();
        for (var k = 0; k < alerts.size(); k++) {
            var alert = alerts.get(k);
            var now = alert.latest();
            rows.add(List.of(
                    Cell.strong(say.practice(alert))
                            .remarked(alert.practiceId())
                            .linked(AlertCard.anchor(k)),
                    Cell.of(say.signal(alert)),
                    Cell.of(now.map(say::since).orElse(unknown)),
                    now.map(reading -> Cell.strong(say.percent(reading.rate())).remarked(say.counted(alert, reading)))
                            .orElse(Cell.of(unknown)),
                    Cell.of(now.map(reading -> say.percent(reading.baseline())).orElse(unknown)),
                    Cell.of(words.name("state", alert.state())),
                    Cell.of(words.date(alert.openedOn())),
                    Cell.of(say.manager(alert))));
        }
        return new Grid(
                words.text("alerts.table"),
                List.of(
                        Grid.Column.words(words.text("column.practice")),
                        Grid.Column.words(words.text("column.signal")),
                        Grid.Column.date(words.text("column.since")),
                        Grid.Column.number(asOf(alerts)
                                .map(day -> words.text("column.rate", words.date(day)))
                                .orElse(words.text("column.rate.unknown"))),
                        Grid.Column.number(words.text("column.baseline")),
                        Grid.Column.words(words.text("column.state")),
                        Grid.Column.date(words.text("column.opened")),
                        Grid.Column.words(words.text("column.manager"))),
                rows);
    }

    /** The date of the latest readings. */
    private static Optional<LocalDate> asOf(List<AccountAlert> alerts) {
        return alerts.stream()
                .flatMap(alert -> alert.latest().stream())
                .map(Reading::asOf)
                .max(Comparator.naturalOrder());
    }
}
