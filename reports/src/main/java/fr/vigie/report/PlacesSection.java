package fr.vigie.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the calendar changes for each group in the next fortnight, and the calls expected by territory. */
final class PlacesSection {
    /** Of a group this many sentences are shown; the others are folded. */
    private static final int SHOWN = 3;

    /** Less is not worth a line: a group's own days differ by more. */
    private static final double LEAST = 0.02;

    /** What moves a place, in words. */
    private record Reasons(String place, List<String> sentences) {
        Reasons first() {
            return new Reasons(place, sentences.subList(0, Math.min(SHOWN, sentences.size())));
        }

        Reasons more() {
            return new Reasons(place, sentences.subList(Math.min(SHOWN, sentences.size()), sentences.size()));
        }

        boolean isAny() {
            return !sentences.isEmpty();
        }
    }

    private PlacesSection() {}

    static Section of(ManagersView view, Words words) {
        var places = view.places();
        if (places.effects().isEmpty() && places.territories().isEmpty()) {
            return Section.empty("places", words);
        }
        var blocks = new ArrayList<Block>();
        var groups = reasons(view, "group", words);
        blocks.add(new Block.Text(words.text(groups.isEmpty() ? "places.no-effects" : "places.effects")));
        var first = groups.stream().map(Reasons::first).toList();
        var more = groups.stream().map(Reasons::more).filter(Reasons::isAny).toList();
        if (!groups.isEmpty()) {
            blocks.add(new Block.Table(grid("places.groups", "column.group", first, words)));
        }
        if (!more.isEmpty()) {
            blocks.add(new Block.FoldedTable(grid("places.groups.more", "column.group", more, words)));
        }
        var practices = reasons(view, "practice", words);
        if (!practices.isEmpty()) {
            blocks.add(new Block.FoldedTable(grid("places.practices", "column.practice", practices, words)));
        }
        if (!places.territories().isEmpty()) {
            blocks.add(new Block.Table(territories(places.territories(), words)));
            blocks.add(new Block.Text(words.text("places.territories.remark")));
        }
        return Section.of("places", words, blocks);
    }

    /** Of each place of a level that there is anything to say of, by name. */
    private static List<Reasons> reasons(ManagersView view, String level, Words words) {
        return view.places().effects().stream()
                .filter(effect -> effect.level().equals(level) && Math.abs(effect.ratio()) >= LEAST)
                .collect(Collectors.groupingBy(PlaceEffect::place, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(own -> new Reasons(
                        level.equals("group")
                                ? words.name("level", own.get(0).name())
                                : own.get(0).name(),
                        EffectSentences.byWeek(
                                own.stream().map(PlaceEffect::ofDay).toList(),
                                view.week().getDayOfWeek(),
                                words)))
                .filter(Reasons::isAny)
                .sorted(Comparator.comparing(Reasons::place))
                .toList();
    }

    private static Grid grid(String caption, String place, List<Reasons> reasons, Words words) {
        return new Grid(
                words.text(caption),
                List.of(Grid.Column.words(words.text(place)), Grid.Column.words(words.text("column.reason"))),
                reasons.stream()
                        .flatMap(each -> each.sentences().stream()
                                .map(sentence -> List.of(Cell.of(each.place()), Cell.of(sentence))))
                        .toList());
    }

    private static Grid territories(List<TerritoryLoad> territories, Words words) {
        return new Grid(
                words.text("places.territories"),
                List.of(
                        Grid.Column.words(words.text("column.territory")),
                        Grid.Column.number(words.text("column.practices")),
                        Grid.Column.number(words.text("column.expected")),
                        Grid.Column.number(words.text("column.interval", 80)),
                        Grid.Column.number(words.text("column.interval", 95))),
                territories.stream()
                        .map(each -> List.of(
                                Cell.of(
                                        each.territory().isEmpty()
                                                ? words.text("places.territory.unknown")
                                                : each.territory()),
                                Cell.of(words.count(each.practices())),
                                Cell.strong(words.count(each.mean())),
                                Cell.of(words.range(words.count(each.low80()), words.count(each.high80()))),
                                Cell.of(words.range(words.count(each.low95()), words.count(each.high95())))))
                        .toList());
    }
}
