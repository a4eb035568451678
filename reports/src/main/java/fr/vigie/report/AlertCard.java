package fr.vigie.report;

import fr.vigie.report.AccountAlert.Reading;
import fr.vigie.report.chart.Sparkline;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The evidence of an alert: as it stood when it was opened, and as it stands today. */
final class AlertCard {
    /** A probability above is not told to the digit: nothing is certain. */
    private static final double SURE = 0.99;

    private AlertCard() {}

    /** Where the card of the alert at a place in the order is found. */
    static String anchor(int place) {
        return "alert-" + (place + 1);
    }

    static Block of(String anchor, AccountAlert alert, AlertWords say, Words words) {
        var readings = alert.readings();
        var drawn = readings.size() > 1;
        return new Block.Card(
                anchor,
                words.text("card.heading", say.practice(alert), say.signal(alert)),
                words.text("card.state", words.name("state", alert.state()), alert.alertId(), alert.practiceId()),
                words.text("card.opened", words.date(alert.openedOn())),
                alert.sentence(),
                alert.latest().isEmpty() ? words.text("card.no-reading") : now(alert, words),
                evidence(alert, say, words),
                drawn ? sparkline(anchor + "-rate", alert, say, words).svg() : "",
                drawn ? span(alert, words) : "",
                words.list("excuses", alert.kind()),
                words.list("actions", alert.kind()));
    }

    /** Who has taken it, how sure it was, and whether it is over. */
    private static String now(AccountAlert alert, Words words) {
        var sentences = new ArrayList<String>();
        if (!alert.isOn()) {
            sentences.add(words.text("card.over"));
        }
        if (alert.probability().isPresent()) {
            var probability = alert.probability().getAsDouble();
            sentences.add(
                    probability > SURE
                            ? words.text("card.probability.high", words.percent(SURE, 0))
                            : words.text("card.probability", words.percent(probability, 0)));
        }
        sentences.add(
                alert.owner().map(owner -> words.text("card.owner", owner)).orElse(words.text("card.owner.none")));
        return String.join(" ", sentences);
    }

    private static Grid evidence(AccountAlert alert, AlertWords say, Words words) {
        var columns = new ArrayList<Grid.Column>();
        var readings = new ArrayList<Reading>();
        columns.add(Grid.Column.words(words.text("column.figure")));
        alert.atOpening().ifPresent(reading -> {
            columns.add(Grid.Column.number(words.text("column.at-opening", words.date(reading.asOf()))));
            readings.add(reading);
        });
        alert.latest().ifPresent(reading -> {
            columns.add(Grid.Column.number(words.text("column.today", words.date(reading.asOf()))));
            readings.add(reading);
        });
        if (readings.isEmpty()) {
            return new Grid(words.text("card.evidence"), columns, List.of());
        }
        var rows = new ArrayList<List<Cell>>();
        rows.add(row(words.text("card.rate"), readings, reading -> Cell.strong(say.percent(reading.rate()))
                .remarked(say.counted(alert, reading))));
        rows.add(row(words.text("card.since"), readings, reading -> Cell.of(say.since(reading))));
        rows.add(row(words.text("card.baseline"), readings, reading -> Cell.of(say.percent(reading.baseline()))));
        rows.add(row(words.text("card.peers"), readings, reading -> Cell.of(say.percent(reading.peerRate()))));
        return new Grid(words.text("card.evidence"), columns, rows);
    }

    private static List<Cell> row(String name, List<Reading> readings, Function<Reading, Cell> cell) {
        var row = new ArrayList<Cell>();
        row.add(Cell.of(name));
        readings.stream().map(cell).forEach(row::add);
        return row;
    }

    private static String span(AccountAlert alert, Words words) {
        var readings = alert.readings();
        return words.text(
                "card.sparkline",
                words.date(readings.get(0).asOf()),
                words.date(readings.get(readings.size() - 1).asOf()));
    }

    private static Sparkline sparkline(String id, AccountAlert alert, AlertWords say, Words words) {
        var readings = alert.readings();
        var last = readings.get(readings.size() - 1);
        var turn = last.since()
                .map(since -> IntStream.range(0, readings.size())
                        .filter(k -> !readings.get(k).asOf().isBefore(since))
                        .findFirst())
                .orElse(OptionalInt.empty());
        return new Sparkline(
                id,
                span(alert, words),
                words.text(
                        "card.sparkline.description",
                        readings.size(),
                        say.percent(last.rate()),
                        say.percent(last.baseline())),
                readings.stream().map(Reading::rate).toList(),
                last.baseline(),
                turn);
    }
}
