package fr.vigie.territory;

import fr.vigie.input.Commune;
import fr.vigie.input.Supply;
import fr.vigie.privacy.Suppression;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToLongFunction;

/**
 * Demand under strain, as the calls of the agreed practices show it.
 *
 * <p>Disclosure control ({@link Suppression}) covers inter-municipalities, arrondissements and departments together:
 * for all indicators over the calls offered, for a rate also over what it is a rate of. A masked row names the
 * smallest territory around it that is shown. The panel is made of clients: it says how it fares with them, and its
 * coverage says how many of the doctors these are.
 */
public final class PanelFigures {
    private static final double DAYS_PER_YEAR = 365.25;
    private static final double PER_INHABITANTS = 1000;
    private static final double STEPS_OF_5_PERCENT = 20;
    private static final List<Mesh> FINEST_FIRST = List.of(Mesh.EPCI, Mesh.ARRONDISSEMENT, Mesh.DEPARTMENT);

    /** What each indicator is counted over. */
    private static final Map<Indicator, ToLongFunction<PanelCounts>> BASES = new EnumMap<>(Map.of(
            Indicator.PANEL_CALLS_PER_1000, PanelCounts::offered,
            Indicator.PANEL_ABANDONMENT, PanelCounts::offered,
            Indicator.PANEL_NO_SLOT, PanelCounts::slotRequests,
            Indicator.PANEL_NEW_PATIENT_REFUSAL, PanelCounts::newPatients,
            Indicator.PANEL_RESTRICTED, PanelCounts::offered,
            Indicator.PANEL_COVERAGE, PanelCounts::offered));

    private final String period;
    private final long days;
    private final Map<Territory, Surroundings> surroundings;
    private final Map<Territory, List<PanelPractice>> territories = new TreeMap<>();
    private final Map<Indicator, Set<Territory>> masked = new EnumMap<>(Indicator.class);

    /**
     * The figures of one period.
     *
     * @param panel the agreed practices; those without a call do not count
     * @param communes the region
     * @param supply its doctors of the panel's specialty, clients or not
     * @param suppression the disclosure control
     * @param period its name, e.g. {@code 2026-01-01/2026-04-01}
     * @param days its length, above 0
     */
    public PanelFigures(
            List<PanelPractice> panel,
            Collection<Commune> communes,
            Collection<Supply> supply,
            Suppression suppression,
            String period,
            long days) {
        if (days < 1) {
            throw new IllegalArgumentException(
                    "The period %s (%d days) must be at least a day.".formatted(period, days));
        }
        this.period = period;
        this.days = days;
        this.surroundings = Surroundings.of(communes, supply);
        var calling = panel.stream()
                .filter(practice -> practice.counts().offered() > 0)
                .toList();
        for (var practice : calling) {
            for (var mesh : FINEST_FIRST) {
                mesh.of(practice.commune()).ifPresent(id -> territories
                        .computeIfAbsent(new Territory(mesh, id), key -> new ArrayList<>())
                        .add(practice));
            }
        }
        var always = masked(calling, PanelCounts::offered, suppression);
        BASES.forEach((indicator, base) -> {
            var also = masked(calling, base, suppression);
            also.addAll(always);
            masked.put(indicator, also);
        });
    }

    /** The figures of every territory with a practice of the panel, shown or masked. */
    public List<Figure> figures() {
        var figures = new ArrayList<Figure>();
        for (var territory : territories.keySet()) {
            for (var indicator : BASES.keySet()) {
                if (isMasked(indicator, territory)) {
                    figures.add(Figure.masked(
                            territory,
                            around(territory).name(),
                            period,
                            indicator,
                            whereInstead(indicator, territory)));
                } else {
                    shown(indicator, territory).ifPresent(figures::add);
                }
            }
        }
        return figures;
    }

    /** The mean of no-slot and new-patient refusal rates of every territory where both are shown. */
    public Map<Territory, Double> strain() {
        var strain = new TreeMap<Territory, Double>();
        for (var territory : territories.keySet()) {
            var counts = counts(territory);
            if (!isMasked(Indicator.PANEL_NO_SLOT, territory)
                    && !isMasked(Indicator.PANEL_NEW_PATIENT_REFUSAL, territory)
                    && counts.slotRequests() > 0
                    && counts.newPatients() > 0) {
                double noSlot = new Proportion(counts.noSlot(), counts.slotRequests()).value();
                double refused = new Proportion(counts.newPatientsRefused(), counts.newPatients()).value();
                strain.put(territory, (noSlot + refused) / 2);
            }
        }
        return strain;
    }

    private static Set<Territory> masked(
            List<PanelPractice> panel, ToLongFunction<PanelCounts> base, Suppression suppression) {
        var contributions = new ArrayList<Contribution>();
        for (var practice : panel) {
            long value = base.applyAsLong(practice.counts());
            if (value > 0) {
                // The callers of several practices may be the same: only the largest number of one is certain.
                contributions.add(new Contribution(practice.commune(), value, 1, value, practice.callers()));
            }
        }
        return new TreeSet<>(MeshTable.masked(contributions, suppression));
    }

    private boolean isMasked(Indicator indicator, Territory territory) {
        return masked.getOrDefault(indicator, Set.of()).contains(territory);
    }

    private String whereInstead(Indicator indicator, Territory territory) {
        return FINEST_FIRST.stream()
                .filter(mesh -> mesh.compareTo(territory.mesh()) > 0)
                .flatMap(mesh -> onlyOneAround(territory, mesh).stream())
                .filter(larger -> !isMasked(indicator, larger))
                .findFirst()
                .map(larger -> Note.of(Note.CONFIDENTIAL) + "; see " + larger)
                .orElse(Note.of(Note.CONFIDENTIAL));
    }

    private Optional<Territory> onlyOneAround(Territory territory, Mesh mesh) {
        var around = practices(territory).stream()
                .map(practice -> mesh.of(practice.commune()))
                .distinct()
                .toList();
        return around.size() == 1 ? around.get(0).map(id -> new Territory(mesh, id)) : Optional.empty();
    }

    private Optional<Figure> shown(Indicator indicator, Territory territory) {
        var counts = counts(territory);
        return switch (indicator) {
            case PANEL_CALLS_PER_1000 -> coverage(territory)
                    .map(coverage -> value(
                            territory,
                            indicator,
                            counts.firstAttempts()
                                    / (around(territory).population() * coverage)
                                    * (PER_INHABITANTS * DAYS_PER_YEAR / days),
                            Note.PANEL_NOT_REPRESENTATIVE));
            case PANEL_COVERAGE -> coverage(territory)
                    .map(coverage -> value(territory, indicator, coverage, Note.PANEL_NOT_REPRESENTATIVE));
            case PANEL_ABANDONMENT -> rate(territory, indicator, counts.abandoned(), counts.offered());
            case PANEL_NO_SLOT -> rate(territory, indicator, counts.noSlot(), counts.slotRequests());
            case PANEL_NEW_PATIENT_REFUSAL -> rate(
                    territory, indicator, counts.newPatientsRefused(), counts.newPatients());
            case PANEL_RESTRICTED -> Optional.of(
                    value(territory, indicator, restricted(territory), Note.ROUNDED_TO_5_PERCENT));
            default -> throw new IllegalArgumentException(indicator.key() + " is not about the panel.");
        };
    }

    /** The share of the territory's doctors who are in the panel; empty where there are none, or no inhabitants. */
    private Optional<Double> coverage(Territory territory) {
        int doctors =
                practices(territory).stream().mapToInt(PanelPractice::doctors).sum();
        var around = around(territory);
        return doctors == 0 || around.doctors() == 0 || around.population() == 0
                ? Optional.empty()
                : Optional.of(Math.min(1, doctors / around.doctors()));
    }

    private double restricted(Territory territory) {
        long restricted = practices(territory).stream()
                .filter(practice -> practice.restrictions() > 0)
                .count();
        return Math.rint(STEPS_OF_5_PERCENT * restricted / practices(territory).size()) / STEPS_OF_5_PERCENT;
    }

    private Optional<Figure> rate(Territory territory, Indicator indicator, long part, long whole) {
        if (whole == 0) {
            return Optional.empty();
        }
        var rate = new Proportion(part, whole);
        return Optional.of(new Figure(
                territory,
                around(territory).name(),
                period,
                indicator,
                rate.value(),
                rate.low(),
                rate.high(),
                practices(territory).size(),
                callers(territory),
                false,
                Note.of(Note.PANEL_NOT_REPRESENTATIVE)));
    }

    private Figure value(Territory territory, Indicator indicator, double value, Note note) {
        return new Figure(
                territory,
                around(territory).name(),
                period,
                indicator,
                value,
                null,
                null,
                practices(territory).size(),
                callers(territory),
                false,
                Note.of(note));
    }

    private List<PanelPractice> practices(Territory territory) {
        return territories.getOrDefault(territory, List.of());
    }

    private PanelCounts counts(Territory territory) {
        return practices(territory).stream().map(PanelPractice::counts).reduce(PanelCounts.NONE, PanelCounts::plus);
    }

    /** Callers, each counted once at every practice that they called. */
    private long callers(Territory territory) {
        return practices(territory).stream().mapToLong(PanelPractice::callers).sum();
    }

    private Surroundings around(Territory territory) {
        return surroundings.getOrDefault(territory, new Surroundings(territory.id(), 0, 0));
    }

    /** The people and all the doctors of a territory. */
    private record Surroundings(String name, long population, double doctors) {
        static Map<Territory, Surroundings> of(Collection<Commune> communes, Collection<Supply> supply) {
            var doctors = new HashMap<String, Double>();
            supply.forEach(row -> doctors.put(row.insee(), row.practitioners()));
            var territories = new HashMap<Territory, Surroundings>();
            for (var commune : communes) {
                double inside = doctors.getOrDefault(commune.insee(), 0.0);
                for (var mesh : FINEST_FIRST) {
                    mesh.of(commune)
                            .ifPresent(id -> territories.merge(
                                    new Territory(mesh, id),
                                    new Surroundings(mesh.name(commune), commune.population(), inside),
                                    Surroundings::plus));
                }
            }
            return territories;
        }

        private Surroundings plus(Surroundings other) {
            return new Surroundings(name, population + other.population, doctors + other.doctors);
        }
    }
}
