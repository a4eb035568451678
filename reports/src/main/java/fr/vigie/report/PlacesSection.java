package fr.vigie.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the calendar changes for each group in the next fortnight, and the calls expected by territory. */
final class PlacesSection {
    private PlacesSection() {}

    static Section of(ManagersView view, Words words) {
        var places = view.places();
        if (places.effects().isEmpty() && places.territories().isEmpty()) {
            return Section.empty("places", words);
        }
        var blocks = new ArrayList<Block>();
        var groups = sentences(view, "group", words);
        blocks.add(new Block.Text(words.text(groups.isEmpty() ? "places.no-effects" : "places.effects")));
        if (!groups.isEmpty()) {
            blocks.add(new Block.Table(reasons("places.groups", "column.group", groups, words)));
        }
        var practices = sentences(view, "practice", words);
        if (!practices.isEmpty()) {
            blocks.add(new Block.FoldedTable(reasons("places.practices", "column.practice", practices, words)));
        }
        if (!places.territories().isEmpty()) {
            blocks.add(new Block.Table(territories(places.territories(), words)));
            blocks.add(new Block.Text(words.text("places.territories.remark")));
        }
        return Section.of("places", words, blocks);
    }

    private static Map<String, List<String>> sentences(ManagersView view, String level, Words words) {
        var byPlace = new TreeMap<String, List<String>>();
        view.places().effects().stream()
                .filter(effect -> effect.level().equals(level))
                .map(PlaceEffect::place)
                .distinct()
                .forEach(place -> {
                    var own = view.places().effects().stream()
                            .filter(effect -> effect.level().equals(level)
                                    && effect.place().equals(place))
                            .map(PlaceEffect::ofDay)
                            .toList();
                    var said = EffectSentences.byWeek(own, view.week().getDayOfWeek(), words);
                    if (!said.isEmpty()) {
                        byPlace.put(place, said);
                    }
                });
        return byPlace;
    }

    private static Grid reasons(String caption, String place, Map<String, List<String>> sentences, Words words) {
        var rows = new ArrayList<List<Cell>>();
        sentences.forEach((id, said) -> said.forEach(sentence -> rows.add(List.of(Cell.of(id), Cell.of(sentence)))));
        return new Grid(
                words.text(caption),
                List.of(Grid.Column.words(words.text(place)), Grid.Column.words(words.text("column.reason"))),
                rows);
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
