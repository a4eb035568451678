package fr.vigie.report;

import java.util.List;

/**
 * What the forecast says of groups, practices and territories.
 *
 * @param effects what moves groups and practices in the fortnight to come, by place in order of days
 * @param territories the week's calls by territory, the largest first
 */
public record Places(List<PlaceEffect> effects, List<TerritoryLoad> territories) {
    /** Where nothing is known. */
    public static final Places UNKNOWN = new Places(List.of(), List.of());

    public Places {
        effects = List.copyOf(effects);
        territories = List.copyOf(territories);
    }
}
