package fr.vigie.roster;

import fr.vigie.input.Activity;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What binds and what concerns one person in a week. People of equal terms can have the same weeks. Costs are counted in
 * quarters of an hour without somebody on the telephone.
 *
 * @param freeDays the days of the week on which the person may work
 * @param owed paid quarters to plan, at most
 * @param usualDays days over which they are usually spread
 * @param limits how long the person may be planned
 * @param restedFrom the first quarter of the week in which the person may come
 * @param habits what the person's days cost
 * @param published the published duties, by day: when they begin and end; empty where nothing is published
 * @param fixed what the person does instead of calls, by day and quarter of the day
 * @param beside the hours left for work, by day, where an absence takes some
 */
record Terms(
        Set<Integer> freeDays,
        int owed,
        int usualDays,
        Limits limits,
        int restedFrom,
        Habits habits,
        SortedMap<Integer, Span> published,
        SortedMap<Integer, SortedMap<Integer, Activity>> fixed,
        SortedMap<Integer, Span> beside) {

    /** A quarter that is paid and finds no place; more than it may cost to have one too many on the telephone. */
    private static final double UNPLANNED = 2;

    /** A day on which somebody is not there for what is fixed. */
    private static final double MISSED = 200;

    /** A quarter of what is fixed in which the person has a break. */
    static final double INTERRUPTED = 5;

    /** More than any other quarter is worth. */
    private static final double MUST = 100;

    /** A day longer or shorter than the usual one by no more than this is as usual. */
    private static final int USUAL_LENGTHS = 3;

    private static final int TWO_HOURS = 8;

    Terms {
        freeDays = Set.copyOf(freeDays);
        published = Collections.unmodifiableSortedMap(new TreeMap<>(published));
        fixed = Collections.unmodifiableSortedMap(new TreeMap<>(fixed));
        beside = Collections.unmodifiableSortedMap(new TreeMap<>(beside));
    }

    /**
     * From coming to leaving, in quarters of the day.
     *
     * @param start coming
     * @param end leaving
     */
    record Span(int start, int end) {}

    /**
     * What days cost.
     *
     * @param weights what counts how much
     * @param work what work on a day costs, by day
     * @param early an early day
     * @param late a late day
     * @param notEarly a day that is not early
     * @param notLate a day that is not late
     * @param opening the opening of each day, which says what is early and late
     */
    record Habits(
            RosterWeights weights,
            List<Double> work,
            double early,
            double late,
            double notEarly,
            double notLate,
            List<Span> opening) {
        private static final int HOUR = 4;

        double of(int day, Duty duty) {
            boolean isEarly = duty.start() < opening.get(day).start() + HOUR;
            boolean isLate = duty.end() > opening.get(day).end() - HOUR;
            return work.get(day) + (isEarly ? early : notEarly) + (isLate ? late : notLate);
        }
    }

    /** What a day costs beside the cover: its habits, its length, what is fixed and what was published. */
    double cost(int day, @Nullable Duty duty) {
        double cost = change(day, duty) + missed(day, duty);
        if (duty == null) {
            return cost;
        }
        double usual = usualDays == 0 ? 0 : (double) owed / usualDays;
        double unusual = Math.max(0, Math.abs(duty.paid() - usual) - USUAL_LENGTHS);
        return cost + habits.of(day, duty) + regularity() * unusual;
    }

    private double change(int day, @Nullable Duty duty) {
        if (published.isEmpty()) {
            return 0;
        }
        double weight = habits.weights().change();
        var span = published.get(day);
        if (span == null || duty == null) {
            return span == null && duty == null ? 0 : weight;
        }
        int moved = Math.abs(duty.start() - span.start()) + Math.abs(duty.end() - span.end());
        return weight * Math.min(1, moved / (double) TWO_HOURS);
    }

    /** What it costs not to be there for what is fixed, or to have a meal or a break in it. */
    double missed(int day, @Nullable Duty duty) {
        var quarters = fixed.get(day);
        if (quarters == null) {
            return 0;
        }
        if (duty == null || !isThere(day, duty)) {
            return MISSED;
        }
        long interrupted = quarters.keySet().stream()
                .filter(quarter -> !duty.worksAt(quarter))
                .count();
        return INTERRUPTED * interrupted;
    }

    /** Whether the person is at work from the beginning to the end of what is fixed on a day. */
    boolean isThere(int day, @Nullable Duty duty) {
        var quarters = fixed.get(day);
        return quarters != null
                && duty != null
                && duty.start() <= quarters.firstKey()
                && duty.end() > quarters.lastKey();
    }

    /** What a week costs beside its days. */
    double ofWeek(int days, int paid, int startRange) {
        return UNPLANNED * (owed - paid)
                + regularity() * (4 * Math.max(0, days - usualDays) + Math.max(0, startRange - TWO_HOURS));
    }

    /** What a week costs without any cover. */
    double of(@Nullable Duty[] week) {
        double cost = 0;
        int days = 0;
        int paid = 0;
        int first = Integer.MAX_VALUE;
        int last = 0;
        for (int day = 0; day < week.length; day++) {
            var duty = week[day];
            cost += cost(day, duty);
            if (duty != null) {
                days++;
                paid += duty.paid();
                first = Math.min(first, duty.start());
                last = Math.max(last, duty.start());
            }
        }
        return cost + ofWeek(days, paid, Math.max(0, last - first));
    }

    /** By quarter of an hour, where the weight is by hour. */
    private double regularity() {
        return habits.weights().regularity() / 4;
    }

    /** What quarters of the week are worth where the person's meals and breaks stay out of what is fixed on a day if they can. */
    double[] withFixed(Need need, int day, double[] worth) {
        var quarters = fixed.get(day);
        if (quarters == null) {
            return worth;
        }
        var worths = worth.clone();
        for (int quarter : quarters.keySet()) {
            int at = need.begin(day) + quarter;
            if (at >= 0 && at < worths.length) {
                worths[at] = MUST;
            }
        }
        return worths;
    }

    /** The same person with nothing fixed. */
    Terms withoutFixed() {
        return new Terms(
                freeDays, owed, usualDays, limits, restedFrom, habits, published, Collections.emptySortedMap(), beside);
    }

    /** Whether the person answers calls in a quarter of a day. */
    boolean answersAt(int day, Duty duty, int quarter) {
        return duty.worksAt(quarter) && !isFixed(day, quarter);
    }

    private boolean isFixed(int day, int quarter) {
        var quarters = fixed.get(day);
        return quarters != null && quarters.containsKey(quarter);
    }

    /** What the person does in a quarter of a day at work. */
    Activity activity(int day, Duty duty, int quarter) {
        if (!duty.worksAt(quarter)) {
            return Activity.BREAK;
        }
        var quarters = fixed.get(day);
        return quarters == null ? Activity.CALLS : quarters.getOrDefault(quarter, Activity.CALLS);
    }

    /** The first quarter of a day in which the person may come, whatever was worked the day before. */
    int comesFrom(Need need, int day) {
        var left = beside.get(day);
        return Math.max(restedFrom - need.begin(day), left == null ? 0 : left.start());
    }

    /** The last quarter to which the day at work may reach: into the next day only if the person may work then too. */
    int leavesBy(Need need, int day) {
        int leavesBy = need.leavesBy(day);
        if (leavesBy > need.lengthOf(day) && (!freeDays.contains(day + 1) || beside.containsKey(day + 1))) {
            leavesBy = need.lengthOf(day);
        }
        var left = beside.get(day);
        return left == null ? leavesBy : Math.min(leavesBy, left.end());
    }
}
