package fr.vigie.report;

import fr.vigie.territory.Figure;
import fr.vigie.territory.Indicator;
import fr.vigie.territory.Mesh;
import fr.vigie.territory.Territory;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Figures by territory and indicator, the latest period of each. */
final class Figures {
    private final Map<Territory, Map<Indicator, Figure>> latest = new TreeMap<>();

    Figures(Collection<Figure> figures) {
        for (var figure : figures) {
            latest.computeIfAbsent(figure.territory(), territory -> new EnumMap<>(Indicator.class))
                    .merge(figure.indicator(), figure, (a, b) -> a.period().compareTo(b.period()) > 0 ? a : b);
        }
    }

    Optional<Figure> of(Territory territory, Indicator indicator) {
        return Optional.ofNullable(latest.getOrDefault(territory, Map.of()).get(indicator));
    }

    /** The value of a figure that is there and not masked. */
    Optional<Double> value(Territory territory, Indicator indicator) {
        return of(territory, indicator).map(Figure::value);
    }

    /** The territories of a mesh that have a figure of one of these indicators, in the order of their codes. */
    List<Territory> territories(Mesh mesh, Collection<Indicator> indicators) {
        return latest.entrySet().stream()
                .filter(entry -> entry.getKey().mesh() == mesh)
                .filter(entry -> indicators.stream().anyMatch(entry.getValue()::containsKey))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** What people call the territory. */
    String name(Territory territory) {
        return latest.getOrDefault(territory, Map.of()).values().stream()
                .map(Figure::name)
                .findFirst()
                .orElse(territory.id());
    }

    /** The periods of an indicator over all territories. */
    List<String> periods(Indicator indicator) {
        return latest.values().stream()
                .flatMap(figures -> Optional.ofNullable(figures.get(indicator)).stream())
                .map(Figure::period)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /** What the indicators are of, in words. */
    String vintage(List<Indicator> indicators, Words words) {
        var parts = indicators.stream()
                .filter(indicator -> !periods(indicator).isEmpty())
                .map(indicator -> words.text(
                        "method.period", words.name("indicator", indicator.key()), words.periods(periods(indicator))))
                .toList();
        return parts.isEmpty() ? words.text("method.no-figure") : String.join(words.text("method.and"), parts);
    }
}
