package fr.vigie.roster;

import fr.vigie.input.Activity;
import fr.vigie.input.Shift;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The ways to change somebody's day a little: come earlier, stay longer, be there earlier or later for as long, move a
 * break. Pieces that have begun stay as they are.
 *
 * @param now the moment before which nothing may change
 */
record DayChanges(Instant now) {
    private static final Duration QUARTER = Duration.ofMinutes(15);

    /** At most two hours earlier or later. */
    private static final int MOST = 8;

    /** A day's pieces, in order of time, changed in every way. */
    List<List<Shift>> of(List<Shift> day) {
        var changed = new ArrayList<List<Shift>>();
        var ends = new ArrayList<List<Shift>>();
        ends.add(day);
        for (int quarters = 1; quarters <= MOST; quarters++) {
            int k = quarters;
            startingAt(day, -k).ifPresent(ends::add);
            endingAt(day, k).ifPresent(ends::add);
            startingAt(day, -k).flatMap(later -> endingAt(later, -k)).ifPresent(ends::add);
            startingAt(day, k).flatMap(earlier -> endingAt(earlier, k)).ifPresent(ends::add);
        }
        for (var other : ends) {
            changed.add(other);
            for (int i = 1; i < other.size() - 1; i++) {
                for (int quarters = 1; quarters <= MOST; quarters++) {
                    movingBreak(other, i, -quarters).ifPresent(changed::add);
                    movingBreak(other, i, quarters).ifPresent(changed::add);
                }
            }
        }
        changed.remove(0);
        return changed;
    }

    private Optional<List<Shift>> startingAt(List<Shift> day, int quarters) {
        var first = day.get(0);
        var start = first.startsAt().plus(QUARTER.multipliedBy(quarters));
        if (first.startsAt().isBefore(now)
                || start.isBefore(now)
                || first.activity() != Activity.CALLS
                || !start.isBefore(first.endsAt())) {
            return Optional.empty();
        }
        var other = new ArrayList<>(day);
        other.set(0, new Shift(first.operatorId(), start, first.endsAt(), first.activity()));
        return Optional.of(other);
    }

    /** A last piece that has begun goes on in a new one. */
    private Optional<List<Shift>> endingAt(List<Shift> day, int quarters) {
        var last = day.get(day.size() - 1);
        var end = last.endsAt().plus(QUARTER.multipliedBy(quarters));
        boolean hasBegun = last.startsAt().isBefore(now);
        if (last.activity() != Activity.CALLS
                || last.endsAt().isBefore(now)
                || !end.isAfter(last.startsAt())
                || (hasBegun && quarters < 0)) {
            return Optional.empty();
        }
        var other = new ArrayList<>(day);
        if (hasBegun) {
            other.add(new Shift(last.operatorId(), last.endsAt(), end, last.activity()));
        } else {
            other.set(other.size() - 1, new Shift(last.operatorId(), last.startsAt(), end, last.activity()));
        }
        return Optional.of(other);
    }

    private Optional<List<Shift>> movingBreak(List<Shift> day, int at, int quarters) {
        var before = day.get(at - 1);
        var pause = day.get(at);
        var after = day.get(at + 1);
        var start = pause.startsAt().plus(QUARTER.multipliedBy(quarters));
        var end = pause.endsAt().plus(QUARTER.multipliedBy(quarters));
        boolean isBetweenCalls = pause.activity() == Activity.BREAK
                && before.activity() == Activity.CALLS
                && after.activity() == Activity.CALLS
                && before.endsAt().equals(pause.startsAt())
                && after.startsAt().equals(pause.endsAt());
        if (!isBetweenCalls
                || before.startsAt().isBefore(now)
                || !start.isAfter(before.startsAt())
                || !end.isBefore(after.endsAt())) {
            return Optional.empty();
        }
        var other = new ArrayList<>(day);
        other.set(at - 1, new Shift(before.operatorId(), before.startsAt(), start, before.activity()));
        other.set(at, new Shift(pause.operatorId(), start, end, pause.activity()));
        other.set(at + 1, new Shift(after.operatorId(), end, after.endsAt(), after.activity()));
        return Optional.of(other);
    }
}
