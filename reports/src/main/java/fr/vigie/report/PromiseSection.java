package fr.vigie.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What each practice is promised and can expect, those that can expect less first. */
final class PromiseSection {
    private static final int SHOWN = 8;
    private static final String NONE = "–";
    private static final Comparator<PracticePromise> FARTHEST_BELOW_FIRST = Comparator.comparingInt(
                    (PracticePromise promise) -> -Math.max(0, promise.shortBy()))
            .thenComparing(PracticePromise::name)
            .thenComparing(PracticePromise::practice);

    /** Practices of a team that are promised the same, the most demanding first. */
    private record Kind(String group, double share, double withinSeconds) implements Comparable<Kind> {
        static Kind of(PracticePromise promise) {
            return new Kind(promise.group(), promise.share(), promise.withinSeconds());
        }

        @Override
        public int compareTo(Kind other) {
            return Comparator.comparing(Kind::group)
                    .thenComparingDouble(Kind::withinSeconds)
                    .thenComparing(Kind::share, Comparator.reverseOrder())
                    .compare(this, other);
        }
    }

    private PromiseSection() {}

    static Section of(ManagersView view, Words words) {
        var promises =
                view.grounds().promises().stream().sorted(FARTHEST_BELOW_FIRST).toList();
        if (promises.isEmpty()) {
            return Section.empty("promise", words);
        }
        var below = promises.stream().filter(PracticePromise::isBelow).toList();
        boolean groups =
                promises.stream().map(PracticePromise::group).distinct().count() > 1;
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Text(summary(promises, words)));
        blocks.add(new Block.Table(kinds(promises, groups, words)));
        if (!below.isEmpty()) {
            var worst = below.subList(0, Math.min(SHOWN, below.size()));
            blocks.add(new Block.Table(
                    practices(words.text("promise.below", worst.size(), below.size()), worst, groups, words)));
        }
        if (promises.size() > Math.min(SHOWN, below.size())) {
            blocks.add(new Block.FoldedTable(practices(words.text("promise.table"), promises, groups, words)));
        }
        return Section.of("promise", words, blocks);
    }

    /** Teams with a roster are held against it, others against their need; each is said of its own. */
    private static String summary(List<PracticePromise> promises, Words words) {
        var byPlanned = promises.stream().collect(Collectors.partitioningBy(promise -> promise.withPlanned()
                .isPresent()));
        var planned = byPlanned.getOrDefault(true, List.of());
        var others = byPlanned.getOrDefault(false, List.of());
        var said = new ArrayList<String>();
        if (!planned.isEmpty()) {
            said.add(summary("promise.summary", planned, words));
        }
        if (!others.isEmpty()) {
            said.add(
                    summary(planned.isEmpty() ? "promise.summary.needed" : "promise.summary.unplanned", others, words));
        }
        said.add(words.text("promise.queue"));
        return String.join(" ", said);
    }

    private static String summary(String key, List<PracticePromise> promises, Words words) {
        return words.text(
                key,
                practices(promises.stream().filter(PracticePromise::isBelow).toList()),
                practices(promises),
                words.days(
                        words.date(promises.stream()
                                .map(PracticePromise::from)
                                .min(Comparator.naturalOrder())
                                .orElseThrow()),
                        words.date(promises.stream()
                                .map(PracticePromise::until)
                                .max(Comparator.naturalOrder())
                                .orElseThrow())));
    }

    /** How many they are made to: a practice whose contract changes within the week has two. */
    private static int practices(List<PracticePromise> promises) {
        return (int) promises.stream().map(PracticePromise::practice).distinct().count();
    }

    private static Grid kinds(List<PracticePromise> promises, boolean groups, Words words) {
        var kinds = new TreeMap<Kind, List<PracticePromise>>();
        promises.forEach(promise -> kinds.computeIfAbsent(Kind.of(promise), kind -> new ArrayList<>())
                .add(promise));
        var rows = new ArrayList<List<Cell>>();
        kinds.forEach((kind, of) -> {
            var row = new ArrayList<Cell>();
            row.add(Cell.strong(promised(of.get(0), words)));
            if (groups) {
                row.add(Cell.of(words.name("level", kind.group())));
            }
            int below = (int) of.stream().filter(PracticePromise::isBelow).count();
            row.add(Cell.of(words.count(of.size())));
            row.add(below > 0 ? Cell.warning(words.count(below)) : Cell.of(words.count(below)));
            row.add(share(mean(of, PracticePromise::withPlanned), words));
            row.add(share(mean(of, PracticePromise::withNeeded), words));
            row.add(Cell.of(
                    words.mean(of.stream().mapToDouble(PracticePromise::calls).sum())));
            // Who is promised it for some days only costs less.
            var price = of.stream()
                    .map(PracticePromise::priceHours)
                    .flatMapToDouble(OptionalDouble::stream)
                    .max();
            row.add(Cell.of(price.isPresent() ? words.decimal(price.getAsDouble(), 1) : NONE));
            rows.add(row);
        });
        var columns = new ArrayList<Grid.Column>();
        columns.add(Grid.Column.words(words.text("promise.column.promised")));
        if (groups) {
            columns.add(Grid.Column.words(words.text("column.group")));
        }
        for (var figure : List.of("practices", "below", "planned", "needed", "calls", "price")) {
            columns.add(Grid.Column.number(words.text("promise.column." + figure)));
        }
        return new Grid(words.text("promise.kinds"), columns, rows);
    }

    private static Grid practices(String caption, List<PracticePromise> promises, boolean groups, Words words) {
        var rows = new ArrayList<List<Cell>>();
        for (var promise : promises) {
            var row = new ArrayList<Cell>();
            row.add(Cell.of(promise.name()));
            if (groups) {
                row.add(Cell.of(words.name("level", promise.group())));
            }
            row.add(Cell.of(promised(promise, words)).remarked(words.name("promise.origin", promise.origin())));
            var planned = share(promise.withPlanned(), words);
            var needed = share(promise.withNeeded(), words);
            boolean isPlanned = promise.withPlanned().isPresent();
            row.add(promise.isBelow() && isPlanned ? Cell.warning(planned.text()) : planned);
            row.add(promise.isBelow() && !isPlanned ? Cell.warning(needed.text()) : needed);
            row.add(Cell.of(words.mean(promise.calls())));
            rows.add(row);
        }
        var columns = new ArrayList<Grid.Column>();
        columns.add(Grid.Column.words(words.text("column.practice")));
        if (groups) {
            columns.add(Grid.Column.words(words.text("column.group")));
        }
        columns.add(Grid.Column.words(words.text("promise.column.promised")));
        for (var figure : List.of("planned", "needed", "calls")) {
            columns.add(Grid.Column.number(words.text("promise.column." + figure)));
        }
        return new Grid(caption, columns, rows);
    }

    private static String promised(PracticePromise promise, Words words) {
        return words.text(
                "promise.promised",
                words.percent(promise.share(), promise.isWhole() ? 0 : 1),
                words.seconds(promise.withinSeconds()));
    }

    /** The share of all their calls; empty where it is known of none. */
    private static OptionalDouble mean(
            List<PracticePromise> promises, Function<PracticePromise, OptionalDouble> level) {
        var known = promises.stream()
                .filter(promise -> level.apply(promise).isPresent())
                .toList();
        double calls = known.stream().mapToDouble(PracticePromise::calls).sum();
        return calls > 0
                ? OptionalDouble.of(known.stream()
                                .mapToDouble(promise ->
                                        promise.calls() * level.apply(promise).orElseThrow())
                                .sum()
                        / calls)
                : OptionalDouble.empty();
    }

    private static Cell share(OptionalDouble share, Words words) {
        return Cell.of(share.isPresent() ? words.percent(share.getAsDouble()) : NONE);
    }
}
