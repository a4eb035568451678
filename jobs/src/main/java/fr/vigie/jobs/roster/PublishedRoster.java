package fr.vigie.jobs.roster;

import fr.vigie.input.Shift;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A week's roster as it was published.
 *
 * @param week its first day
 * @param version of the week, from 1
 * @param publishedAt when
 * @param author who published it
 * @param pieces in order of person and time, absences included
 * @param teams the team of each operator, as far as known
 * @param before the pieces of the versions before, in order of version
 */
public record PublishedRoster(
        LocalDate week,
        int version,
        Instant publishedAt,
        String author,
        List<Shift> pieces,
        Map<String, String> teams,
        List<List<Shift>> before) {
    public PublishedRoster {
        pieces = List.copyOf(pieces);
        teams = Map.copyOf(teams);
        before = before.stream().map(List::copyOf).toList();
    }
}
