package fr.vigie.jobs.roster;

import fr.vigie.input.Shift;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A week's roster as it was published.
 *
 * @param week its first day
 * @param version of the week, from 1
 * @param publishedAt when
 * @param author who published it
 * @param pieces in order of person and time, absences included
 * @param before the pieces of the versions before, in order of version
 */
public record PublishedRoster(
        LocalDate week, int version, Instant publishedAt, String author, List<Shift> pieces, List<List<Shift>> before) {
    public PublishedRoster {
        pieces = List.copyOf(pieces);
        before = before.stream().map(List::copyOf).toList();
    }
}
