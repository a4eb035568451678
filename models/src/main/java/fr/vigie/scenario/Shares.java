package fr.vigie.scenario;

import java.util.Map;
import java.util.TreeMap;

/**
 * A share of the calls by kind.
 *
 * @param byKind of the kinds named, each 0 to 1
 * @param others of every other kind, 0 to 1
 */
public record Shares(Map<String, Double> byKind, double others) {
    public Shares {
        byKind = java.util.Collections.unmodifiableMap(new TreeMap<>(byKind));
        byKind.forEach((kind, share) -> Check.share("share of " + kind, share));
        Check.share("share", others);
    }

    /** The same share of every kind. */
    public static Shares of(double all) {
        return new Shares(Map.of(), all);
    }

    double of(CallStream stream) {
        return byKind.getOrDefault(stream.kind(), others);
    }

    /** Refuses kinds of which a plan has no calls. */
    void check(Plan plan) {
        for (var kind : byKind.keySet()) {
            if (!plan.kinds().contains(kind)) {
                throw new IllegalArgumentException(
                        "There are no calls of the kind '%s'; there are %s.\nMaybe name one of these."
                                .formatted(kind, String.join(", ", plan.kinds())));
            }
        }
    }
}
