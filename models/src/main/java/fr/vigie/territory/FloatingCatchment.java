package fr.vigie.territory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Accessibility by the two-step floating catchment area.
 *
 * <p>With the supply m at j, the demand P at i and the cost d between them:
 *
 * <pre>
 * R_j = m_j / Σ_i P_i w(d_ij)        what a doctor has for each person who can reach him
 * A_i = Σ_j w(d_ij) R_j              what a person can reach
 * </pre>
 *
 * <p>Source: Luo and Wang 2003; eq. of section 2.2 of IRDES, Document de travail 70 (2016), for the APL. The unit is
 * the supply's over the demand's. Pairs without a trip are out of reach, as are those whose weight is 0; supply that
 * nobody reaches helps nobody; a place that reaches no supply has 0. The demand-weighted sum of A is the supply that
 * is reached. Trips of places without demand are left out.
 */
public final class FloatingCatchment {
    private final List<Place> demand;
    private final Map<String, Integer> suppliers = new HashMap<>();
    private final int[] from;
    private final int[] to;
    private final double[] weight;

    /**
     * The catchments of a region.
     *
     * @param decay how much a supplier counts at a cost
     * @param demand the people, one entry a place
     * @param trips the costs, one entry a pair of places
     */
    public FloatingCatchment(Decay decay, List<Place> demand, List<Trip> trips) {
        this.demand = List.copyOf(demand);
        var people = new HashMap<String, Integer>();
        for (var place : demand) {
            if (people.put(place.id(), people.size()) != null) {
                throw new IllegalArgumentException("The demand at %s stands there twice.".formatted(place.id()));
            }
        }
        var pairs = new HashSet<Long>();
        var homes = IntStream.builder();
        var reached = IntStream.builder();
        var weights = DoubleStream.builder();
        for (var trip : trips) {
            var home = people.get(trip.from());
            int supplier = suppliers.computeIfAbsent(trip.to(), id -> suppliers.size());
            if (home == null) {
                continue;
            }
            if (!pairs.add(((long) home << Integer.SIZE) | supplier)) {
                throw new IllegalArgumentException(
                        "The trip from %s to %s stands there twice.".formatted(trip.from(), trip.to()));
            }
            double w = decay.weight(trip.cost());
            if (w > 0) {
                homes.add(home);
                reached.add(supplier);
                weights.add(w);
            }
        }
        this.from = homes.build().toArray();
        this.to = reached.build().toArray();
        this.weight = weights.build().toArray();
    }

    /**
     * What the people of each place can reach.
     *
     * @param supply the suppliers, one entry a place
     * @return the places of the demand, in their order
     */
    public List<Place> access(List<Place> supply) {
        var ratio = ratios(supply);
        var access = new double[demand.size()];
        for (int i = 0; i < weight.length; i++) {
            access[from[i]] += weight[i] * ratio[to[i]];
        }
        var places = new ArrayList<Place>(access.length);
        for (int i = 0; i < access.length; i++) {
            places.add(new Place(demand.get(i).id(), access[i]));
        }
        return places;
    }

    private double[] ratios(List<Place> supply) {
        var people = new double[suppliers.size()];
        for (int i = 0; i < weight.length; i++) {
            people[to[i]] += weight[i] * demand.get(from[i]).amount();
        }
        var ratio = new double[suppliers.size()];
        var seen = new HashSet<String>();
        for (var place : supply) {
            if (!seen.add(place.id())) {
                throw new IllegalArgumentException("The supply at %s stands there twice.".formatted(place.id()));
            }
            var supplier = suppliers.get(place.id());
            if (supplier != null && people[supplier] > 0) {
                ratio[supplier] = place.amount() / people[supplier];
            }
        }
        return ratio;
    }
}
