package fr.vigie.territory;

import fr.vigie.input.Commune;
import fr.vigie.input.Supply;
import fr.vigie.privacy.Suppression;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Accessibility by territory: means weighted by standardised population, and shares of the population.
 *
 * <p>Where doctors practise is public; how old they are is not. So today's accessibility is shown for every commune,
 * and what remains without the older doctors only for inter-municipalities and larger, after {@link Suppression} over
 * the doctors of these territories.
 */
public final class AccessFigures {
    private static final Set<Mesh> AGES_SHOWN = EnumSet.of(Mesh.EPCI, Mesh.ARRONDISSEMENT, Mesh.DEPARTMENT);

    private final AplThresholds thresholds;
    private final Suppression suppression;
    private final String period;
    private final Note travel;

    /**
     * Figures of one period.
     *
     * @param thresholds of the zoning
     * @param suppression the disclosure control
     * @param period what the supply is of, e.g. {@code 2025}
     * @param travel where the minutes come from
     */
    public AccessFigures(AplThresholds thresholds, Suppression suppression, String period, Note travel) {
        this.thresholds = thresholds;
        this.suppression = suppression;
        this.period = period;
        this.travel = travel;
    }

    /**
     * The computed accessibility of communes and of all that they make up.
     *
     * @param communes the communes with their accessibility
     * @param supply the doctors that it was computed from
     * @param risk what makes a desert
     * @param strain the panel's strain, where it may be shown
     */
    public List<Figure> of(
            List<CommuneApl> communes, List<Supply> supply, DesertRisk risk, Map<Territory, Double> strain) {
        var doctors = new HashMap<String, Supply>();
        supply.forEach(row -> doctors.put(row.insee(), row));
        var confidential = confidential(communes, doctors);
        var figures = new ArrayList<Figure>();
        for (var mesh : Mesh.values()) {
            group(communes, CommuneApl::commune, mesh).forEach((territory, inside) -> {
                var area = new Area(territory, inside, doctors);
                figures.add(today(area));
                if (mesh != Mesh.COMMUNE) {
                    figures.add(shareLow(area));
                }
                if (AGES_SHOWN.contains(mesh)) {
                    figures.addAll(ages(area, confidential.contains(territory), risk, strain.get(territory)));
                }
            });
        }
        return figures;
    }

    /** The published accessibility (APL) of the communes that have one, by all that they make up. */
    public static List<Figure> published(Collection<Commune> communes, AplThresholds thresholds) {
        var figures = new ArrayList<Figure>();
        var known = communes.stream().filter(commune -> commune.apl() != null).toList();
        for (var mesh : Mesh.values()) {
            group(known, Function.identity(), mesh).forEach((territory, inside) -> {
                var name = mesh.name(inside.get(0));
                var year = String.valueOf(inside.get(0).aplYear());
                var mean = new WeightedMean();
                var low = new WeightedMean();
                long persons = 0;
                for (var commune : inside) {
                    double apl = commune.apl() == null ? 0 : commune.apl();
                    mean.add(apl, CommuneApl.weight(commune));
                    low.add(apl <= thresholds.low() ? 1 : 0, CommuneApl.weight(commune));
                    persons += commune.population();
                }
                if (mean.isEmpty()) {
                    return;
                }
                var note = Note.of(Note.AS_PUBLISHED, Note.of(thresholds.classOf(mean.value())));
                figures.add(shown(territory, name, year, Indicator.APL_PUBLISHED, mean.value(), null, persons, note));
                if (mesh != Mesh.COMMUNE) {
                    figures.add(shown(
                            territory,
                            name,
                            year,
                            Indicator.SHARE_LOW_APL_PUBLISHED,
                            low.value(),
                            null,
                            persons,
                            Note.of(Note.AS_PUBLISHED, Note.SHARE_OF_COMMUNES)));
                }
            });
        }
        return figures;
    }

    private Set<Territory> confidential(List<CommuneApl> communes, Map<String, Supply> doctors) {
        var contributions = new ArrayList<Contribution>();
        for (var commune : communes) {
            var supply = doctors.get(commune.commune().insee());
            if (supply != null && supply.practitioners() > 0) {
                double fte = SupplyScenario.TODAY.fte(supply).orElseThrow();
                contributions.add(new Contribution(
                        commune.commune(),
                        fte,
                        (int) Math.round(supply.practitioners()),
                        fte / supply.practitioners(),
                        null));
            }
        }
        return MeshTable.masked(contributions, suppression);
    }

    private Figure today(Area area) {
        double apl = area.mean(SupplyScenario.TODAY).orElseThrow();
        return area.shown(period, Indicator.APL, apl, Note.of(travel, Note.of(thresholds.classOf(apl))));
    }

    private Figure shareLow(Area area) {
        return area.shown(
                period, Indicator.SHARE_LOW_APL, area.share(thresholds.low()), Note.of(travel, Note.SHARE_OF_COMMUNES));
    }

    private List<Figure> ages(Area area, boolean confidential, DesertRisk risk, @Nullable Double strain) {
        var figures = new ArrayList<Figure>();
        for (var scenario : EnumSet.complementOf(EnumSet.of(SupplyScenario.TODAY))) {
            area.mean(scenario)
                    .ifPresent(apl -> figures.add(
                            confidential
                                    ? area.masked(period, scenario.indicator())
                                    : area.shown(period, scenario.indicator(), apl, Note.of(travel))));
        }
        var remaining = area.mean(SupplyScenario.WITHOUT_OVER_60);
        if (remaining.isPresent()) {
            double today = area.mean(SupplyScenario.TODAY).orElseThrow();
            double index = risk.of(
                    today,
                    remaining.getAsDouble(),
                    strain == null ? OptionalDouble.empty() : OptionalDouble.of(strain));
            figures.add(
                    confidential
                            ? area.masked(period, Indicator.DESERT_RISK)
                            : area.shown(period, Indicator.DESERT_RISK, index, Note.of(travel, Note.INDEX)));
        }
        return figures;
    }

    private static <C> Map<Territory, List<C>> group(Collection<C> communes, Function<C, Commune> commune, Mesh mesh) {
        var groups = new TreeMap<Territory, List<C>>();
        for (var one : communes) {
            mesh.of(commune.apply(one))
                    .ifPresent(id -> groups.computeIfAbsent(new Territory(mesh, id), key -> new ArrayList<>())
                            .add(one));
        }
        return groups;
    }

    private static Figure shown(
            Territory territory,
            String name,
            String period,
            Indicator indicator,
            double value,
            @Nullable Integer units,
            long persons,
            String note) {
        return new Figure(territory, name, period, indicator, value, null, null, units, persons, false, note);
    }

    /** A territory with its communes and their doctors. */
    private record Area(Territory territory, List<CommuneApl> communes, Map<String, Supply> doctors) {
        OptionalDouble mean(SupplyScenario scenario) {
            var mean = new WeightedMean();
            for (var commune : communes) {
                var apl = commune.apl().get(scenario);
                if (apl == null) {
                    return OptionalDouble.empty();
                }
                mean.add(apl, CommuneApl.weight(commune.commune()));
            }
            return OptionalDouble.of(mean.isEmpty() ? 0 : mean.value());
        }

        double share(double low) {
            var share = new WeightedMean();
            for (var commune : communes) {
                double apl = commune.apl().getOrDefault(SupplyScenario.TODAY, 0.0);
                share.add(apl <= low ? 1 : 0, CommuneApl.weight(commune.commune()));
            }
            return share.isEmpty() ? 0 : share.value();
        }

        Figure shown(String period, Indicator indicator, double value, String note) {
            double units = 0;
            long persons = 0;
            for (var commune : communes) {
                var supply = doctors.get(commune.commune().insee());
                units += supply == null ? 0 : supply.practitioners();
                persons += commune.commune().population();
            }
            return AccessFigures.shown(
                    territory, name(), period, indicator, value, (int) Math.round(units), persons, note);
        }

        Figure masked(String period, Indicator indicator) {
            return Figure.masked(territory, name(), period, indicator, Note.of(Note.CONFIDENTIAL));
        }

        private String name() {
            return territory.mesh().name(communes.get(0).commune());
        }
    }
}
