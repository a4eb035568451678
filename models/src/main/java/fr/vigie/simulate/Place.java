package fr.vigie.simulate;

import fr.vigie.input.Commune;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An invented commune.
 *
 * @param commune its row
 * @param density doctors per inhabitant relative to the region's mean
 */
record Place(Commune commune, double density) {
    private static final double EARTH_KM = 6371;
    private static final double DETOUR = 1.3;
    private static final double KM_PER_MINUTE = 50.0 / 60;
    private static final double PARKING_MINUTES = 2;

    /** Minutes by car from town hall to town hall; none within a commune. */
    double minutesTo(Place other) {
        if (equals(other)) {
            return 0;
        }
        double minutes = PARKING_MINUTES + kilometresTo(other) * DETOUR / KM_PER_MINUTE;
        return Math.round(minutes * 10) / 10.0;
    }

    /** Equirectangular approximation: good to a per mille over a region. */
    private double kilometresTo(Place other) {
        double lat1 = StrictMath.toRadians(coordinate(commune.lat()));
        double lat2 = StrictMath.toRadians(coordinate(other.commune.lat()));
        double east = StrictMath.toRadians(coordinate(other.commune.lon()) - coordinate(commune.lon()))
                * StrictMath.cos((lat1 + lat2) / 2);
        double north = lat2 - lat1;
        return EARTH_KM * StrictMath.sqrt(east * east + north * north);
    }

    private static double coordinate(@Nullable Double value) {
        return Objects.requireNonNull(value);
    }
}
