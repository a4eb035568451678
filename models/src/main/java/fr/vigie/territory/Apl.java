package fr.vigie.territory;

import fr.vigie.input.Commune;
import fr.vigie.input.Supply;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Accessibility of general practitioners after the APL of DREES and IRDES: {@link FloatingCatchment} with the
 * population weighted by the care its age needs and the doctors of the whole region, clients or not.
 *
 * <p>Deviations: activity is the full-time equivalents of the supply rows at a fixed number of consultations, not the
 * acts that the health insurance counts; places beyond the region's border are not there, so that communes at the
 * border are underestimated.
 *
 * @param decay how much a doctor counts at a distance in minutes
 * @param consultationsPerFte consultations a year of a full-time doctor, above 0; 5,400 is a common equivalence
 */
public record Apl(Decay decay, double consultationsPerFte) {
    public Apl {
        if (!(consultationsPerFte > 0)) {
            throw new IllegalArgumentException(
                    "The consultations of a full-time doctor (%s a year) must be positive.%nMaybe 5400."
                            .formatted(consultationsPerFte));
        }
    }

    /**
     * The accessibility of each commune, in their order.
     *
     * @param communes the region
     * @param supply its doctors of one specialty and year
     * @param trips the minutes between communes
     */
    public List<CommuneApl> of(List<Commune> communes, List<Supply> supply, List<Trip> trips) {
        var demand = communes.stream()
                .map(commune -> new Place(commune.insee(), CommuneApl.weight(commune)))
                .toList();
        var catchment = new FloatingCatchment(decay, demand, trips);
        var byScenario = new EnumMap<SupplyScenario, List<Place>>(SupplyScenario.class);
        for (var scenario : SupplyScenario.values()) {
            if (supply.stream().allMatch(row -> scenario.fte(row).isPresent())) {
                byScenario.put(scenario, catchment.access(consultations(supply, scenario)));
            }
        }
        var result = new ArrayList<CommuneApl>(communes.size());
        for (int i = 0; i < communes.size(); i++) {
            var apl = new EnumMap<SupplyScenario, Double>(SupplyScenario.class);
            for (Map.Entry<SupplyScenario, List<Place>> scenario : byScenario.entrySet()) {
                apl.put(scenario.getKey(), scenario.getValue().get(i).amount());
            }
            result.add(new CommuneApl(communes.get(i), apl));
        }
        return result;
    }

    private List<Place> consultations(List<Supply> supply, SupplyScenario scenario) {
        return supply.stream()
                .map(row -> new Place(
                        row.insee(), consultationsPerFte * scenario.fte(row).orElseThrow()))
                .toList();
    }
}
