package fr.vigie.report;

import fr.vigie.territory.Mesh;
import fr.vigie.territory.Territory;
import java.util.List;
import java.util.Optional;

/**
 * Where a commune lies and who lives there.
 *
 * @param commune its territory
 * @param within the larger territories that it belongs to
 * @param latitude degrees north
 * @param longitude degrees east
 * @param population inhabitants
 */
public record Site(
        Territory commune, String name, List<Territory> within, double latitude, double longitude, long population) {
    public Site {
        within = List.copyOf(within);
    }

    /** The territory of a mesh in which it lies. */
    Optional<Territory> in(Mesh mesh) {
        return within.stream().filter(territory -> territory.mesh() == mesh).findFirst();
    }
}
