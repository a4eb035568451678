package fr.vigie.roster;

import fr.vigie.input.Activity;
import fr.vigie.input.Shift;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Somebody who cannot come.
 *
 * @param operatorId who
 * @param from from when on
 * @param until until when
 */
public record Away(String operatorId, Instant from, Instant until) {
    public Away {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException(
                    "The absence of %s ends (%s) before it begins (%s).\nMaybe swap its times."
                            .formatted(operatorId, until, from));
        }
    }

    /** What is left of a roster: the person's work outside the absence, and the absence itself. */
    List<Shift> takenFrom(List<Shift> roster) {
        return Stream.concat(
                        roster.stream().flatMap(this::left),
                        Stream.of(new Shift(operatorId, from, until, Activity.ABSENCE)))
                .toList();
    }

    /** Whether a piece is this person's and falls into the absence, if only in part. */
    boolean hits(Shift piece) {
        return piece.operatorId().equals(operatorId)
                && piece.startsAt().isBefore(until)
                && piece.endsAt().isAfter(from);
    }

    private Stream<Shift> left(Shift piece) {
        if (!hits(piece)) {
            return Stream.of(piece);
        }
        return Stream.of(
                        new Shift(operatorId, piece.startsAt(), earlier(piece.endsAt(), from), piece.activity()),
                        new Shift(operatorId, later(piece.startsAt(), until), piece.endsAt(), piece.activity()))
                .filter(part -> part.startsAt().isBefore(part.endsAt()));
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
