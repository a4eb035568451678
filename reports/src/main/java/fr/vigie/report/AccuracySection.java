package fr.vigie.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;

/** How the models did on days that they had not seen, the losing ones included. */
final class AccuracySection {
    private static final List<String> HORIZONS = List.of("next-day", "days-2-14", "weeks-2-6", "weeks-3-6");
    private static final String OF_A_WEEK = "days-2-14";
    private static final List<String> LEVELS = List.of("network", "group", "practice");

    /** Planners' corrections and the model that they corrected; no other model is scored on their intervals. */
    private static final Set<String> CORRECTIONS = Set.of("override", "overridden");

    /** The column of the scope. */
    private static final int SCOPE = 1;

    private AccuracySection() {}

    static Section of(ManagersView view, Words words) {
        if (view.scores().isEmpty()) {
            return Section.empty("accuracy", words);
        }
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Text(words.text("accuracy.summary")));
        verdict(view, words).ifPresent(blocks::add);
        var scores = sorted(view.scores().stream()
                .filter(score -> !CORRECTIONS.contains(score.model()))
                .toList());
        var highest = scores.get(0).level();
        var rest =
                scores.stream().filter(score -> !score.level().equals(highest)).toList();
        blocks.add(new Block.Table(table(
                words.text("accuracy.table"),
                scores.stream().filter(score -> score.level().equals(highest)).toList(),
                view.model(),
                words)));
        if (!rest.isEmpty()) {
            blocks.add(new Block.FoldedTable(table(words.text("accuracy.rest"), rest, view.model(), words)));
            blocks.add(new Block.Text(words.text("accuracy.small")));
        }
        var corrections = sorted(view.scores().stream()
                .filter(score -> CORRECTIONS.contains(score.model()))
                .toList());
        if (!corrections.isEmpty()) {
            blocks.add(new Block.Table(
                    table(words.text("accuracy.corrections.table"), corrections, Optional.of("overridden"), words)));
        }
        return Section.of("accuracy", words, blocks);
    }

    /** The score of the model in use at the highest level and shortest horizon. */
    private static Optional<Score> inUse(ManagersView view) {
        return ofModelInUse(view).findFirst();
    }

    /** The score of the model in use at the highest level, at the horizon that most of a week to come lies in. */
    static Optional<Score> ofTheWeek(ManagersView view) {
        var shortest = inUse(view);
        return shortest.flatMap(used -> ofModelInUse(view)
                        .filter(score -> score.level().equals(used.level())
                                && score.id().equals(used.id())
                                && score.horizon().equals(OF_A_WEEK))
                        .findFirst())
                .or(() -> shortest);
    }

    private static Stream<Score> ofModelInUse(ManagersView view) {
        return sorted(view.scores()).stream()
                .filter(score -> Optional.of(score.model()).equals(view.model()))
                .filter(score -> score.wape().isPresent());
    }

    private static Optional<Block> verdict(ManagersView view, Words words) {
        return inUse(view).map(used -> {
            var better = view.scores().stream()
                    .filter(score -> !CORRECTIONS.contains(score.model()))
                    .filter(score -> score.level().equals(used.level())
                            && score.id().equals(used.id())
                            && score.horizon().equals(used.horizon()))
                    .filter(score ->
                            score.wape().orElse(Double.MAX_VALUE) < used.wape().orElseThrow())
                    .map(score -> words.name("model", score.model()))
                    .sorted()
                    .toList();
            var model = words.name("model", used.model());
            var wape = words.percent(used.wape().orElseThrow());
            return better.isEmpty()
                    ? new Block.Text(words.text("accuracy.best", model, wape))
                    : new Block.Note(words.text("accuracy.beaten", model, wape, String.join(", ", better)));
        });
    }

    private static List<Score> sorted(List<Score> scores) {
        return scores.stream()
                .sorted(Comparator.<Score>comparingInt(score -> place(LEVELS, score.level()))
                        .thenComparing(Score::id)
                        .thenComparingInt(score -> place(HORIZONS, score.horizon()))
                        .thenComparing(Score::horizon)
                        .thenComparingDouble(score -> score.wape().orElse(Double.MAX_VALUE))
                        .thenComparing(Score::model))
                .toList();
    }

    private static int place(List<String> known, String name) {
        var at = known.indexOf(name);
        return at < 0 ? known.size() : at;
    }

    private static Grid table(String caption, List<Score> scores, Optional<String> inUse, Words words) {
        var scopes =
                scores.stream().map(score -> scope(score, words)).distinct().toList();
        var rows = new ArrayList<List<Cell>>();
        for (var score : scores) {
            var used = Optional.of(score.model()).equals(inUse);
            var model = words.name("model", score.model());
            var cells = new ArrayList<>(List.of(
                    used && !CORRECTIONS.contains(score.model())
                            ? Cell.strong(words.text("accuracy.in-use", model))
                            : Cell.of(model),
                    Cell.of(scope(score, words)),
                    Cell.of(words.name("horizon", score.horizon())),
                    used ? Cell.strong(percent(score.wape(), words)) : Cell.of(percent(score.wape(), words)),
                    Cell.of(against(score, scores, inUse, words)),
                    Cell.of(decimal(score.mase(), words)),
                    Cell.of(decimal(score.smape(), words)),
                    Cell.of(decimal(score.pinball(), words)),
                    Cell.of(percent(score.coverage50(), words)),
                    Cell.of(percent(score.coverage80(), words)),
                    Cell.of(percent(score.coverage95(), words))));
            rows.add(cells);
        }
        var columns = new ArrayList<>(List.of(
                Grid.Column.words(words.text("column.model")),
                Grid.Column.words(words.text("column.level-of")),
                Grid.Column.words(words.text("column.horizon")),
                Grid.Column.number(words.text("column.wape")),
                Grid.Column.number(words.text("column.against")),
                Grid.Column.number(words.text("column.mase")),
                Grid.Column.number(words.text("column.smape")),
                Grid.Column.number(words.text("column.pinball")),
                Grid.Column.number(words.text("column.coverage", 50)),
                Grid.Column.number(words.text("column.coverage", 80)),
                Grid.Column.number(words.text("column.coverage", 95))));
        if (scopes.size() > 1) {
            return new Grid(caption, columns, rows);
        }
        // The one that all rows have stands above them.
        columns.remove(SCOPE);
        rows.forEach(row -> row.remove(SCOPE));
        return new Grid(words.text("accuracy.of", caption, String.join("", scopes)), columns, rows);
    }

    /** How much larger or smaller the error is than that of the model in use; nothing for that one itself. */
    private static String against(Score score, List<Score> scores, Optional<String> inUse, Words words) {
        return scores.stream()
                .filter(used ->
                        Optional.of(used.model()).equals(inUse) && !used.model().equals(score.model()))
                .filter(used -> used.level().equals(score.level())
                        && used.id().equals(score.id())
                        && used.horizon().equals(score.horizon()))
                .filter(used -> score.wape().isPresent() && used.wape().orElse(0) > 0)
                .map(used -> 100 * (score.wape().orElseThrow() / used.wape().orElseThrow() - 1))
                .map(percent -> words.text("accuracy.against", words.signed(Math.round(percent))))
                .findFirst()
                .orElse("");
    }

    private static String scope(Score score, Words words) {
        return words.text(
                "accuracy.level",
                words.name("level", score.level()),
                score.id().equals("all") || score.id().equals(score.level()) ? "" : " " + score.id());
    }

    private static String percent(OptionalDouble share, Words words) {
        return share.isPresent() ? words.percent(share.getAsDouble()) : words.text("unknown");
    }

    private static String decimal(OptionalDouble value, Words words) {
        return value.isPresent() ? words.decimal(value.getAsDouble(), 2) : words.text("unknown");
    }
}
