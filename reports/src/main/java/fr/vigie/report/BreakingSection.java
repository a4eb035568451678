package fr.vigie.report;

import fr.vigie.territory.Figure;
import fr.vigie.territory.Indicator;
import fr.vigie.territory.Mesh;
import fr.vigie.territory.Territory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where access is breaking: inter-municipalities short of doctors today, or once the older ones have left. */
final class BreakingSection {
    private static final int LISTED = 10;

    private BreakingSection() {}

    /**
     * An inter-municipality whose accessibility is known.
     *
     * @param later without the doctors over 65, where that may be told
     */
    private record Place(Territory epci, double today, Optional<Double> later) {
        boolean isShortToday() {
            return today <= AccessClass.SHORT_OF_DOCTORS;
        }

        boolean isShortLater() {
            return later.orElse(today) <= AccessClass.SHORT_OF_DOCTORS;
        }
    }

    static Section of(AuthoritiesView view, Figures figures, TerritoryNames names, Words words) {
        var places = places(figures);
        if (places.isEmpty()) {
            return Section.empty("breaking", words);
        }
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Text(words.text(
                "breaking.summary",
                shortToday(figures),
                places.size(),
                places.stream().filter(Place::isShortLater).count(),
                figures.vintage(List.of(Indicator.APL), words))));
        var population = population(view.sites());
        var listed = places.stream()
                .filter(place -> place.isShortToday() || place.isShortLater())
                .sorted(Comparator.comparing(Place::isShortToday, Comparator.reverseOrder())
                        .thenComparingDouble(Place::today))
                .limit(LISTED)
                .map(place -> words.text(
                        place.isShortToday() ? "breaking.today" : "breaking.later",
                        names.inFull(place.epci()),
                        Optional.ofNullable(population.get(place.epci()))
                                .map(people -> words.text("breaking.population", people))
                                .orElse(words.text("breaking.population.unknown")),
                        words.decimal(place.today(), 2),
                        place.later().map(later -> words.decimal(later, 2)).orElse(words.text("masked"))))
                .toList();
        if (!listed.isEmpty()) {
            blocks.add(new Block.Points(listed));
        }
        published(places, figures, words).ifPresent(blocks::add);
        blocks.add(new Block.Note(words.text("breaking.mesh")));
        return Section.of("breaking", words, blocks);
    }

    /** How many inter-municipalities are short of doctors today. */
    static long shortToday(Figures figures) {
        return places(figures).stream().filter(Place::isShortToday).count();
    }

    private static List<Place> places(Figures figures) {
        var places = new ArrayList<Place>();
        for (var epci : figures.territories(Mesh.EPCI, List.of(Indicator.APL))) {
            figures.value(epci, Indicator.APL)
                    .ifPresent(today ->
                            places.add(new Place(epci, today, figures.value(epci, Indicator.APL_WITHOUT_OVER_65))));
        }
        return places;
    }

    private static Map<Territory, Long> population(List<Site> sites) {
        var population = new HashMap<Territory, Long>();
        sites.forEach(
                site -> site.in(Mesh.EPCI).ifPresent(epci -> population.merge(epci, site.population(), Long::sum)));
        return population;
    }

    /** What the published statistic says of the same places: how far to trust the computed one. */
    private static Optional<Block> published(List<Place> places, Figures figures, Words words) {
        var told = places.stream()
                .filter(place ->
                        figures.value(place.epci(), Indicator.APL_PUBLISHED).isPresent())
                .toList();
        if (told.isEmpty()) {
            return Optional.empty();
        }
        var low = told.stream()
                .filter(place -> figures.of(place.epci(), Indicator.APL_PUBLISHED)
                        .map(Figure::value)
                        .filter(value -> value <= AccessClass.SHORT_OF_DOCTORS)
                        .isPresent())
                .toList();
        return Optional.of(new Block.Text(words.text(
                "breaking.published",
                words.periods(figures.periods(Indicator.APL_PUBLISHED)),
                low.size(),
                told.size(),
                low.stream().filter(Place::isShortToday).count())));
    }
}
