package fr.vigie.report;

import fr.vigie.shortfall.Factor;
import java.util.ArrayList;
import java.util.List;

/** Why yesterday's service level was not the one promised: the causes in words, then by part of the day. */
final class MissedSection {
    private static final double NOTICEABLE = 0.005;

    private MissedSection() {}

    static Section of(ManagersView view, Words words) {
        var missed = view.people().missed();
        if (missed.isEmpty()) {
            return Section.empty("missed", words);
        }
        var sentences = new ShortfallSentences(words);
        var blocks = new ArrayList<Block>();
        var days =
                missed.stream().filter(m -> m.part().equals(MissedTarget.DAY)).toList();
        for (var day : days) {
            var gap = sentences.gap(day);
            blocks.add(new Block.Text(days.size() > 1 ? words.text("missed.group", day.group(), gap) : gap));
            var causes = sentences.causes(day);
            if (!causes.isEmpty()) {
                blocks.add(new Block.Points(causes));
            }
        }
        if (days.stream().anyMatch(day -> !day.presenceKnown())) {
            blocks.add(new Block.Note(words.text("missed.no-presence")));
        }
        blocks.add(new Block.Note(words.text("missed.formulas")));
        blocks.add(new Block.Table(table(missed, days.size() > 1, sentences, words)));
        return Section.of("missed", words, blocks);
    }

    private static Grid table(List<MissedTarget> missed, boolean groups, ShortfallSentences sentences, Words words) {
        var columns = new ArrayList<Grid.Column>();
        columns.add(Grid.Column.words(words.text("missed.column.part")));
        columns.add(Grid.Column.number(words.text("missed.column.promised")));
        columns.add(Grid.Column.number(words.text("missed.column.seen")));
        for (var factor : Factor.values()) {
            columns.add(Grid.Column.number(words.text("missed.column." + factor.word())));
        }
        var rows = new ArrayList<List<Cell>>();
        for (var one : missed) {
            var row = new ArrayList<Cell>();
            var part = sentences.part(one);
            row.add(Cell.of(groups ? words.text("missed.group", one.group(), part) : part));
            row.add(Cell.of(words.percent(one.promised())));
            row.add(
                    one.seen() < one.promised() - NOTICEABLE
                            ? Cell.warning(words.percent(one.seen()))
                            : Cell.strong(words.percent(one.seen())));
            for (var factor : Factor.values()) {
                row.add(Cell.of(sentences.points(one.added(factor))));
            }
            rows.add(row);
        }
        return new Grid(words.text("missed.table"), columns, rows);
    }
}
