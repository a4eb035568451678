package fr.vigie.roster;

import fr.vigie.input.Activity;
import fr.vigie.input.Shift;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A person's day at work, from coming to leaving.
 *
 * @param day the local day on which it begins
 * @param zone the zone of its clock times
 * @param pieces its pieces in order of time, without absences; breaks are pieces or the time between pieces
 */
public record WorkDay(LocalDate day, ZoneId zone, List<Shift> pieces) {
    /** A pause of this length is a meal or an interruption and not paid; a shorter one is. */
    static final int UNPAID_MINUTES = 30;

    public WorkDay {
        pieces = List.copyOf(pieces);
    }

    /**
     * A stretch of time.
     *
     * @param start its start
     * @param end its end
     */
    public record Stretch(Instant start, Instant end) {
        /** Its length in minutes. */
        public long minutes() {
            return Duration.between(start, end).toMinutes();
        }
    }

    /** Coming. */
    public Instant start() {
        return pieces.get(0).startsAt();
    }

    /** Leaving. */
    public Instant end() {
        return pieces.stream().map(Shift::endsAt).max(Instant::compareTo).orElseThrow();
    }

    /** Minutes from coming to leaving. */
    public long amplitude() {
        return new Stretch(start(), end()).minutes();
    }

    /** The stretches of effective work, each without any pause. */
    public List<Stretch> sequences() {
        var sequences = new ArrayList<Stretch>();
        for (var piece : pieces) {
            if (piece.activity() == Activity.BREAK) {
                continue;
            }
            int last = sequences.size() - 1;
            if (last >= 0 && !piece.startsAt().isAfter(sequences.get(last).end())) {
                var before = sequences.get(last);
                var end = piece.endsAt().isAfter(before.end()) ? piece.endsAt() : before.end();
                sequences.set(last, new Stretch(before.start(), end));
            } else {
                sequences.add(new Stretch(piece.startsAt(), piece.endsAt()));
            }
        }
        return sequences;
    }

    /** The pauses between stretches of work, planned as breaks or left open. */
    public List<Stretch> pauses() {
        var sequences = sequences();
        var pauses = new ArrayList<Stretch>();
        for (int i = 1; i < sequences.size(); i++) {
            var from = sequences.get(i - 1).end();
            var until = sequences.get(i).start();
            pauses.add(new Stretch(from, until));
        }
        return pauses;
    }

    /** The most minutes of effective work between two pauses of that length at least. */
    long longestWithoutPauseOf(int minutes) {
        long longest = 0;
        long run = 0;
        var sequences = sequences();
        var pauses = pauses();
        for (int i = 0; i < sequences.size(); i++) {
            run = (i > 0 && pauses.get(i - 1).minutes() >= minutes ? 0 : run)
                    + sequences.get(i).minutes();
            longest = Math.max(longest, run);
        }
        return longest;
    }

    /** The pauses long enough to be a meal or to go home. */
    public List<Stretch> interruptions() {
        return pauses().stream().filter(p -> p.minutes() >= UNPAID_MINUTES).toList();
    }

    /** Minutes of effective work. */
    public long effectiveMinutes() {
        return sequences().stream().mapToLong(Stretch::minutes).sum();
    }

    /** The dates on which there is work: two of a night. */
    public SortedSet<LocalDate> datesWorked() {
        var dates = new TreeSet<LocalDate>();
        for (var sequence : sequences()) {
            dates.add(LocalDate.ofInstant(sequence.start(), zone));
            dates.add(LocalDate.ofInstant(sequence.end().minusNanos(1), zone));
        }
        return dates;
    }

    /** Minutes of short breaks. */
    public long shortBreakMinutes() {
        return pauses().stream()
                .mapToLong(Stretch::minutes)
                .filter(m -> m < UNPAID_MINUTES)
                .sum();
    }

    /** Minutes paid: work and short breaks. */
    public long paidMinutes() {
        return effectiveMinutes() + shortBreakMinutes();
    }

    /** Minutes of effective work before a moment. */
    long effectiveMinutesBefore(Instant moment) {
        return sequences().stream()
                .filter(s -> s.start().isBefore(moment))
                .mapToLong(s -> new Stretch(s.start(), s.end().isBefore(moment) ? s.end() : moment).minutes())
                .sum();
    }

    /** The moment of the day at that clock time. */
    Instant at(LocalTime time) {
        return day.atTime(time).atZone(zone).toInstant();
    }
}
