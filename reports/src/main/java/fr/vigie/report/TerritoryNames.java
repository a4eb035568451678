package fr.vigie.report;

import fr.vigie.territory.Mesh;
import fr.vigie.territory.Territory;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What readers call territories. One that has a code and no name is named after its largest commune, and keeps the
 * code beside.
 */
final class TerritoryNames {
    private static final Map<String, String> DEPARTMENTS = departments();

    private final Figures figures;
    private final Map<Territory, Site> largest = new HashMap<>();
    private final Words words;

    TerritoryNames(Figures figures, Collection<Site> sites, Words words) {
        this.figures = figures;
        this.words = words;
        for (var site : sites) {
            for (var territory : site.within()) {
                largest.merge(territory, site, (a, b) -> b.population() > a.population() ? b : a);
            }
        }
    }

    private static Map<String, String> departments() {
        var file = Objects.requireNonNull(TerritoryNames.class.getResourceAsStream("departments.txt"));
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" ", 2))
                    .collect(Collectors.toMap(line -> line[0], line -> line[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The name in a table of its mesh: {@code Nord (59)}, {@code Arras}, {@code autour de Lens (T6201)}. */
    String of(Territory territory) {
        var id = territory.id();
        if (territory.mesh() == Mesh.DEPARTMENT) {
            return Optional.ofNullable(DEPARTMENTS.get(id))
                    .map(name -> words.text("name.with-code", name, id))
                    .orElse(id);
        }
        var name = figures.name(territory);
        if (!name.equals(id) || id.chars().noneMatch(Character::isDigit)) {
            return name;
        }
        return Optional.ofNullable(largest.get(territory))
                .map(site -> words.text("name.around", site.name(), id))
                .orElse(id);
    }

    /** The name in a sentence: {@code arrondissement Arras}. */
    String inFull(Territory territory) {
        return territory.mesh() == Mesh.EPCI && !figures.name(territory).equals(territory.id())
                ? of(territory)
                : words.text("mesh." + territory.mesh().key(), of(territory));
    }
}
