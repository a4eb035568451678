package fr.vigie.jobs.lake;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a proposed shift.
 *
 * @param week its first day
 * @param operatorId who
 * @param startsAt start
 * @param endsAt end
 * @param activity as in {@link fr.vigie.input.Activity}, lower case
 * @param team the group that the operator is planned for in the week, or the network; null where nobody says
 */
public record RosterRow(
        LocalDate week, String operatorId, Instant startsAt, Instant endsAt, String activity, @Nullable String team) {}
