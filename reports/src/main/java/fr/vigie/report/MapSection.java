package fr.vigie.report;

import fr.vigie.report.chart.BubbleMap;
import fr.vigie.territory.Indicator;
import fr.vigie.territory.Mesh;
import fr.vigie.territory.Territory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Accessibility on maps: of communes today, and of inter-municipalities without the older doctors. */
final class MapSection {
    private static final int NAMED_COMMUNES = 8;
    private static final int NAMED_EPCIS = 24;

    private MapSection() {}

    static Section of(AuthoritiesView view, Figures figures, Words words) {
        var indicator = today(figures);
        if (indicator.isEmpty()) {
            return Section.empty("map", words);
        }
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Text(words.text(
                "map.summary",
                words.name("indicator", indicator.get().key()),
                words.periods(figures.periods(indicator.get())))));
        if (view.sites().isEmpty()) {
            blocks.add(new Block.Note(words.text("map.no-sites")));
            return Section.of("map", words, blocks);
        }
        var communes = view.sites().stream()
                .map(site ->
                        new Circle(site.commune(), site.name(), site.latitude(), site.longitude(), site.population()))
                .toList();
        blocks.add(map("map-communes", communes, indicator.get(), NAMED_COMMUNES, figures, words));
        var epcis = epcis(view.sites(), figures);
        var remaining = figures.territories(Mesh.EPCI, List.of(Indicator.APL_WITHOUT_OVER_65));
        if (!epcis.isEmpty() && !remaining.isEmpty()) {
            blocks.add(map("map-epcis", epcis, Indicator.APL_WITHOUT_OVER_65, NAMED_EPCIS, figures, words));
        }
        return Section.of("map", words, blocks);
    }

    /** Accessibility as computed here, or else as published. */
    static Optional<Indicator> today(Figures figures) {
        return List.of(Indicator.APL, Indicator.APL_PUBLISHED).stream()
                .filter(indicator -> Arrays.stream(Mesh.values())
                        .anyMatch(mesh ->
                                !figures.territories(mesh, List.of(indicator)).isEmpty()))
                .findFirst();
    }

    private record Circle(Territory territory, String name, double latitude, double longitude, long population) {}

    /** Inter-municipalities in the middle of their inhabitants. */
    private static List<Circle> epcis(List<Site> sites, Figures figures) {
        var members = new TreeMap<Territory, List<Site>>();
        for (var site : sites) {
            site.in(Mesh.EPCI).ifPresent(epci -> members.computeIfAbsent(epci, territory -> new ArrayList<>())
                    .add(site));
        }
        var circles = new ArrayList<Circle>();
        members.forEach((epci, inside) -> {
            var population = inside.stream().mapToLong(Site::population).sum();
            if (population > 0) {
                circles.add(new Circle(
                        epci,
                        figures.name(epci),
                        inside.stream()
                                        .mapToDouble(s -> s.latitude() * s.population())
                                        .sum()
                                / population,
                        inside.stream()
                                        .mapToDouble(s -> s.longitude() * s.population())
                                        .sum()
                                / population,
                        population));
            }
        });
        return circles;
    }

    private static Block map(
            String id, List<Circle> circles, Indicator indicator, int named, Figures figures, Words words) {
        var places = circles.stream()
                .map(circle -> {
                    var value = figures.value(circle.territory(), indicator);
                    return new BubbleMap.Place(
                            circle.name(),
                            circle.latitude(),
                            circle.longitude(),
                            circle.population(),
                            value.map(access -> AccessClass.of(access).colour()),
                            words.text(
                                    "map.place",
                                    circle.name(),
                                    value.map(access -> words.decimal(access, 2))
                                            .orElse(words.text("masked")),
                                    words.count((double) circle.population())));
                })
                .toList();
        var legend = new ArrayList<Block.Mark>();
        for (var access : AccessClass.values()) {
            legend.add(new Block.Mark("round", access.colour().hex(), access.label(words)));
        }
        legend.add(Block.Mark.of("round hatched", words.text("map.mark.masked")));
        var title = words.text(id, words.name("indicator", indicator.key()));
        return Block.Figure.of(
                title, legend, new BubbleMap(id, title, words.text("map.description", places.size()), places, named));
    }
}
