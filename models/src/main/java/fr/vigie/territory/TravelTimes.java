package fr.vigie.territory;

import fr.vigie.input.Commune;
import fr.vigie.input.Travel;
import fr.vigie.territory.GreatCircle.Point;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * The minutes between communes, and where they come from.
 *
 * @param trips every pair within reach, both ways, and each commune to itself in 0 minutes
 * @param source {@link Note#TRAVEL_BY_ROAD} or {@link Note#TRAVEL_ESTIMATED}
 */
public record TravelTimes(List<Trip> trips, Note source) {
    private record Pair(String from, String to) {}

    public TravelTimes {
        trips = List.copyOf(trips);
    }

    /** The times given; a way that is given in one direction only takes as long in the other. */
    public static TravelTimes given(Collection<Commune> communes, Collection<Travel> travel) {
        var minutes = new LinkedHashMap<Pair, Double>();
        communes.forEach(commune -> minutes.put(new Pair(commune.insee(), commune.insee()), 0.0));
        travel.stream()
                .filter(way -> !way.fromInsee().equals(way.toInsee()))
                .forEach(way -> minutes.put(new Pair(way.fromInsee(), way.toInsee()), way.minutes()));
        travel.forEach(way -> minutes.putIfAbsent(new Pair(way.toInsee(), way.fromInsee()), way.minutes()));
        var trips = new ArrayList<Trip>(minutes.size());
        minutes.forEach((pair, cost) -> trips.add(new Trip(pair.from(), pair.to(), cost)));
        return new TravelTimes(trips, Note.TRAVEL_BY_ROAD);
    }

    /** Times estimated where none are given; a commune without coordinates reaches itself only. */
    public static TravelTimes estimated(Collection<Commune> communes, GreatCircle roads, double maxMinutes) {
        var points = new ArrayList<Point>();
        var trips = new ArrayList<Trip>();
        for (var commune : communes) {
            if (commune.lat() == null || commune.lon() == null) {
                trips.add(new Trip(commune.insee(), commune.insee(), 0));
            } else {
                points.add(new Point(commune.insee(), commune.lat(), commune.lon()));
            }
        }
        trips.addAll(roads.trips(points, maxMinutes));
        return new TravelTimes(trips, Note.TRAVEL_ESTIMATED);
    }
}
