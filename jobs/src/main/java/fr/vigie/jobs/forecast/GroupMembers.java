package fr.vigie.jobs.forecast;

import fr.vigie.forecast.FamilyProfile;
import fr.vigie.forecast.Outlook;
import fr.vigie.forecast.Pool;
import fr.vigie.series.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A planning group and its practices with calls, each for as long as it is a client, shrunk towards the group's weekly profile.
 *
 * @param whole the group with all its calls
 * @param parts by practice
 * @param pool the same, its parts in the order of the practices
 */
record GroupMembers(Outlook whole, SortedMap<String, Pool.Part> parts, Pool pool) {
    /**
     * Those of a group as they are seen on the day of the plan.
     *
     * @param calls of the group, by interval of the timeline; those of no practice too
     * @param practices the calls of each
     */
    static GroupMembers of(
            ForecastPlan plan, Timeline timeline, String group, double[] calls, SortedMap<String, double[]> practices) {
        var open = plan.open(timeline, group);
        var days = plan.specialDays();
        var lives = new Lives(plan, timeline);
        var alone = new TreeMap<String, Pool.Part>();
        practices.forEach((id, own) -> {
            if (!plan.newcomers().isSilent(id)) {
                alone.put(id, lives.part(id, open, own, days.almanac(group, id)));
            }
        });
        var whole = Outlook.of(plan.series(timeline, open, calls, plan.from()), days.almanac(group));
        var family = FamilyProfile.of(
                whole.series(), alone.values().stream().map(Pool.Part::outlook).toList());
        var parts = new TreeMap<String, Pool.Part>();
        alone.forEach((id, part) -> parts.put(id, part.in(family)));
        var staying = parts.entrySet().stream()
                .filter(each -> !each.getValue().passes())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        return new GroupMembers(
                whole, parts, Pool.of(whole, new ArrayList<>(parts.values()), days.almanac(group, staying)));
    }

    /** In the order of the pool. */
    List<String> practices() {
        return List.copyOf(parts.keySet());
    }
}
