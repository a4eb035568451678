package fr.vigie.territory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * An estimate of minutes by road where no travel times are at hand: great circle x detour / speed.
 *
 * <p>The distance is the haversine's on a sphere of 6,371.0088 km (the mean radius of the IUGG). It knows no river, no
 * motorway and no traffic: whatever is made from it is labelled as an estimate.
 *
 * @param detour how much longer the road is than the straight line, at least 1
 * @param kilometresPerHour the mean speed, above 0
 */
public record GreatCircle(double detour, double kilometresPerHour) {
    private static final double EARTH_KM = 6371.0088;
    private static final double MINUTES_PER_HOUR = 60;

    /** Roads 1.3 times the straight line, at 45 km/h. */
    public static final GreatCircle COUNTRY_ROADS = new GreatCircle(1.3, 45);

    /**
     * A place on the map.
     *
     * @param id its name
     * @param lat degrees north, -90 to 90
     * @param lon degrees east, -180 to 180
     */
    public record Point(String id, double lat, double lon) {
        public Point {
            if (!(Math.abs(lat) <= 90) || !(Math.abs(lon) <= 180)) {
                throw new IllegalArgumentException(
                        "The place %s (%s north, %s east) must be on the globe.%nMaybe lat and lon are exchanged."
                                .formatted(id, lat, lon));
            }
        }
    }

    public GreatCircle {
        if (!(detour >= 1)) {
            throw new IllegalArgumentException(
                    "The detour (%s) must be at least 1.%nMaybe set territory.detour to 1.3.".formatted(detour));
        }
        if (!(kilometresPerHour > 0)) {
            throw new IllegalArgumentException("The speed (%s km/h) must be positive.%nMaybe set territory.speed to 45."
                    .formatted(kilometresPerHour));
        }
    }

    /** Estimated minutes between two places; 0 to itself. */
    public double minutes(Point a, Point b) {
        return kilometres(a, b) * detour / kilometresPerHour * MINUTES_PER_HOUR;
    }

    /** All trips of at most so many minutes between places, each to itself in 0 minutes included. */
    public List<Trip> trips(List<Point> places, double maxMinutes) {
        var northward = places.stream()
                .sorted(Comparator.comparingDouble(Point::lat).thenComparing(Point::id))
                .toList();
        double maxKilometres = maxMinutes / MINUTES_PER_HOUR * kilometresPerHour / detour;
        double maxDegrees = Math.toDegrees(maxKilometres / EARTH_KM);
        var trips = new ArrayList<Trip>();
        for (int i = 0; i < northward.size(); i++) {
            var a = northward.get(i);
            trips.add(new Trip(a.id(), a.id(), 0));
            for (int j = i + 1; j < northward.size() && northward.get(j).lat() - a.lat() <= maxDegrees; j++) {
                var b = northward.get(j);
                double minutes = minutes(a, b);
                if (minutes <= maxMinutes) {
                    trips.add(new Trip(a.id(), b.id(), minutes));
                    trips.add(new Trip(b.id(), a.id(), minutes));
                }
            }
        }
        return trips;
    }

    private static double kilometres(Point a, Point b) {
        double lat = StrictMath.sin(Math.toRadians(b.lat() - a.lat()) / 2);
        double lon = StrictMath.sin(Math.toRadians(b.lon() - a.lon()) / 2);
        double h = lat * lat
                + StrictMath.cos(Math.toRadians(a.lat())) * StrictMath.cos(Math.toRadians(b.lat())) * lon * lon;
        return 2 * EARTH_KM * StrictMath.asin(Math.min(1, StrictMath.sqrt(h)));
    }
}
