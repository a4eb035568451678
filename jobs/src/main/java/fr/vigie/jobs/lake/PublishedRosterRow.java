package fr.vigie.jobs.lake;

import fr.vigie.input.Activity;
import fr.vigie.input.Shift;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a roster as it was published: appended, never replaced. The latest version of a week counts.
 *
 * @param week its first day
 * @param version of the week, from 1
 * @param publishedAt when
 * @param author who published it
 * @param operatorId who works
 * @param startsAt start
 * @param endsAt end
 * @param activity as in {@link fr.vigie.input.Activity}, lower case
 * @param team the group that the operator is planned for in the week, or the network; null where nobody says
 */
public record PublishedRosterRow(
        LocalDate week,
        int version,
        Instant publishedAt,
        String author,
        String operatorId,
        Instant startsAt,
        Instant endsAt,
        String activity,
        @Nullable String team) {

    /** The piece as a shift. */
    public Shift piece() {
        return new Shift(operatorId, startsAt, endsAt, Activity.valueOf(activity.toUpperCase(Locale.ROOT)));
    }
}
