package fr.vigie.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Half-hours in a row in which the plan lacks people.
 *
 * @param from minute of the day at the start
 * @param until minute after the last half-hour
 * @param worst the half-hour that lacks most, the first of them
 * @param hours operator hours that lack in all
 */
record Shortage(String group, LocalDate day, int from, int until, Need worst, double hours) {
    private static final int MINUTES = 30;

    /** The shortages of some half-hours, that of most hours first. */
    static List<Shortage> of(List<Need> needs) {
        var found = new ArrayList<Shortage>();
        needs.stream()
                .filter(need -> need.missing() > 0)
                .sorted(Comparator.comparing(Need::group)
                        .thenComparing(Need::day)
                        .thenComparingInt(Need::minute))
                .forEach(need -> {
                    var last = found.isEmpty() ? null : found.get(found.size() - 1);
                    if (last != null && last.isContinuedBy(need)) {
                        found.set(found.size() - 1, last.with(need));
                    } else {
                        found.add(new Shortage(
                                need.group(),
                                need.day(),
                                need.minute(),
                                need.minute() + MINUTES,
                                need,
                                need.missingHours()));
                    }
                });
        found.sort(Comparator.comparingDouble(Shortage::hours)
                .reversed()
                .thenComparing(Shortage::day)
                .thenComparingInt(Shortage::from)
                .thenComparing(Shortage::group));
        return found;
    }

    private boolean isContinuedBy(Need need) {
        return group.equals(need.group()) && day.equals(need.day()) && until == need.minute();
    }

    private Shortage with(Need need) {
        return new Shortage(
                group,
                day,
                from,
                need.minute() + MINUTES,
                need.missing() > worst.missing() ? need : worst,
                hours + need.missingHours());
    }
}
