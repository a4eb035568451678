package fr.vigie.roster.solver;

import fr.vigie.roster.benchmark.Cover;
import fr.vigie.roster.benchmark.Schedule;
import fr.vigie.roster.benchmark.ShiftProblem;
import fr.vigie.roster.benchmark.Wish;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The penalty of a schedule that changes row by row. */
final class ScheduleCost {
    private final RowCosts wishes;
    private final @Nullable Cover[][] covers;
    private final int[][] people;
    private final long largestWeight;

    ScheduleCost(ShiftProblem problem) {
        int shifts = problem.shifts().size();
        wishes = new RowCosts(problem);
        covers = new Cover[problem.days()][shifts];
        problem.covers().forEach(cover -> covers[cover.day()][cover.shift()] = cover);
        people = new int[problem.days()][shifts];
        largestWeight = largestWeight(problem);
    }

    /** The largest of all weights, at least 1. */
    long largestWeight() {
        return largestWeight;
    }

    private static long largestWeight(ShiftProblem problem) {
        var ofCover = problem.covers().stream().flatMap(cover -> Stream.of(cover.underWeight(), cover.overWeight()));
        var ofWishes = problem.wishes().stream().map(Wish::weight);
        return Stream.concat(ofCover, ofWishes).mapToLong(Integer::longValue).reduce(1, Math::max);
    }

    /** Begins anew with these rows, and gives their penalty. */
    long reset(int[][] rows) {
        long penalty = 0;
        for (int day = 0; day < people.length; day++) {
            for (int shift = 0; shift < people[day].length; shift++) {
                people[day][shift] = 0;
                penalty += cover(day, shift, 0);
            }
        }
        for (int staff = 0; staff < rows.length; staff++) {
            for (int day = 0; day < people.length; day++) {
                int shift = rows[staff][day];
                penalty += wishes.of(staff, day, shift) + count(day, shift, 1);
            }
        }
        return penalty;
    }

    /** Puts a row in another one's place and gives the change of the penalty. */
    long replace(int staff, int[] before, int[] after) {
        long change = 0;
        for (int day = 0; day < people.length; day++) {
            if (before[day] != after[day]) {
                change += wishes.of(staff, day, after[day]) - wishes.of(staff, day, before[day]);
                change += count(day, before[day], -1) + count(day, after[day], 1);
            }
        }
        return change;
    }

    private long count(int day, int shift, int step) {
        if (shift == Schedule.FREE) {
            return 0;
        }
        int before = people[day][shift];
        people[day][shift] = before + step;
        return cover(day, shift, before + step) - cover(day, shift, before);
    }

    private long cover(int day, int shift, int count) {
        var cover = covers[day][shift];
        return cover == null ? 0 : cover.penalty(count);
    }
}
