package fr.vigie.roster;

import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Rest between days at work and within a week. */
final class Rests {
    /** Eleven hours, in quarters. */
    static final int DAILY = 11 * 4;

    private static final int WEEKLY = 35 * 4;

    private Rests() {}

    /** The first quarter of the week in which somebody may come; 0 or less if that is any. */
    static int restedFrom(Need need, Employee employee) {
        return lastEnd(need, employee) + DAILY;
    }

    /**
     * Whether a person has eleven hours of rest between days and 35 within the week.
     *
     * @param restedFrom the first quarter of the week in which the person may come
     * @param week the duty of each day
     */
    static boolean areKept(Need need, int restedFrom, @Nullable Duty[] week) {
        int end = restedFrom - DAILY;
        int longest = 0;
        for (int day = 0; day < week.length; day++) {
            var duty = week[day];
            if (duty != null) {
                int start = need.begin(day) + duty.start();
                if (start - end < DAILY) {
                    return false;
                }
                longest = Math.max(longest, start - Math.max(0, end));
                end = need.begin(day) + duty.end();
            }
        }
        return Math.max(longest, need.length() - Math.max(0, end)) >= WEEKLY;
    }

    private static int lastEnd(Need need, Employee employee) {
        var workedUntil = employee.workedUntil();
        return workedUntil == null
                ? -DAILY
                : (int) Math.max(
                        -need.length(),
                        -Math.floorDiv(
                                ChronoUnit.MINUTES.between(
                                        workedUntil, need.firstDay().atStartOfDay()),
                                15L));
    }
}
