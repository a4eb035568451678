package fr.vigie.roster;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * The legal ways to spend a paid time from a given start.
 *
 * @param pattern how a day is cut
 * @param longestHalf the most work without a meal, in quarters
 */
record Duties(DutyPattern pattern, int longestHalf) {
    /** The duties of adults. */
    Duties(DutyPattern pattern) {
        this(pattern, DutyPattern.LONGEST_HALF);
    }

    /**
     * The moments at which the meal may begin; the end of the day stands for no meal, nothing for an impossible day.
     *
     * @param noon the quarter of the day in which it is noon
     */
    List<Integer> meals(int start, int paid, int noon) {
        int end = start + paid;
        int effective = paid - pattern.breaksEarned(paid);
        boolean lunch = effective > DutyPattern.WORK_BEFORE_LUNCH && start < noon && end + DutyPattern.MEAL > noon;
        var meals = new ArrayList<Integer>();
        if (lunch) {
            int from = Math.max(noon - DutyPattern.LUNCH_BEFORE_NOON, start + DutyPattern.SHORTEST_HALF);
            int until =
                    Math.min(noon + DutyPattern.LUNCH_AFTER_NOON - DutyPattern.MEAL, end - DutyPattern.SHORTEST_HALF);
            for (int meal = from; meal <= until; meal++) {
                int before = meal - start;
                if (before - pattern.breaksWithin(before) <= DutyPattern.WORK_BEFORE_LUNCH
                        && pattern.isShortEnough(paid - before, longestHalf)) {
                    meals.add(meal);
                }
            }
        } else if (!pattern.isShortEnough(paid, longestHalf)) {
            for (int meal = start + paid / 3; meal <= start + paid - paid / 3; meal++) {
                if (pattern.isShortEnough(meal - start, longestHalf)
                        && pattern.isShortEnough(start + paid - meal, longestHalf)) {
                    meals.add(meal);
                }
            }
        } else {
            meals.add(end);
        }
        return meals;
    }

    /** A duty of that shape with its breaks drawn at random. */
    Optional<Duty> drawn(int start, int paid, int noon, RandomGenerator random) {
        var meals = meals(start, paid, noon);
        if (meals.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(withMeal(start, paid, meals.get(random.nextInt(meals.size())), random));
    }

    private Duty withMeal(int start, int paid, int meal, RandomGenerator random) {
        int before = meal - start;
        int after = paid - before;
        int[] split = split(before, after);
        var breaks = new int[split[0] + split[1]];
        draw(start, before, split[0], breaks, 0, random);
        draw(meal + DutyPattern.MEAL, after, split[1], breaks, split[0], random);
        return duty(start, paid, meal, breaks);
    }

    private void draw(int from, int length, int count, int[] breaks, int at, RandomGenerator random) {
        int start = from;
        int left = length;
        for (int i = 0; i < count; i++) {
            int first = earliest(left, count - i);
            int last = latest(left, count - i);
            int worked = first + random.nextInt(last - first + 1);
            breaks[at + i] = start + worked;
            start += worked + 1;
            left -= worked + 1;
        }
    }

    /** The duty of that start and paid time whose work is worth most; nothing if there is none. */
    Optional<Duty> best(int start, int paid, int noon, HalfDays halves) {
        int best = -1;
        double most = Double.NEGATIVE_INFINITY;
        for (int meal : meals(start, paid, noon)) {
            int before = meal - start;
            int[] split = split(before, paid - before);
            double worth = halves.best(start, before, split[0]).worth()
                    + halves.best(second(start, paid, meal), paid - before, split[1])
                            .worth();
            if (worth > most) {
                most = worth;
                best = meal;
            }
        }
        if (best < 0) {
            return Optional.empty();
        }
        int before = best - start;
        int[] split = split(before, paid - before);
        return Optional.of(duty(
                start,
                paid,
                best,
                IntStream.concat(
                                IntStream.of(
                                        halves.best(start, before, split[0]).breaks()),
                                IntStream.of(halves.best(second(start, paid, best), paid - before, split[1])
                                        .breaks()))
                        .toArray()));
    }

    private static int second(int start, int paid, int meal) {
        return meal == start + paid ? meal : meal + DutyPattern.MEAL;
    }

    /** Every duty with that start, paid time and meal: all ways to place its breaks. */
    void each(int start, int paid, int meal, Consumer<Duty> visitor) {
        int before = meal - start;
        int after = paid - before;
        int[] split = split(before, after);
        var breaks = new int[split[0] + split[1]];
        place(
                start,
                before,
                split[0],
                breaks,
                0,
                () -> place(
                        meal + DutyPattern.MEAL,
                        after,
                        split[1],
                        breaks,
                        split[0],
                        () -> visitor.accept(duty(start, paid, meal, breaks.clone()))));
    }

    private void place(int from, int left, int count, int[] breaks, int at, Runnable then) {
        if (count == 0) {
            then.run();
            return;
        }
        for (int worked = earliest(left, count); worked <= latest(left, count); worked++) {
            breaks[at] = from + worked;
            place(from + worked + 1, left - worked - 1, count - 1, breaks, at + 1, then);
        }
    }

    private static Duty duty(int start, int paid, int meal, int[] breaks) {
        boolean none = meal == start + paid;
        return new Duty(start, start + paid + (none ? 0 : DutyPattern.MEAL), meal, breaks);
    }

    /** The breaks before and after the meal: what each half needs, then the longer half first. */
    private int[] split(int before, int after) {
        int[] count = {pattern.breaksWithin(before), pattern.breaksWithin(after)};
        int earned = pattern.breaksEarned(before + after);
        while (count[0] + count[1] < earned) {
            // The half with the longer work per sequence takes the next one.
            int half = before * (count[1] + 1) > after * (count[0] + 1) ? 0 : 1;
            if (!DutyPattern.holds(half == 0 ? before : after, count[half] + 1)) {
                half = 1 - half;
            }
            count[half]++;
        }
        return count;
    }

    /** The least work before the next break such that the rest can still be cut. */
    int earliest(int left, int count) {
        int rest = count * pattern.longestSequence() + count - 1;
        return Math.max(DutyPattern.SHORTEST_SEQUENCE, left - 1 - rest);
    }

    /** The most work before the next break such that the rest can still be cut. */
    int latest(int left, int count) {
        int rest = count * DutyPattern.SHORTEST_SEQUENCE + count - 1;
        return Math.min(pattern.longestSequence(), left - 1 - rest);
    }
}
