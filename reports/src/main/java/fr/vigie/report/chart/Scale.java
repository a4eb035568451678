package fr.vigie.report.chart;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A colour scale, evenly spaced and linear between its stops.
 *
 * @param stops at least two colours, from 0 to 1
 */
public record Scale(List<Colour> stops) {
    public Scale {
        stops = List.copyOf(stops);
        if (stops.size() < 2) {
            throw new IllegalArgumentException("A colour scale of %d stops must have two.".formatted(stops.size()));
        }
    }

    /** The colour at a share of the scale; shares outside 0 to 1 take the end's. */
    public Colour at(double share) {
        var place = Math.min(1, Math.max(0, share)) * (stops.size() - 1);
        var below = Math.min((int) place, stops.size() - 2);
        return stops.get(below).towards(stops.get(below + 1), place - below);
    }

    Scale reversed() {
        var turned = new ArrayList<>(stops);
        Collections.reverse(turned);
        return new Scale(turned);
    }
}
