package fr.vigie.roster;

import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Rest between days at work and within a week. */
final class Rests {
    private static final int WEEKLY = 35 * 4;

    /** So much of the weekly rest lies in the week itself. */
    private static final int WITHIN = 24 * 4;

    private Rests() {}

    /** The first quarter of the week in which somebody may come; 0 or less if that is any. */
    static int restedFrom(Need need, Employee employee) {
        return lastEnd(need, employee) + Limits.of(need, employee).dailyRest();
    }

    /**
     * Whether a person has the daily rest between days and 35 hours within the week.
     *
     * @param daily the rest between days, in quarters
     * @param restedFrom the first quarter of the week in which the person may come
     * @param week the duty of each day
     */
    static boolean areKept(Need need, int daily, int restedFrom, @Nullable Duty[] week) {
        int end = restedFrom - daily;
        boolean isRested = false;
        for (int day = 0; day < week.length; day++) {
            var duty = week[day];
            if (duty != null) {
                int start = need.begin(day) + duty.start();
                if (start - end < daily) {
                    return false;
                }
                isRested |= isWeekly(end, start, start - Math.max(0, end));
                end = need.begin(day) + duty.end();
            }
        }
        // The week after is taken to open as this one does.
        int next = need.length() + Math.min(daily, need.opens(0));
        return isRested || isWeekly(end, next, need.length() - Math.max(0, end));
    }

    private static boolean isWeekly(int from, int until, int within) {
        return until - from >= WEEKLY && within >= WITHIN;
    }

    private static int lastEnd(Need need, Employee employee) {
        var workedUntil = employee.workedUntil();
        return workedUntil == null
                ? -Limits.of(need, employee).dailyRest()
                : (int) Math.max(
                        -need.length(),
                        -Math.floorDiv(
                                ChronoUnit.MINUTES.between(
                                        workedUntil, need.firstDay().atStartOfDay()),
                                15L));
    }
}
