package fr.vigie.jobs.lake;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a practice is promised and can expect in a week, its team answering others as well. All callers of a team wait in one
 * queue; practices differ in when their calls come, and in what their contract promises.
 *
 * @param asOf the forecast's date
 * @param practiceId the practice
 * @param group who answers it: a planning group, or {@code network} where all are pooled
 * @param promised its service level, e.g. {@code 0.8@20}
 * @param origin {@code contract}, or {@code service} where its contract says nothing
 * @param fromDay the first day of the week on which this is promised; a contract may begin within it
 * @param untilDay the day after the last one on which it is and of which there is a forecast
 * @param calls expected of it
 * @param neededLevel the share of its calls answered within its promised time with the agents needed
 * @param plannedLevel the same with those planned; null where none are
 * @param priceHours the agents' hours that its promise and equal ones cost the team beside all others; null where the
 *     team promises the same to all
 */
public record PromiseRow(
        LocalDate asOf,
        String practiceId,
        String group,
        String promised,
        String origin,
        LocalDate fromDay,
        LocalDate untilDay,
        double calls,
        @Nullable Double neededLevel,
        @Nullable Double plannedLevel,
        @Nullable Double priceHours) {

    /** Whether those planned let expect less than is promised, as readers see it. */
    public boolean isBelow() {
        var level = plannedLevel == null ? neededLevel : plannedLevel;
        return level != null
                && tenthsOfPercent(level)
                        < tenthsOfPercent(Double.parseDouble(promised.substring(0, promised.indexOf('@'))));
    }

    private static long tenthsOfPercent(double share) {
        return Math.round(share * 1000);
    }
}
